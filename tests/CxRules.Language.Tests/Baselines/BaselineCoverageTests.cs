using System.Reflection;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Baselines;

/// <summary>The cases leave nothing of the language out.</summary>
public sealed class BaselineCoverageTests
{
    /// <summary>What no file of a reasonable size, or no text file, can show.</summary>
    private static readonly (string Code, Func<SourceText> Make)[] Made =
    [
        ("CXR1002", () => new("a.cxr", new string('a', (1 << 20) + 1))),
        ("CXR1003", () => new("a.cxr", new string('\u0001', 20))),
        ("CXR1012", () => new("a.cxr", $"if {new string('(', 70)}a = b{new string(')', 70)} then route to X")),
        ("CXR1033", () => new("a.cxr", string.Concat(Enumerable.Repeat("rule\n", 300)))),
        ("CXR1116", () => new("a.yaml", new string('[', 200) + new string(']', 200))),
        ("CXR1117", () => new("a.yaml", new string('a', 2 << 20))),
        ("CXR1123", () => new("a.yaml", "rules: \u0007\n")),
        ("CXR1124", () => new("a.yaml", string.Concat(Enumerable.Repeat("a: &b c\n", 2000)))),
    ];

    private static readonly Type[] Errors = [typeof(SyntaxErrors), typeof(YamlErrors), typeof(YamlRuleErrors)];

    public static TheoryData<string> MadeCodes => [.. Made.Select(made => made.Code)];

    [Fact]
    public void Cases_Together_ShowEveryKindOfNode()
    {
        var shown = BaselineCase.Files.SelectMany(NodesOf).Select(node => node.GetType()).ToHashSet();
        var kinds = typeof(SyntaxNode).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(SyntaxNode)));
        Assert.Empty(kinds.Except(shown));
    }

    [Fact]
    public void Cases_Together_ShowEveryKindOfToken() =>
        Assert.Empty(Enum.GetValues<TokenKind>().Except(BaselineCase.Files.SelectMany(file => file.Tokens).Select(token => token.Kind)));

    [Fact]
    public void Cases_Together_ShowEveryMeasure() =>
        Assert.Empty(Enum.GetValues<MeasureName>().Except(BaselineCase.Files.SelectMany(NodesOf).OfType<MeasureSyntax>().Select(measure => measure.Name)));

    [Fact]
    public void Cases_Together_ShowEveryKeyOfARule()
    {
        var contents = BaselineCase.Files.Where(file => file.Text.File.EndsWith(".yaml", StringComparison.Ordinal)).Select(file => file.Text.Content).ToList();
        Assert.All(YamlRuleKeys.OfRule, key => Assert.Contains(contents, content => content.Contains($" {key.Name}:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cases_Together_ShowEveryMistake()
    {
        var codes = Errors.SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().Select(descriptor => descriptor.Code);
        var shown = BaselineCase.Files.SelectMany(file => file.Diagnostics).Select(diagnostic => diagnostic.Code).Concat(Made.Select(made => made.Code));
        Assert.Empty(codes.Except(shown).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(MadeCodes))]
    public void Mistake_ThatNoCaseShows_IsMade(string code) =>
        Assert.Contains(code, BaselineCase.Parse(Made.Single(made => made.Code == code).Make()).Diagnostics.Select(diagnostic => diagnostic.Code));

    internal static IEnumerable<SyntaxNode> NodesOf(RuleFileSyntax file) => file.Definitions.Cast<SyntaxNode>().Concat(file.Rules).SelectMany(Below);

    private static IEnumerable<SyntaxNode> Below(SyntaxNode node) => node.Children.SelectMany(Below).Prepend(node);
}
