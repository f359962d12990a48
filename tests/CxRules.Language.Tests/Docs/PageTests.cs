using System.Globalization;
using System.Text.RegularExpressions;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Projects;
using CxRules.Language.Syntax;
using CxRules.Language.Transitions;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Docs;

/// <summary>What README.md and the pages of docs/ show as rules are rules, with nothing to mend.</summary>
public sealed partial class PageTests
{
    private const string Cookbook = "docs/cookbook.md";
    private const int Recipes = 40;

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var page in PageExamples.Pages.Where(page => page != Cookbook))
            {
                foreach (var (line, _) in PageExamples.Single(page))
                {
                    data.Add(page, line);
                }
            }

            return data;
        }
    }

    public static TheoryData<int> Sections => [.. PageExamples.Whole(Cookbook).Select(section => section.Line)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfAPage_HasNothingToMend(string page, int line) => AssertClean(page, PageExamples.Single(page).Single(example => example.Line == line).Texts);

    [Fact]
    public void SourceFiles_OfThePages_HaveNothingToMend()
    {
        var sources = PageExamples.Pages.SelectMany(page => PageBlock.Read(PageExamples.PathOf(page)).Where(block => block.IsSource)).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source =>
        {
            var diagnostics = new DiagnosticBag();
            Assert.NotNull(SourceFileReader.Read(new("some.source.yaml", source.Text), ContactSchema.Default, diagnostics));
            Assert.Equal(0, diagnostics.Count);
        });
    }

    [Fact]
    public void Transitions_OfThePages_HaveNothingToMend()
    {
        var files = PageExamples.Pages.SelectMany(page => PageBlock.Read(PageExamples.PathOf(page)).Where(block => block.IsTransitions)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            var diagnostics = new DiagnosticBag();
            Assert.NotEmpty(TransitionFileReader.Read(new("some.transitions.yaml", file.Text), Project.Default, diagnostics));
            Assert.Equal(0, diagnostics.Count);
        });
    }

    /// <summary>A section of the cookbook is one rule set: its rules know each other.</summary>
    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_OfTheCookbook_HasNothingToMend(int line) => AssertClean(Cookbook, PageExamples.Whole(Cookbook).Single(section => section.Line == line).Texts);

    [Fact]
    public void Cookbook_Headings_AreFortyQuestionsInFourSections()
    {
        var lines = File.ReadAllLines(PageExamples.PathOf(Cookbook));
        var recipes = lines.Select(line => Recipe().Match(line)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(1, Recipes), recipes);
        Assert.Equal(["## Telecom", "## Utility", "## Bank", "## Shop"], lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.All(Parts(lines), part => Assert.Contains(part, line => line is "```cxr" or "```yaml"));
    }

    /// <summary>Rewritten with CXRULES_UPDATE_BASELINES=1.</summary>
    [Fact]
    public void Cookbook_Rules_HaveTheLayoutThatFmtGives()
    {
        var page = File.ReadAllText(PageExamples.PathOf(Cookbook));
        var formatted = PageExamples.Whole(Cookbook).SelectMany(section => section.Texts.Rules).Aggregate(page, (text, rules) =>
            text.Replace($"```{Path.GetExtension(rules.File)[1..]}\n{rules.Content}```", $"```{Path.GetExtension(rules.File)[1..]}\n{RuleFormatter.Format(RuleFormatter.Parse(rules))}```", StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(PageExamples.PathOf(Cookbook), formatted);
            return;
        }

        Assert.Equal(formatted, page);
    }

    /// <summary>Whatever the language has, the cookbook shows at least once.</summary>
    [Fact]
    public void Cookbook_Rules_UseEveryConstruct()
    {
        var nodes = PageExamples.Whole(Cookbook).SelectMany(section => section.Texts.Rules).Select(RuleFormatter.Parse)
            .SelectMany(file => file.Definitions.Cast<SyntaxNode>().Concat(file.Rules)).SelectMany(WithBelow).ToList();
        var used = nodes.Select(node => node.GetType()).ToHashSet();
        var known = typeof(SyntaxNode).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(SyntaxNode)) && !type.Name.StartsWith("Bad", StringComparison.Ordinal));
        Assert.Empty(known.Where(type => !used.Contains(type)).Select(type => type.Name));
        Assert.Empty(Enum.GetValues<MeasureName>().Except(nodes.OfType<MeasureSyntax>().Select(measure => measure.Name)));
        Assert.Empty(Enum.GetValues<OperatorKind>().Except(nodes.OfType<OperatorSyntax>().Select(sign => sign.Kind)));
        Assert.Empty(Enum.GetValues<RouteVerb>().Except(nodes.OfType<RouteSyntax>().Select(route => route.Verb)));
        Assert.Empty(new[] { "median", "mean", "same weekday", "fixed" }.Except(nodes.OfType<BaselineFromSyntax>().Select(from => from.Method)));
        Assert.Empty(new[] { "cost estimate", "priority", "evidence", "via" }.Except(nodes.OfType<RouteOptionSyntax>().Select(option => option.Name)));
        Assert.Empty(Vocabulary.Clauses.Except([.. nodes.OfType<ClauseSyntax>().Select(clause => clause.Keyword), "rule"]));
        Assert.Empty(Vocabulary.Windows.Except(nodes.OfType<WindowSyntax>().Select(window => window.Word).OfType<string>()));
    }

    private static void AssertClean(string page, RuleTexts texts)
    {
        var compilation = RuleCompilation.Create(texts, PageExamples.Today);
        var found = compilation.Diagnostics.Select(found => $"{page}, {found.Text.File} {found.Start.Line}:{found.Start.Column} «{found.Text[found.Span]}» {found} {found.Help}");
        Assert.True(compilation.Diagnostics.IsEmpty, string.Join('\n', found));
        Assert.NotEmpty(compilation.RuleSet.Rules);
    }

    private static IEnumerable<SyntaxNode> WithBelow(SyntaxNode node) => node.Children.SelectMany(WithBelow).Prepend(node);

    private static IEnumerable<string[]> Parts(string[] lines)
    {
        var starts = lines.Index().Where(line => Recipe().IsMatch(line.Item)).Select(line => line.Index).Append(lines.Length).ToList();
        return starts.Zip(starts.Skip(1), (from, to) => lines[from..to]);
    }

    [GeneratedRegex(@"^### (\d+)\. .+\?$")]
    private static partial Regex Recipe();
}
