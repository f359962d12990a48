using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CxRules.Language;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Linting;
using CxRules.Language.Projects;
using CxRules.Language.Syntax;
using CxRules.Language.Tables;
using CxRules.Language.Text;
using CxRules.Language.Yaml;
using CxRules.Model.Projects;

namespace CxRules.Benchmarks;

/// <summary>1,000 rules from text to bound in a process that has done it before, phase by phase, as the editor and the server pay for it.</summary>
internal static class WarmCompilation
{
    private const int DefaultRuns = 25;
    private const int WarmUps = 150;
    private const int Rules = 1_000;
    private const double Target = 60;

    private static readonly DateOnly s_today = new(2026, 1, 1);

    public static int Run(string[] args)
    {
        var runs = int.Parse(Arguments.Value(args, "--runs") ?? DefaultRuns.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var only = Arguments.Value(args, "--only") ?? "";
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {runs} runs each after {WarmUps} that are not counted");
        Console.WriteLine();
        Console.WriteLine("| 1,000 rules | KB | lex or read ms | parse ms | bind ms | text to bound: median ms | fastest ms | processor ms | MB allocated | target ms | | lint ms | with lint and project ms |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|--:|--:|");
        var missed = false;
        foreach (var (name, texts) in Sets().Where(set => set.Name.Contains(only, StringComparison.Ordinal)))
        {
            missed |= Measure(name, texts, runs);
        }

        return missed ? 1 : 0;
    }

    private static IEnumerable<(string Name, ImmutableArray<SourceText> Texts)> Sets()
    {
        yield return ("sentences, one file", [.. RuleGenerator.Texts(Rules, Rules, _ => false)]);
        yield return ("YAML, one file", [.. RuleGenerator.Texts(Rules, Rules, _ => true)]);
        yield return ("half and half, two files", [.. RuleGenerator.Texts(Rules, Rules / 2, file => file % 2 == 1)]);
        yield return ("half and half, 1,000 files", [.. RuleGenerator.Texts(Rules, 1, file => file % 2 == 1)]);
    }

    private static bool Measure(string name, ImmutableArray<SourceText> texts, int runs)
    {
        var project = RuleGenerator.Project();
        var all = new RuleTexts(texts, project, []);
        var compiled = RuleCompilation.Create(all, s_today);
        if (compiled.HasErrors || compiled.RuleSet.Rules.Length != Rules)
        {
            throw new InvalidOperationException($"{name}: {compiled.RuleSet.Rules.Length} rules, {compiled.Diagnostics.FirstOrDefault()?.Message}");
        }

        var read = ProjectReader.Read(project, new()).Project;
        var files = RuleCompilation.Parse(texts);
        var bound = Taken.By(runs, WarmUps, () => Bind(RuleCompilation.Parse(texts), read).Bindings);
        double[] phases =
        [
            Taken.By(runs, WarmUps, () => Read(texts)).Median,
            Taken.By(runs, WarmUps, () => RuleCompilation.Parse(texts)).Median,
            Taken.By(runs, WarmUps, () => Bind(files, read).Bindings).Median,
        ];
        double[] beyond = [Lint(files, read, project, runs), Taken.By(runs, WarmUps, () => RuleCompilation.Create(all, s_today)).Median];
        var cells = string.Join(" | ", phases.Select(Shown));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {texts.Sum(text => text.Content.Length) / 1000} | {cells} | {Shown(bound.Median)} | {Shown(bound.Fastest)} | {Shown(bound.Processor)} | {bound.Bytes / 1e6:0} | {Target} | {(bound.Median > Target ? "**missed**" : "met")} | {string.Join(" | ", beyond.Select(Shown))} |"));
        return bound.Median > Target;
    }

    private static double Lint(ImmutableArray<RuleFileSyntax> files, Project project, SourceText text, int runs)
    {
        var times = new List<double>();
        for (var i = 0; i < runs + WarmUps; i++)
        {
            var (names, bindings) = Bind(files, project);
            var clock = Stopwatch.StartNew();
            new Linter(names, s_today).Lint(bindings, text, new());
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return times.Skip(WarmUps).Order().ElementAt(runs / 2);
    }

    private static (RuleSetNames Names, ImmutableArray<RuleBinding> Bindings) Bind(ImmutableArray<RuleFileSyntax> files, Project project)
    {
        var names = RuleSetNames.Of(files, project);
        return (names, RuleSetBinder.Bind(files, names, new TableSet([], "")));
    }

    /// <summary>Without the grammar: tokens of sentences, the tree of YAML.</summary>
    private static int Read(ImmutableArray<SourceText> texts)
    {
        var count = 0;
        foreach (var text in texts)
        {
            count += IsYaml(text)
                ? YamlDocumentReader.Read(text, new()) is null ? 0 : 1
                : Lexer.Scan(text, new DiagnosticBag()).Count;
        }

        return count;
    }

    private static bool IsYaml(SourceText text) => text.File.EndsWith(".yaml", StringComparison.Ordinal);

    private static string Shown(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
