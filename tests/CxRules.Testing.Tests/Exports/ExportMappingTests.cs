using System.Globalization;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams;
using CxRules.Testing.RuleSets;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Exports;

/// <summary>Each field of each contact of the sample exports is what the naive mapping makes of it.</summary>
public sealed class ExportMappingTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData("samples/exports/amazon-connect", null)]
    [InlineData("samples/exports/genesys-cloud", null)]
    [InlineData("samples/exports/zendesk", null)]
    [InlineData("samples/exports/salesforce-case", null)]
    [InlineData("samples/exports/twilio-flex", null)]
    [InlineData("rules/cfpb", "samples/exports/cfpb/complaints.csv")]
    [InlineData("rules/boston-311", "samples/exports/boston-311/requests.csv")]
    public void Fields_OfAnExport_AreThoseOfTheNaiveMapping(string rules, string? history)
    {
        var folder = Repository.PathOf(rules);
        var ruleSet = Assert.Single(RuleSetLoader.Load(folder).RuleSets).Compile(Today);
        var files = HistoryFiles.Find(history is null ? ruleSet.Compilation.RuleSet.Project.HistoryFiles : [Repository.PathOf(history)], folder, out _);
        var source = SourceChoice.Of(ruleSet, null).Source;
        Assert.NotNull(source);
        source = source with { Fields = [.. source.Fields.Where(mapped => mapped.Field.Name != "submitted at")] };

        var naive = NaiveHistory.Mapped(source, files).Select(contact => Line(source, contact)).ToList();

        Assert.True(naive.Count >= 20, $"{naive.Count} contacts");
        Assert.Equal(naive, Read(source, files, ruleSet.Compilation.RuleSet.Project.Schema));
    }

    private static string Line(ContactSource source, NaiveContact contact) => string.Join("; ", source.Fields
        .Where(mapped => !contact.Erased || mapped.Field.Name is "id" or "erased")
        .Select(mapped => $"{mapped.Field.Name}={Shown(contact.Values.GetValueOrDefault(mapped.Field.Name))}"));

    private static string Shown(object? value) => value switch
    {
        string[] list => string.Join('+', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static List<string> Read(ContactSource source, IReadOnlyList<string> files, ContactSchema schema)
    {
        var dictionaries = new ContactDictionaries(schema, source.Fields.Select(mapped => mapped.Field));
        var batch = new ContactBatch(dictionaries);
        var lines = new List<string>();
        using var reader = HistoryReader.Open(source, files, dictionaries);
        while (reader.Read(batch))
        {
            for (var row = 0; row < batch.Count; row++)
            {
                var erased = source.Fields.Any(mapped => mapped.Field.Name == "erased") && batch.Number(dictionaries.Schema.Erased).Values[row] == 1;
                lines.Add(string.Join("; ", source.Fields.Where(mapped => !erased || mapped.Field.Name is "id" or "erased").Select(mapped => $"{mapped.Field.Name}={Value(batch, mapped.Field, row)}")));
            }
        }

        return lines;
    }

    private static string Value(ContactBatch batch, ContactField field, int row) => batch.Find(field) switch
    {
        CategoryColumn codes => batch.Dictionaries[field][codes.Codes[row]],
        NumberColumn numbers => numbers.Values[row] == FieldScale.Missing ? "" : numbers.Values[row].ToString(CultureInfo.InvariantCulture),
        TextColumn texts => Encoding.UTF8.GetString(texts[row]),
        ListColumn lists => string.Join('+', lists[row].ToArray().Select(code => batch.Dictionaries[field][code])),
        _ => "",
    };
}
