using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Contacts;

/// <summary>Fills a contact's missing touchpoint and demand from its disposition, as the project declares them.</summary>
internal sealed class DerivedCodes
{
    private readonly ContactDictionaries _dictionaries;
    private readonly DispositionMap _map;
    private readonly (ContactField Field, List<int> ByDisposition, Func<Disposition, string?> Derive)[] _targets;

    public DerivedCodes(Project project, ContactDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        _map = new DispositionMap(project);
        var schema = dictionaries.Schema;
        _targets = [.. ((ContactField Field, List<int> ByDisposition, Func<Disposition, string?> Derive)[])
        [
            (schema.Touchpoint, [0], disposition => disposition.Touchpoint),
            (schema.Demand, [0], disposition => disposition.Demand.ToString().ToLowerInvariant()),
        ]];
    }

    /// <summary>Changes the batch in place; columns that no rule needs do not exist and stay so.</summary>
    public void Fill(ContactBatch batch)
    {
        if (batch.Find(_dictionaries.Schema.Disposition) is not CategoryColumn dispositions)
        {
            return;
        }

        foreach (var (field, byDisposition, derive) in _targets)
        {
            if (batch.Find(field) is CategoryColumn column)
            {
                Learn(field, byDisposition, derive);
                for (var row = 0; row < batch.Count; row++)
                {
                    if (column.Codes[row] == 0)
                    {
                        column.Codes[row] = byDisposition[dispositions.Codes[row]];
                    }
                }
            }
        }
    }

    private void Learn(ContactField field, List<int> byDisposition, Func<Disposition, string?> derive)
    {
        var dispositions = _dictionaries[_dictionaries.Schema.Disposition];
        while (byDisposition.Count < dispositions.Count)
        {
            var declared = _map.Find(dispositions[byDisposition.Count]);
            byDisposition.Add(_dictionaries[field].Add(declared is null ? null : derive(declared)));
        }
    }
}
