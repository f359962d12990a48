using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams;

namespace CxRules.Samples.Tests.Exports;

/// <summary>The contacts of a history, each as a line with all that is known of it, in the order of the source's fields.</summary>
internal static class ContactLines
{
    public static ImmutableArray<string> Read(ContactSource source, IReadOnlyList<string> files, ContactSchema schema)
    {
        var dictionaries = new ContactDictionaries(schema, source.Fields.Select(mapped => mapped.Field));
        var batch = new ContactBatch(dictionaries, 7);
        var lines = ImmutableArray.CreateBuilder<string>();
        using var reader = HistoryReader.Open(source, files, dictionaries);
        while (reader.Read(batch))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                lines.Add(string.Join("; ", source.Fields.Select(mapped => (mapped.Field.Name, Value: Show(batch, mapped.Field, row))).Where(field => field.Value.Length > 0).Select(field => $"{field.Name}={field.Value}")));
            }
        }

        Assert.Empty(reader.Rejects.Select(reject => reject.ToString()));
        return lines.ToImmutable();
    }

    private static string Show(ContactBatch batch, ContactField field, int row) => batch.Find(field) switch
    {
        CategoryColumn codes => batch.Dictionaries[field][codes.Codes[row]],
        NumberColumn numbers => numbers.Values[row] == FieldScale.Missing ? "" : Show(field.Kind, numbers.Values[row]),
        TextColumn texts => Encoding.UTF8.GetString(texts[row]),
        ListColumn lists => string.Join('+', lists[row].ToArray().Select(code => batch.Dictionaries[field][code])),
        _ => "",
    };

    private static string Show(FieldKind kind, long value) => kind switch
    {
        FieldKind.Instant => new DateTime(value).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        FieldKind.Flag => value == 1 ? "yes" : "no",
        FieldKind.Duration => string.Create(CultureInfo.InvariantCulture, $"{value / 1000m:0.###} s"),
        FieldKind.Decimal or FieldKind.Money => string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000m:0.######}"),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };
}
