using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Schema;

/// <summary>Documents with one thing changed: a key dropped, renamed or moved, a value of another kind.</summary>
internal static class SchemaMutations
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}#:\n\"'&*!|>%@`");

    private const int ChildrenTaken = 8;

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "~", "\"\"", "'  '", "some text", "42", "-1", "0.5", "2.0", "true", "\"true\"", "2026-02-03", "2026-02-30", "5 GBP", "5 EUR per month", "3 per month", "15 min", "open", "Off", "\" first \"",
        "[]", "{}", "[a]", "[~]", "[[a]]", "{ a: b }", "{ from: 2026-02-03, to: 2026-02-05 }", "[{ from: 2026-02-03 }]", "{ column: a }", "{ value: a }", "1,000", "null", "env A", "disposition = outage",
    ];

    /// <summary>The texts with one change each.</summary>
    public static IEnumerable<string> Of(string text) => Parse(text) is { } root ? Changed(root).Select(Written) : [];

    /// <summary>A text with several changes.</summary>
    public static string Several(string text, Random random)
    {
        for (var changes = random.Next(2, 4); changes > 0; changes--)
        {
            YamlNode[] choices = Parse(text) is { } root ? [.. Changed(root)] : [];
            text = choices.Length == 0 ? text : Written(choices[random.Next(choices.Length)]);
        }

        return text;
    }

    private static YamlNode? Parse(string text) => YamlDocumentReader.Read(new SourceText("a.yaml", text), new DiagnosticBag());

    private static IEnumerable<YamlNode> Changed(YamlNode node) => Values.Select(value => Parse(value)!).Append(Many(node)).Concat(node switch
    {
        YamlMapping map => ChangedMap(map),
        YamlSequence list => ChangedList(list),
        _ => [],
    });

    private static YamlSequence Many(YamlNode node) => new(node.Span, [node], true);

    private static IEnumerable<YamlNode> ChangedMap(YamlMapping map)
    {
        for (var i = 0; i < Math.Min(map.Entries.Length, ChildrenTaken); i++)
        {
            var entry = map.Entries[i];
            yield return map with { Entries = map.Entries.RemoveAt(i) };
            foreach (var name in new[] { entry.Key.Value + "x", entry.Key.Value.ToUpperInvariant(), "-", "a b" })
            {
                yield return map with { Entries = map.Entries.SetItem(i, new(entry.Key with { Value = name, Style = YamlStyle.DoubleQuoted }, entry.Value)) };
            }

            foreach (var value in Changed(entry.Value))
            {
                yield return map with { Entries = map.Entries.SetItem(i, new(entry.Key, value)) };
            }

            if (entry.Value is YamlMapping inner && inner.Entries.Length > 0 && !map.Entries.Any(other => other.Key.Value == inner.Entries[0].Key.Value))
            {
                yield return map with { Entries = map.Entries.Add(inner.Entries[0]) };
            }
        }
    }

    private static IEnumerable<YamlNode> ChangedList(YamlSequence list)
    {
        for (var i = 0; i < Math.Min(list.Items.Length, ChildrenTaken); i++)
        {
            yield return list with { Items = list.Items.RemoveAt(i) };
            foreach (var item in Changed(list.Items[i]))
            {
                yield return list with { Items = list.Items.SetItem(i, item) };
            }
        }
    }

    /// <summary>In flow style; what YAML would take for something else than text stays as it was written.</summary>
    private static string Written(YamlNode node) => node switch
    {
        YamlMapping map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Written(entry.Key)}: {Written(entry.Value)}"))} }}",
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        YamlScalar { Style: YamlStyle.Plain } scalar when IsSafe(scalar.Value) => scalar.Value.Length == 0 ? "~" : scalar.Value,
        YamlScalar scalar => JsonSerializer.Serialize(scalar.Value, Quoting),
        _ => "~",
    };

    private static bool IsSafe(string value) => !value.AsSpan().ContainsAny(Special);
}
