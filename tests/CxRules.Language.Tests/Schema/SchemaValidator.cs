using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CxRules.Language.Tests.Schema;

/// <summary>Holds JSON against the keywords of draft 2020-12 that our schemas use. Any other keyword is an error of the schema.</summary>
internal sealed class SchemaValidator
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default", "examples"];

    private static readonly Dictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    private readonly JsonObject _root;
    private readonly Dictionary<string, Func<JsonNode, JsonObject, JsonNode?, string, IEnumerable<string>>> _keywords;

    public SchemaValidator(string schema)
    {
        _root = Assert.IsType<JsonObject>(JsonNode.Parse(schema));
        _keywords = new(StringComparer.Ordinal)
        {
            ["type"] = Type,
            ["enum"] = (value, _, node, path) => value.AsArray().Any(item => JsonNode.DeepEquals(item, node)) ? [] : [$"{path}: none of {value.ToJsonString()}"],
            ["const"] = (value, _, node, path) => JsonNode.DeepEquals(value, node) ? [] : [$"{path}: not {value.ToJsonString()}"],
            ["pattern"] = (value, _, node, path) => node is JsonValue && node.GetValueKind() == JsonValueKind.String && !Pattern((string)value!).IsMatch((string)node!) ? [$"{path}: not like {value}"] : [],
            ["minimum"] = (value, _, node, path) => IsNumber(node) && (decimal)node! < (decimal)value ? [$"{path}: below {value}"] : [],
            ["maximum"] = (value, _, node, path) => IsNumber(node) && (decimal)node! > (decimal)value ? [$"{path}: above {value}"] : [],
            ["minItems"] = (value, _, node, path) => node is JsonArray list && list.Count < (int)value ? [$"{path}: too few"] : [],
            ["minProperties"] = (value, _, node, path) => node is JsonObject map && map.Count < (int)value ? [$"{path}: too few"] : [],
            ["required"] = (value, _, node, path) => node is JsonObject map ? value.AsArray().Where(name => !map.ContainsKey((string)name!)).Select(name => $"{path}: {name} is missing") : [],
            ["properties"] = (value, _, node, path) => node is JsonObject map ? value.AsObject().Where(key => map.ContainsKey(key.Key)).SelectMany(key => Check(key.Value, map[key.Key], $"{path}/{key.Key}")) : [],
            ["patternProperties"] = (value, _, node, path) => node is JsonObject map ? value.AsObject().SelectMany(key => map.Where(entry => Pattern(key.Key).IsMatch(entry.Key)).SelectMany(entry => Check(key.Value, entry.Value, $"{path}/{entry.Key}"))) : [],
            ["propertyNames"] = (value, _, node, path) => node is JsonObject map ? map.SelectMany(entry => Check(value, JsonValue.Create(entry.Key), $"{path}/{entry.Key} (name)")) : [],
            ["additionalProperties"] = (value, schema, node, path) => node is JsonObject map ? Additional(value, schema, map, path) : [],
            ["items"] = (value, _, node, path) => node is JsonArray list ? list.SelectMany((item, index) => Check(value, item, $"{path}/{index}")) : [],
            ["anyOf"] = (value, _, node, path) => value.AsArray().Any(schema => !Check(schema, node, path).Any()) ? [] : [$"{path}: none of {value.AsArray().Count} shapes"],
            ["allOf"] = (value, _, node, path) => value.AsArray().SelectMany(schema => Check(schema, node, path)),
            ["not"] = (value, _, node, path) => Check(value, node, path).Any() ? [] : [$"{path}: not allowed"],
            ["$ref"] = (value, _, node, path) => Check(Resolve((string)value!), node, path),
        };
    }

    /// <summary>What is wrong with a document; none: it is valid.</summary>
    public IReadOnlyList<string> Errors(JsonNode? document) => [.. Check(_root, document, "")];

    private IEnumerable<string> Check(JsonNode? schema, JsonNode? node, string path)
    {
        if (schema is not JsonObject map)
        {
            return (bool)schema! ? [] : [$"{path}: not allowed"];
        }

        return map.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword =>
            (_keywords.GetValueOrDefault(keyword.Key) ?? throw new InvalidOperationException($"The validator does not know `{keyword.Key}`."))(keyword.Value!, map, node, path));
    }

    private IEnumerable<string> Additional(JsonNode value, JsonObject schema, JsonObject map, string path) => map
        .Where(entry => schema["properties"]?.AsObject().ContainsKey(entry.Key) != true)
        .Where(entry => schema["patternProperties"]?.AsObject().Any(pattern => Pattern(pattern.Key).IsMatch(entry.Key)) != true)
        .SelectMany(entry => Check(value, entry.Value, $"{path}/{entry.Key}"));

    private static IEnumerable<string> Type(JsonNode value, JsonObject schema, JsonNode? node, string path)
    {
        string[] allowed = value is JsonArray several ? [.. several.Select(type => (string)type!)] : [(string)value!];
        return allowed.Any(type => IsOfType(node, type)) ? [] : [$"{path}: no {string.Join(" or ", allowed)}"];
    }

    private static bool IsOfType(JsonNode? node, string type) => (type, node?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => (decimal)node! % 1 == 0,
        ("null" or "object" or "array" or "string" or "boolean" or "number" or "integer", _) => false,
        _ => throw new InvalidOperationException($"The validator does not know the type `{type}`."),
    };

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    private JsonNode Resolve(string reference) => _root["$defs"]?[reference["#/$defs/".Length..]] ?? throw new InvalidOperationException($"{reference} leads nowhere.");

    /// <summary>In ECMAScript `$` is the very end; in .NET it may be before the last line break.</summary>
    private static Regex Pattern(string pattern)
    {
        if (!Patterns.TryGetValue(pattern, out var regex))
        {
            regex = Patterns[pattern] = new(pattern.Replace("$)", @"\z)", StringComparison.Ordinal) is var inner && inner.EndsWith('$') ? inner[..^1] + @"\z" : inner, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return regex;
    }
}
