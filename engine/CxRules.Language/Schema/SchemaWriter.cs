using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxRules.Language.Diagnostics;
using CxRules.Language.Shapes;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Schema;

/// <summary>Writes a shape as a JSON Schema.</summary>
internal sealed class SchemaWriter
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonObject?> _shared = new(StringComparer.Ordinal);

    public string Write(string title, string description, Shape root)
    {
        var schema = Of(root);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        schema.Insert(2, "description", description);
        if (_shared.Count > 0)
        {
            schema["$defs"] = new JsonObject(_shared.Select(shape => KeyValuePair.Create(shape.Key, (JsonNode?)shape.Value)));
        }

        return schema.ToJsonString(Layout) + "\n";
    }

    private JsonObject Of(Shape shape) => shape switch
    {
        TextShape text => Text(text),
        SentenceShape => Scalar(SchemaPatterns.Something, "string", "number", "boolean"),
        ChoiceShape choice => Choice(choice),
        NumberShape number => Limits(Scalar(SchemaPatterns.Trimmed(SchemaPatterns.Number + (number.AllowsPercent ? "%?" : "")), "number", "string"), number.Least, number.Most),
        WholeShape whole => Limits(Scalar(SchemaPatterns.Trimmed(SchemaPatterns.Whole), "integer", "string"), whole.Least, whole.Most),
        RateShape rate => Scalar(SchemaPatterns.Trimmed(SchemaPatterns.Rate(rate.Of, rate.Per)), "string"),
        MoneyShape money => Scalar(SchemaPatterns.Trimmed(SchemaPatterns.Money(money.Per)), "string"),
        DateShape => Scalar(SchemaPatterns.Exactly(SchemaPatterns.Date), "string"),
        LocalTimeShape => Scalar(SchemaPatterns.Exactly(SchemaPatterns.LocalTime), "string"),
        DurationShape => Scalar(SchemaPatterns.Trimmed(SchemaPatterns.Duration()), "string"),
        MapShape map => Map(map),
        NamesShape names => Names(names),
        ListShape list => List(list),
        UnionShape union => new() { ["anyOf"] = new JsonArray([.. union.Shapes.Select(Of)]) },
        SharedShape shared => Shared(shared),
        _ => throw new InvalidOperationException($"{shape.GetType().Name} has no JSON Schema."),
    };

    private static JsonObject Text(TextShape text)
    {
        if (text.IsVerbatim)
        {
            return new() { ["type"] = Types(["string", "number", "boolean", "null"]) };
        }

        return text.Form is { } form
            ? Scalar(SchemaPatterns.Trimmed(form.Pattern), "string")
            : Scalar(SchemaPatterns.Something, "string", "number", "boolean");
    }

    /// <summary>The words for completion, each with its sentence, and then their other spellings.</summary>
    private static JsonObject Choice(ChoiceShape choice)
    {
        var words = choice.Words.All(word => word.Doc is null)
            ? [new() { ["enum"] = new JsonArray([.. choice.Words.Select(word => Value(word.Name))]) }]
            : choice.Words.Select(word => word.Doc is null
                ? new JsonObject { ["const"] = Value(word.Name) }
                : new JsonObject { ["const"] = Value(word.Name), ["description"] = word.Doc });
        var spellings = Scalar(SchemaPatterns.Trimmed(SchemaPatterns.AnyOf(choice.Words.Select(word => word.Name))), "string");
        return new() { ["anyOf"] = new JsonArray([.. words, spellings]) };
    }

    private JsonObject Map(MapShape map)
    {
        var schema = new JsonObject { ["type"] = Types(map.IsNeeded ? ["object"] : ["object", "null"]) };
        if (map.IsNeeded && (map.IgnoresCase || !map.Keys.Any(key => key.IsRequired)))
        {
            schema["minProperties"] = 1;
        }

        AddKeys(schema, [.. map.Keys.Select(key => map.IgnoresCase ? key with { IsRequired = false } : key)]);
        if (map.IgnoresCase)
        {
            AddSpellings(schema, map);
        }

        schema["additionalProperties"] = false;
        return schema;
    }

    /// <summary>`IF:` is as good as `if:`; completion offers the small letters alone.</summary>
    private void AddSpellings(JsonObject schema, MapShape map)
    {
        var patterns = new JsonObject();
        foreach (var (shape, names) in map.Keys.Select(key => (Shape: Of(key.Value), key.Name)).GroupBy(key => key.Shape.ToJsonString(), key => key, (_, keys) => (keys.First().Shape, keys.Select(key => key.Name).ToArray())))
        {
            patterns[$"^(?!(?:{string.Join('|', names)})$)(?:{SchemaPatterns.AnyOf(names)})$"] = shape;
        }

        schema["patternProperties"] = patterns;
        if (map.Keys.Any(key => key.IsRequired))
        {
            schema["allOf"] = new JsonArray([.. map.Keys.Where(key => key.IsRequired).Select(key => Required(key.Name))]);
        }
    }

    private static JsonObject Required(string name)
    {
        var pattern = SchemaPatterns.Exactly(SchemaPatterns.AnyOf([name]));
        var noSpelling = new JsonObject { ["propertyNames"] = new JsonObject { ["not"] = new JsonObject { ["pattern"] = pattern } } };
        return new() { ["anyOf"] = new JsonArray(new JsonObject { ["required"] = Strings([name]) }, new JsonObject { ["not"] = noSpelling }) };
    }

    private JsonObject Names(NamesShape names)
    {
        var schema = new JsonObject { ["type"] = Types([.. TypesOf(names)]) };
        AddKeys(schema, [.. names.Known]);
        if (names.IsNeeded)
        {
            schema["minProperties"] = 1;
        }

        if (names.NamePattern is { } pattern)
        {
            schema["propertyNames"] = new JsonObject { ["pattern"] = SchemaPatterns.Exactly(pattern) };
        }

        schema["additionalProperties"] = names.IsClosed ? false : Of(names.About);
        if (names.AllowsList)
        {
            schema["items"] = Scalar(SchemaPatterns.Something, "string", "number", "boolean");
        }

        return schema;
    }

    private static IEnumerable<string> TypesOf(NamesShape names) =>
        new[] { ("object", true), ("null", !names.IsNeeded), ("array", names.AllowsList) }.Where(type => type.Item2).Select(type => type.Item1);

    private JsonObject List(ListShape list)
    {
        var item = Of(list.Each);
        var schema = new JsonObject { ["type"] = Types(list.AllowsNone ? ["array", "null"] : ["array"]), ["items"] = item };
        if (!list.AllowsNone)
        {
            schema["minItems"] = 1;
        }

        return list.AllowsOne ? new() { ["anyOf"] = new JsonArray(schema, item.DeepClone()) } : schema;
    }

    private JsonObject Shared(SharedShape shared)
    {
        if (_shared.TryAdd(shared.Name, null))
        {
            _shared[shared.Name] = Of(shared.Shape());
        }

        return new() { ["$ref"] = $"#/$defs/{shared.Name}" };
    }

    private void AddKeys(JsonObject schema, IReadOnlyList<Key> keys)
    {
        if (keys.Count > 0)
        {
            schema["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Described(key))));
        }

        if (keys.Any(key => key.IsRequired))
        {
            schema["required"] = Strings(keys.Where(key => key.IsRequired).Select(key => key.Name));
        }
    }

    private JsonObject Described(Key key)
    {
        var schema = Of(key.Value);
        schema.Insert(0, "description", key.Doc);
        if (key.Default is { } usual)
        {
            schema["default"] = Value(usual);
        }

        schema["examples"] = new JsonArray(Value(key.Value.Example));
        return schema;
    }

    private static JsonObject Scalar(string pattern, params string[] types) => new() { ["type"] = Types(types), ["pattern"] = pattern };

    private static JsonObject Limits(JsonObject schema, decimal least, decimal most)
    {
        schema["minimum"] = least;
        schema["maximum"] = most;
        return schema;
    }

    private static JsonNode Types(string[] types) => types.Length == 1 ? JsonValue.Create(types[0]) : Strings(types);

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static JsonNode? Value(string yaml) => YamlJson.Of(YamlDocumentReader.Read(new SourceText("example", yaml), new DiagnosticBag()));
}
