using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Records of JSON, with the whole text in memory as a tree.</summary>
internal static partial class NaiveJson
{
    public static IEnumerable<JsonElement> Records(string text, ContactSource source)
    {
        if (source.Format == HistoryFormat.JsonLines)
        {
            return text.Split('\n', '\r').Where(line => line.Trim().Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
        }

        var objects = Roots(text).SelectMany(Objects);
        return source.Records.IsEmpty ? objects : objects.SelectMany(root => Inside(root, [.. source.Records]));
    }

    /// <summary>Of each column of a field, the values that its path finds.</summary>
    public static string[][] Values(JsonElement record, SourceField field) =>
        [.. field.Columns.Select(column => Found(record, column).SelectMany(value => Texts(value, field)).ToArray())];

    private static IEnumerable<JsonElement> Found(JsonElement record, string column)
    {
        if (record.TryGetProperty(column, out var whole))
        {
            return [whole];
        }

        IEnumerable<JsonElement> found = [record];
        foreach (Match step in Step().Matches(column))
        {
            if (step.Groups["name"].Success || step.Groups["quoted"].Success)
            {
                var name = step.Groups["name"].Success ? step.Groups["name"].Value : step.Groups["quoted"].Value;
                found = found.Where(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _)).Select(value => value.GetProperty(name));
                continue;
            }

            var tests = step.Groups["tests"].Value.Split(" and ", StringSplitOptions.RemoveEmptyEntries).Select(test => test.Split('=')).ToList();
            found = found.Where(value => value.ValueKind == JsonValueKind.Array).SelectMany(value => value.EnumerateArray())
                .Where(element => tests.All(test => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(test[0].Trim(), out var value) && Text(value) == test[1].Trim()));
        }

        return column.Contains('[', StringComparison.Ordinal) ? found.Where(value => value.ValueKind != JsonValueKind.Null) : found;
    }

    private static IEnumerable<string> Texts(JsonElement value, SourceField field) =>
        field.Field.Kind != FieldKind.List ? [Text(value)]
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text)
        : field.Column?.Contains('[', StringComparison.Ordinal) == true ? [Text(value)]
        : Text(value).Split([',', ';', '|']);

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static List<JsonElement> Roots(string text)
    {
        var roots = new List<JsonElement>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            roots.Add(JsonElement.ParseValue(ref reader));
        }

        return roots;
    }

    private static IEnumerable<JsonElement> Objects(JsonElement root) => root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().SelectMany(Objects) : [root];

    private static IEnumerable<JsonElement> Inside(JsonElement root, string[] path) =>
        path.Length == 0 ? Objects(root) : root.TryGetProperty(path[0], out var next) ? Inside(next, path[1..]) : [];

    [GeneratedRegex("""\["(?<quoted>[^"]*)"\]|\[(?<tests>[^\]]*)\]|(?<name>[^.\[\]]+)""")]
    private static partial Regex Step();
}
