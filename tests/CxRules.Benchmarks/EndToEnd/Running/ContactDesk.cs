using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>A contact as a host hands it over: texts as UTF-8, numbers in the units of their fields, in the order of the needed fields.</summary>
internal readonly record struct ArrivingContact(byte[][] Texts, long[] Numbers);

/// <summary>Decides about one contact at a time: the first rule in order that takes it.</summary>
internal sealed class ContactDesk
{
    private readonly ContactBatch _batch;
    private readonly Matcher _matcher;
    private readonly ImmutableArray<ContactField> _fields;
    private readonly Column[] _columns;
    private readonly CategoryDictionary?[] _codes;
    private readonly int[] _populations;

    public ContactDesk(LoadedPlan loaded)
    {
        var dictionaries = loaded.NewDictionaries();
        _batch = new(dictionaries, capacity: 1);
        _matcher = new(loaded.Plan.Populations, dictionaries);
        _fields = dictionaries.Needed;
        _columns = [.. _fields.Select(field => _batch.Find(field)).OfType<Column>()];
        _codes = [.. _fields.Select(field => field.Kind == FieldKind.Category ? dictionaries[field] : null)];
        Rules = [.. loaded.Plan.Rules.OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Index)];
        _populations = [.. Rules.Select(rule => rule.Population)];
    }

    /// <summary>In the order in which they are asked.</summary>
    public ImmutableArray<RulePlan> Rules { get; }

    /// <summary>The place of the rule that takes the contact in <see cref="Rules"/>; -1: none does.</summary>
    public int Decide(in ArrivingContact contact)
    {
        _batch.Clear();
        for (var i = 0; i < _columns.Length; i++)
        {
            switch (_columns[i])
            {
                case CategoryColumn column:
                    column.Codes[0] = _codes[i]?.Add(contact.Texts[i].AsSpan()) ?? 0;
                    break;
                case NumberColumn column:
                    column.Values[0] = contact.Numbers[i];
                    break;
                case TextColumn column:
                    column.Append(contact.Texts[i]);
                    break;
            }
        }

        _batch.Count = 1;
        _matcher.Match(_batch, 0);
        for (var i = 0; i < _populations.Length; i++)
        {
            if (BitRow.Has(_matcher.Truth, _populations[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A row of a history as a host would hand it over.</summary>
    /// <param name="batch">Of a reader for the same plan.</param>
    public ArrivingContact Arriving(ContactBatch batch, int row)
    {
        var texts = new byte[_fields.Length][];
        var numbers = new long[_fields.Length];
        foreach (var (i, field) in _fields.Index())
        {
            switch (batch.Find(field))
            {
                case CategoryColumn column:
                    texts[i] = System.Text.Encoding.UTF8.GetBytes(batch.Dictionaries[field][column.Codes[row]]);
                    break;
                case NumberColumn column:
                    numbers[i] = column.Values[row];
                    break;
                case TextColumn column:
                    texts[i] = column[row].ToArray();
                    break;
            }
        }

        return new(texts, numbers);
    }
}
