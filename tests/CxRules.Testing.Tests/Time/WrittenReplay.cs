using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Report;
using CxRules.Report.Replays;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Time;

/// <summary>A rule set and a history that a test writes down, replayed.</summary>
internal sealed record WrittenReplay(string Rules, string Source)
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>`cxrules.yaml`.</summary>
    public string Project { get; init; } = "zone: UTC\n";

    /// <summary>Tables and exposures, by the names that rules and project give them; null: nobody looked.</summary>
    public ImmutableArray<SourceText> Tables { get; init; } = [];

    public ImmutableArray<SourceText>? Exposures { get; init; }

    public ImmutableArray<SourceText>? Samples { get; init; }

    /// <summary>The first and the last local day that are evaluated.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>How many threads read; null: as the engine chooses.</summary>
    public int? Threads { get; init; }

    /// <param name="files">The contents of each file.</param>
    public ReplayResult Run(params ReadOnlySpan<string> files) => Run(options => Replay.Run(options), files);

    public ReplayResult Run(ImmutableArray<string> paths) => Replay.Run(Options(paths));

    /// <summary>What a rule saw on a day.</summary>
    public RuleExplanation Explain(string rule, DateOnly day, params ReadOnlySpan<string> files) =>
        Run(options => Explainer.Rule(options, rule, day), files).Explanation ?? throw new InvalidOperationException($"Nothing explains {rule}.");

    /// <summary>What became of a contact.</summary>
    public ContactExplanation ExplainContact(string id, params ReadOnlySpan<string> files) =>
        Run(options => Explainer.Contact(options, id), files).Explanation ?? throw new InvalidOperationException($"Nothing explains {id}.");

    private T Run<T>(Func<ReplayOptions, T> run, ReadOnlySpan<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("cxrules-written-");
        try
        {
            var paths = ImmutableArray.CreateBuilder<string>();
            foreach (var file in files)
            {
                paths.Add(Path.Combine(folder.FullName, $"{paths.Count:00}.csv"));
                File.WriteAllText(paths[^1], file);
            }

            return run(Options(paths.ToImmutable()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ReplayOptions Options(ImmutableArray<string> paths)
    {
        var compilation = RuleCompilation.Create(new([new("rules.cxr", Rules)], new("cxrules.yaml", Project), [new("history.source.yaml", Source)]) { Tables = Tables, Exposures = Exposures, Samples = Samples }, Today);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic.Code} {diagnostic.Message}"));
        return new(compilation.RuleSet, Assert.Single(compilation.Sources), paths, From, To) { Threads = Threads };
    }

    /// <summary>All of the JSON but `history.files`, the file and line of rejects, and their order, which is that of the rows.</summary>
    public static string Comparable(ReplayResult result)
    {
        var text = new StringWriter();
        ReplayReport.Write(result, ReportFormat.Json, ReportLayout.Plain, text);
        var json = JsonNode.Parse(text.ToString()) ?? throw new InvalidOperationException();
        json["history"]?.AsObject().Remove("files");
        var rejects = json["rejects"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
        foreach (var reject in rejects)
        {
            reject.Remove("file");
            reject.Remove("line");
        }

        json["rejects"] = new JsonArray([.. rejects.Select(reject => reject.ToJsonString()).Order(StringComparer.Ordinal).Select(text => JsonNode.Parse(text))]);
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>The seven counts: accepted, late, superseded, duplicate, quarantined, rejected, erased; checked to sum to those received.</summary>
    public static string Counts(ReplayResult result)
    {
        var history = result.History;
        long[] counts = [history.Accepted, history.Late, history.Superseded, history.Duplicate, history.Quarantined, history.Rejected, history.Erased];
        Assert.Equal(history.Received, counts.Sum());
        return string.Join(' ', counts);
    }
}
