using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Model.Sources;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A rule set bound from its texts, with the history it is replayed over.</summary>
internal sealed record RuleFolder(RuleCompilation Compilation, ContactSource Source, ImmutableArray<string> Files)
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly string[] Tables = [RandomTable.File, "agreed.csv"];

    /// <param name="histories">In place of those that the project names.</param>
    public static RuleFolder Load(string folder, params string[] histories)
    {
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml" && !file.Contains(".test.", StringComparison.Ordinal) && !file.Contains(".transitions.", StringComparison.Ordinal))
            .Select(file => new SourceText(file, File.ReadAllText(file))).ToList();
        var project = texts.Single(text => Path.GetFileName(text.File) == "cxrules.yaml");
        var sources = texts.Where(text => text.File.EndsWith(".source.yaml", StringComparison.Ordinal)).ToList();
        var (exposures, samples) = (Below("exposure"), Below("samples"));
        ImmutableArray<SourceText> tables = [.. Tables.SelectMany(name => Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories)).Select(file => new SourceText(file, File.ReadAllText(file)))];
        var first = Bind(texts, project, sources, exposures, samples, tables);
        ImmutableArray<string> files = histories.Length > 0 ? [.. histories] : [.. first.RuleSet.Project.HistoryFiles.SelectMany(pattern => Expand(folder, pattern)).Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        if (sources.Count == 0)
        {
            var beside = Path.GetDirectoryName(files[0]) ?? folder;
            sources = [.. Directory.EnumerateFiles(beside, "*.source.yaml").Concat(Directory.EnumerateFiles(Path.GetDirectoryName(beside) ?? folder, "*.source.yaml")).Select(file => new SourceText(file, File.ReadAllText(file)))];
        }

        var compilation = Bind(texts, project, sources, exposures, samples, tables);
        var name = compilation.RuleSet.Project.HistorySource;
        return new(compilation, compilation.Sources.First(source => name is null || source.Name == name), files);

        ImmutableArray<SourceText> Below(string name) => [.. Directory.EnumerateFiles(folder, "*.csv", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == name).Select(file => new SourceText(file, File.ReadAllText(file)))];
    }

    /// <param name="act">What people do with the cases; null: nothing.</param>
    public List<string> Differences(DateOnly? from = null, DateOnly? to = null, Func<IReadOnlyList<NaiveCase>, ImmutableArray<WrittenTransition>>? act = null)
    {
        var naive = NaiveEvaluator.Replay(Compilation.RuleSet, Source, Files, from, to, act);
        return ReplayComparison.Differences(naive, Replays.Replay.Run(new(Compilation.RuleSet, Source, Files, from, to) { Transitions = naive.Steps }));
    }

    public ReplayResult Replay() => Replays.Replay.Run(new(Compilation.RuleSet, Source, Files));

    private static RuleCompilation Bind(List<SourceText> texts, SourceText project, List<SourceText> sources, ImmutableArray<SourceText> exposures, ImmutableArray<SourceText> samples, ImmutableArray<SourceText> tables)
    {
        var compilation = RuleCompilation.Create(new([.. texts.Where(text => text != project && !sources.Contains(text))], project, [.. sources]) { Exposures = exposures, Samples = samples, Tables = tables }, Today);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static IEnumerable<string> Expand(string folder, string pattern)
    {
        var full = Path.GetFullPath(Path.Combine(folder, pattern));
        return Directory.EnumerateFiles(Path.GetDirectoryName(full) ?? folder, Path.GetFileName(full));
    }
}
