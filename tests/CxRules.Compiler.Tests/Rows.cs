using System.Collections.Immutable;
using System.Text;
using CxRules.Model.Contacts;

namespace CxRules.Compiler.Tests;

/// <summary>Contacts as field → text, and the batch that holds the same.</summary>
internal sealed class Rows
{
    public static readonly ContactSchema Schema = ContactSchema.Default;
    public static readonly ImmutableArray<ContactField> Fields =
    [
        Field("disposition"), Field("channel"), Field("region"), Field("tag"), Field("csat"), Field("handle time"), Field("wait time"), Field("cancelled"), Field("cancelled at"), Field("text"),
    ];

    public static ContactField Field(string name) => Schema.Find(name) ?? throw new ArgumentException(name);

    public static ContactBatch ToBatch(IReadOnlyList<Dictionary<string, object>> rows)
    {
        var batch = new ContactBatch(new ContactDictionaries(Schema, Fields), Math.Max(1, rows.Count));
        foreach (var row in rows)
        {
            var index = batch.Count++;
            foreach (var field in batch.Dictionaries.Needed)
            {
                var value = row.GetValueOrDefault(field.Name);
                switch (batch.Find(field))
                {
                    case CategoryColumn codes:
                        codes.Codes[index] = batch.Dictionaries[field].Add((string?)value ?? "");
                        break;
                    case NumberColumn numbers:
                        numbers.Values[index] = (long?)value ?? FieldScale.Missing;
                        break;
                    case TextColumn texts:
                        texts.Append(Encoding.UTF8.GetBytes((string?)value ?? ""));
                        break;
                    case ListColumn lists:
                        lists.Append([.. ((string[]?)value ?? []).Select(code => batch.Dictionaries[field].Add(code))]);
                        break;
                    default:
                        throw new InvalidOperationException(field.Name);
                }
            }
        }

        return batch;
    }
}
