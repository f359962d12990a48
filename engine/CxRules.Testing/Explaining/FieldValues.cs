using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Testing.Explaining;

/// <summary>What a contact has in the fields that a condition reads, for people. Texts are personal: they are not shown.</summary>
internal sealed class FieldValues(ContactDictionaries dictionaries, ZoneRules zone)
{
    public ImmutableArray<KeyValuePair<string, string?>> Of(BoundCondition condition, ContactBatch batch, int row)
    {
        var fields = ConditionFields.OfContact(condition).OrderBy(field => field.Ordinal).ToList();
        return fields.Count == 0
            ? [KeyValuePair.Create<string, string?>("occurred at", Of(dictionaries.Schema.OccurredAt, batch, row))]
            : [.. fields.Select(field => KeyValuePair.Create(field.Name, Of(field, batch, row)))];
    }

    private string? Of(ContactField field, ContactBatch batch, int row) => batch.Find(field) switch
    {
        CategoryColumn column => column.Codes[row] == 0 ? null : dictionaries[field][column.Codes[row]],
        NumberColumn column => column.Values[row] == FieldScale.Missing ? null : Of(field.Kind, column.Values[row]),
        ListColumn column => string.Join(", ", column[row].ToArray().Select(code => dictionaries[field][code])),
        TextColumn column => column[row].IsEmpty ? null : "(a text, not shown)",
        _ => null,
    };

    private string Of(FieldKind kind, long value) => kind switch
    {
        FieldKind.Flag => value == 1 ? "yes" : "no",
        FieldKind.Instant => new DateTime(zone.ToLocal(value)).ToString("ddd yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        FieldKind.Duration => $"{Number(value, kind)} s",
        _ => Number(value, kind),
    };

    private static string Number(long value, FieldKind kind) => ((decimal)value / FieldScale.Of(kind)).ToString("0.######", CultureInfo.InvariantCulture);
}
