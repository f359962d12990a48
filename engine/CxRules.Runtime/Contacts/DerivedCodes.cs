using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Contacts;

/// <summary>
/// Reads dispositions as the project declares them: an earlier name or another spelling is the declared code, one that says nothing
/// (`missing: true`) is none, and the others fill a contact's missing touchpoint and demand. A record that does not say what it is, is a contact.
/// </summary>
internal sealed class DerivedCodes
{
    private readonly ContactDictionaries _dictionaries;
    private readonly DispositionMap _map;
    private readonly List<int> _declared = [0];
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
        if (batch.Find(_dictionaries.Schema.Kind) is CategoryColumn kinds)
        {
            var contact = _dictionaries[_dictionaries.Schema.Kind].Add(RecordKind.Contact);
            kinds.Codes.AsSpan(0, batch.Count).Replace(0, contact);
        }

        if (batch.Find(_dictionaries.Schema.Disposition) is not CategoryColumn dispositions)
        {
            return;
        }

        Rename(dispositions.Codes.AsSpan(0, batch.Count));
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

    private void Rename(Span<int> codes)
    {
        if (_map.IsEmpty)
        {
            return;
        }

        var known = _dictionaries[_dictionaries.Schema.Disposition];
        while (_declared.Count < known.Count)
        {
            _declared.Add(Declared(known, _declared.Count));
        }

        foreach (ref var code in codes)
        {
            code = _declared[code];
        }
    }

    /// <summary>A value that differs from the declared code by case alone keeps its own: the two are one code already.</summary>
    private int Declared(CategoryDictionary known, int code) => _map.Find(known[code]) switch
    {
        null => code,
        { IsMissing: true } => 0,
        var disposition => disposition.Code.Equals(known[code], StringComparison.OrdinalIgnoreCase) ? code : known.Add(disposition.Code),
    };

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
