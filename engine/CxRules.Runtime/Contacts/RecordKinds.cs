using CxRules.Model.Contacts;

namespace CxRules.Runtime.Contacts;

/// <summary>Tells contacts from the records that stand beside them.</summary>
internal sealed class RecordKinds
{
    private readonly ContactField _field;
    private readonly int _contact;
    private ContactBatch? _batch;
    private int[] _codes = [];

    private RecordKinds(ContactDictionaries dictionaries)
    {
        _field = dictionaries.Schema.Kind;
        _contact = dictionaries[_field].Add(RecordKind.Contact);
    }

    /// <summary>Null where nothing says what a record is: then all are contacts.</summary>
    public static RecordKinds? Of(ContactDictionaries dictionaries) => dictionaries.Needs(dictionaries.Schema.Kind) ? new(dictionaries) : null;

    public bool IsContact(ContactBatch batch, int row)
    {
        if (batch != _batch)
        {
            (_batch, _codes) = (batch, batch.Category(_field).Codes);
        }

        return _codes[row] == _contact || _codes[row] == 0;
    }

    /// <summary>The code of a record.</summary>
    public int CodeOf(int row) => _codes[row];
}
