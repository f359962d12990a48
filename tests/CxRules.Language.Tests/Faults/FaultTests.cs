using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using Xunit.Abstractions;

namespace CxRules.Language.Tests.Faults;

/// <summary>Single tokens of the shipped packs spoiled: one mistake, one error, on its line, and no other rule is lost.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Few = 1_000;
    private const int MostShown = 40;

    private static readonly DateOnly s_today = new(2026, 1, 1);

    private static int Faults => int.TryParse(Environment.GetEnvironmentVariable("CXRULES_FAULTS"), out var faults) ? faults : Few;

    /// <summary>Of the faults in rules that name one another: this may only fall.</summary>
    private const double MostWrong = 0.02;

    /// <summary>Packs whose rules name one another: definitions, tables, signals and cases. A declaration that is spoiled is reported again where it is used: that is wrong.</summary>
    private static readonly HashSet<string> s_linked = ["mobile", "retail-bank", "shop", "utility"];

    [Fact]
    public void Compile_OneTokenSpoiled_ReportsItOnceWhereItIs() =>
        Assert.DoesNotContain(Spoil(folder => !s_linked.Contains(Path.GetFileName(folder))).Keys, IsWrong);

    [Fact]
    public void Compile_OneTokenSpoiledOfRulesThatNameOneAnother_IsRarelyReportedTwice()
    {
        var table = Spoil(folder => s_linked.Contains(Path.GetFileName(folder)));

        Assert.DoesNotContain(table.Keys, outcome => outcome.Contains("throws", StringComparison.Ordinal));
        Assert.InRange(table.Where(entry => IsWrong(entry.Key)).Sum(entry => entry.Value), 0, MostWrong * Faults);
    }

    private static bool IsWrong(string outcome) => outcome.StartsWith("wrong", StringComparison.Ordinal);

    private SortedDictionary<string, int> Spoil(Func<string, bool> takes)
    {
        var packs = Directory.GetDirectories(Repository.PathOf("rules")).Where(takes).Order(StringComparer.Ordinal).Select(Pack.Read).ToArray();
        var table = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var shown = 0;
        for (var seed = 0; seed < Faults; seed++)
        {
            var random = new Random(seed);
            var pack = packs[random.Next(packs.Length)];
            var file = pack.Files[random.Next(pack.Files.Length)];
            var fault = Fault.Of(file, random);
            var (outcome, errors) = Judge(pack, file, fault);
            table[outcome] = table.GetValueOrDefault(outcome) + 1;
            if (IsWrong(outcome) && shown++ < MostShown)
            {
                var found = string.Join("\n    ", errors.Select(error => $"{error.Text.PositionOf(error.Span.Start).Line}: {error.Code} {error.Message}"));
                var lines = string.Join("\n    ", fault.Lines.Order().Select(line => $"{line}: {fault.Text[fault.Text.Line(line)]}"));
                output.WriteLine($"seed {seed}: {outcome}, {file.Text.File}: {fault.Kind} `{fault.Token}`\n    {lines}\n    {found}");
            }
        }

        foreach (var (outcome, count) in table)
        {
            output.WriteLine($"{outcome}: {count}");
        }

        return table;
    }

    private static (string Outcome, ImmutableArray<Diagnostic> Errors) Judge(Pack pack, RuleFileSyntax file, Fault fault)
    {
        RuleCompilation spoiled;
        try
        {
            spoiled = RuleCompilation.Create(pack.Texts with { Rules = pack.Texts.Rules.Replace(file.Text, fault.Text) }, s_today);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return ("wrong: it throws " + error.GetType().Name, []);
        }

        var own = fault.Rule >= 0 ? file.Rules[fault.Rule].Id?.Value : null;
        var errors = spoiled.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        if (errors.IsEmpty)
        {
            return ("right: it still means something", errors);
        }

        // A rule with another id is missed wherever it is named, and each of these places says so: nothing else is wrong.
        if (errors.All(error => error.Code == "CXR2038" && error.Text[error.Span] == own))
        {
            return ("right: it has another name", errors);
        }

        var kept = spoiled.RuleSet.Rules.Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);

        // The rules of a table are one rule of the file, and a definition is part of each rule that names it.
        var defined = file.Definitions.Where(definition => fault.Lines.Contains(file.Text.PositionOf(definition.Span.Start).Line)).Select(definition => definition.Name.Value).ToList();
        if (pack.Rules.Any(rule => rule.Id != own && !rule.Id.StartsWith($"{own}/", StringComparison.Ordinal) && !kept.Contains(rule.Id) && !defined.Any(rule.Text.Contains)))
        {
            return ("wrong: a neighbour is lost", errors);
        }

        if (errors.Length > 1)
        {
            return ($"wrong: {errors.Length} errors", errors);
        }

        var line = errors[0].Text.PositionOf(errors[0].Span.Start).Line;
        var last = errors[0].Text.PositionOf(errors[0].Span.End).Line;
        return errors[0].Text.File == file.Text.File && fault.Lines.Any(place => place >= line && place <= last) ? ("right: reported once, in its place", errors) : ("wrong: reported elsewhere", errors);
    }

    private sealed record Pack(RuleTexts Texts, ImmutableArray<RuleFileSyntax> Files, ImmutableArray<(string Id, string Text)> Rules)
    {
        public static Pack Read(string folder)
        {
            var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file))).ToImmutableArray();
            var project = files.FirstOrDefault(file => file.File == "cxrules.yaml");
            var sources = files.Where(file => file.File.EndsWith(".source.yaml", StringComparison.Ordinal)).ToImmutableArray();
            var rules = files.Where(file => file != project && !sources.Contains(file) && Path.GetExtension(file.File) is ".cxr" or ".yaml" && !file.File.EndsWith(".transitions.yaml", StringComparison.Ordinal)).ToImmutableArray();
            var texts = new RuleTexts(rules, project, sources) { Tables = [.. files.Where(file => Path.GetExtension(file.File) == ".csv")] };
            var whole = RuleCompilation.Create(texts, s_today);
            Assert.False(whole.HasErrors);
            return new(texts, [.. rules.Select(RuleFormatter.Parse)], [.. whole.RuleSet.Rules.Select(rule => (rule.Id, rule.Text[rule.Span]))]);
        }
    }
}
