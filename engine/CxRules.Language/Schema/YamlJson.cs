using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CxRules.Language.Yaml;

namespace CxRules.Language.Schema;

/// <summary>A YAML tree as JSON, plain scalars by the core schema of YAML 1.2: what an editor holds against a JSON Schema.</summary>
internal static partial class YamlJson
{
    public static JsonNode? Of(YamlNode? node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, Of(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Of)]),
        YamlScalar { Style: YamlStyle.Plain } scalar => Plain(scalar),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static JsonValue? Plain(YamlScalar scalar)
    {
        if (YamlNothing.Is(scalar))
        {
            return null;
        }

        return scalar.Value switch
        {
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => Number(scalar.Value) ?? JsonValue.Create(scalar.Value),
        };
    }

    private static JsonValue? Number(string value)
    {
        if (!NumberForm().IsMatch(value))
        {
            return null;
        }

        return decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(double.Parse(value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex NumberForm();
}
