using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// Reads dispositions as the project declares them: one that says nothing (`missing: true`) is none, and the others fill a contact's missing
/// touchpoint and demand.
/// </summary>
internal sealed class DerivedCodes
{
    private readonly ContactDictionaries _dictionaries;
    private readonly DispositionMap _map;
    private readonly List<int> _present = [0];
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

        DropMissing(dispositions.Codes.AsSpan(0, batch.Count));
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

    private void DropMissing(Span<int> codes)
    {
        if (!_map.HasMissing)
        {
            return;
        }

        var known = _dictionaries[_dictionaries.Schema.Disposition];
        for (var code = _present.Count; code < known.Count; code++)
        {
            _present.Add(_map.Find(known[code]) is { IsMissing: true } ? 0 : code);
        }

        foreach (ref var code in codes)
        {
            code = _present[code];
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
