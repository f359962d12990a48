using System.Text.Json.Nodes;
using CxRules.Language.Tests.Docs;

namespace CxRules.Language.Tests.Schema;

/// <summary>The committed schemas are those that the tables make, and help whoever writes a file.</summary>
public sealed class SchemaFileTests
{
    public static TheoryData<string> Kinds => [.. SchemaKind.All.Select(kind => kind.Name)];

    public static string Folder => Path.Combine(MarkdownBlocks.DocsFolder(), "..", "editors", "schema");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void File_OfAKind_IsWhatTheTablesMake(string name)
    {
        var file = Path.Combine(Folder, $"{name}.schema.json");
        var expected = Kind(name).Schema;
        if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(file, expected);
        }

        Assert.True(File.ReadAllText(file).ReplaceLineEndings("\n") == expected, $"editors/schema/{name}.schema.json is out of date: run this test with CXRULES_UPDATE_BASELINES=1.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Keys_OfASchema_AreDescribedInASentence(string name)
    {
        var keys = Properties(JsonNode.Parse(Kind(name).Schema)).ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Matches(@"^\S.*[.…]\z", (string?)key.Value?["description"] ?? $"{key.Key} has no description"));
    }

    /// <summary>An example, or a default, is a value that may stand there.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Examples_OfASchema_AreValid(string name)
    {
        var root = JsonNode.Parse(Kind(name).Schema)!;
        foreach (var (key, schema) in Properties(root))
        {
            var alone = schema!.DeepClone().AsObject();
            alone["$defs"] = root["$defs"]?.DeepClone() ?? new JsonObject();
            var validator = new SchemaValidator(alone.ToJsonString());
            JsonNode?[] values = [.. schema["examples"]!.AsArray(), .. schema.AsObject().ContainsKey("default") ? (JsonNode?[])[schema["default"]] : []];
            Assert.All(values, value => Assert.True(validator.Errors(value).Count == 0, $"{key}: {value?.ToJsonString()}"));
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode? node) => node switch
    {
        JsonObject map => (map["properties"] as JsonObject ?? []).Concat(map.Where(entry => entry.Key is not ("examples" or "default")).SelectMany(entry => Properties(entry.Value))),
        JsonArray list => list.SelectMany(Properties),
        _ => [],
    };

    private static SchemaKind Kind(string name) => SchemaKind.All.Single(kind => kind.Name == name);
}
