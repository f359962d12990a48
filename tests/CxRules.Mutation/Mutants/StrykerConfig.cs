using System.Text.Json.Nodes;

namespace CxRules.Mutation.Mutants;

/// <summary>The settings with which `dotnet stryker` makes the whole run by itself, and what this one takes from them.</summary>
internal sealed class StrykerConfig
{
    /// <summary>Reaches none of the folders that are mutated: with these tests alone Stryker makes mutants and asks for none of them.</summary>
    private const string Unconcerned = "FullyQualifiedName~Contacts.WatermarksTests.IsLate";

    private readonly JsonObject _settings;

    private StrykerConfig(JsonObject settings) => _settings = settings;

    public static string Project { get; } = Repository.PathOf("tests/CxRules.Runtime.Tests");

    public TestFilter Filter => TestFilter.Parse(_settings["test-case-filter"]?.GetValue<string>() ?? "");

    /// <summary>The lowest score that is good enough, in percent.</summary>
    public int Least => _settings["thresholds"]?["break"]?.GetValue<int>() ?? 0;

    public static StrykerConfig Read()
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(Project, "stryker-config.json")));
        return new(root?["stryker-config"]?.AsObject() ?? throw new FormatException("stryker-config.json: `stryker-config` is missing."));
    }

    /// <summary>The same for a run that makes the mutants and stops there.</summary>
    public void WriteToMakeMutants(string file)
    {
        var settings = _settings.DeepClone().AsObject();
        settings["test-case-filter"] = Unconcerned;
        // Otherwise Stryker holds any test to reach what acts while a type is made ready.
        settings["coverage-analysis"] = "perTestInIsolation";
        settings["reporters"] = new JsonArray("json");
        settings["thresholds"] = new JsonObject { ["high"] = 1, ["low"] = 1, ["break"] = 0 };
        File.WriteAllText(file, new JsonObject { ["stryker-config"] = settings }.ToJsonString());
    }
}
