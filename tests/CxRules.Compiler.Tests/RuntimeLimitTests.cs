using System.Reflection;
using System.Runtime.CompilerServices;
using CxRules.Compiler.Limits;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Compiler.Tests;

/// <summary>What checks and cannot be evaluated yet is refused by its name, once, at its place.</summary>
public sealed class RuntimeLimitTests
{
    private const string Spike = "rule spike if disposition = outage and weekly volume > 5 then route to X\n";

    public static TheoryData<string, string, string> Rules => new()
    {
        { "CXR1205", "csharp", "rule a if ‹csharp \"contact.Transfers > 2\"› then route to X" },
    };

    public static TheoryData<string> Codes => [.. typeof(LimitErrors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => ((DiagnosticDescriptor?)member.GetValue(null))?.Code ?? member.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OfWhatCannotRunYet_IsRefusedByItsName(string code, string name, string marked)
    {
        var text = Spike + marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        var compilation = Compile(text, "csharp: on");
        Assert.DoesNotContain(compilation.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        var limit = Assert.Single(RuntimeLimits.Find(compilation));
        var start = Spike.Length + marked.IndexOf('‹', StringComparison.Ordinal);
        Assert.Equal((code, start, marked.IndexOf('›', StringComparison.Ordinal) - marked.IndexOf('‹', StringComparison.Ordinal) - 1), (limit.Code, limit.Span.Start, limit.Span.Length));
        Assert.Equal($"`replay` cannot evaluate `{name}` yet.", limit.Message);
    }

    [Theory]
    [InlineData("", "rule a if weekly volume > 5 then route to X then emit signal late\nrule b if signal late is active then notify agents")]
    [InlineData("", "rule s if weekly volume > 5 then route to X\nrule a if case s is declined for 90 days and case s cost > 50,000 GBP then escalate to Y\nrule b if case is past its cap then notify agents")]
    [InlineData("CXR1205", "rule a if csharp \"contact.Transfers > 2\" then route to X")]
    [InlineData("", "rule a if weekly tally > 3 and sample meter estimates more than 40 contacts per day then route to X")]
    [InlineData("", "rule a if weekly volume > 5 then route to X via jira then escalate to Y then tag contact with coach then call back within 4 hours then notify agents")]
    [InlineData("", "define spoken as channel in (phone, voice)\ndefine many as weekly volume > 5\nrule a if spoken and many then route to X\nrule b if daily volume > 9 then suppress a")]
    public void RuleSet_OfAProject_IsRefusedForWhatItsRulesSay(string codes, string text)
    {
        var compilation = Compile(text, "csharp: on\ncurrency: GBP\nwebhooks: { jira: { url: \"https://jira.example.com/hook\" } }\n");
        Assert.DoesNotContain(compilation.Diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        Assert.Equal(codes, string.Join(' ', RuntimeLimits.Find(compilation).Select(limit => limit.Code)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = File.ReadAllText(PageOf(code)).ReplaceLineEndings("\n").Split("```");
        Assert.StartsWith($"# {code}: ", blocks[0], StringComparison.Ordinal);
        Assert.Equal(5, blocks.Length);
        Assert.Equal([code], Limits(blocks[1], code).Distinct());
        Assert.Empty(Limits(blocks[3], code));
    }

    private static IEnumerable<string> Limits(string block, string code)
    {
        var text = block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var isProject = block.StartsWith("yaml", StringComparison.Ordinal);
        var compilation = isProject ? Compile("rule a if channel = phone then route to X", text) : Compile(text, code == "CXR1205" ? "csharp: on" : null);
        return RuntimeLimits.Find(compilation).Select(limit => limit.Code);
    }

    private static RuleCompilation Compile(string text, string? project) =>
        RuleCompilation.Create(new([new("rules/a.cxr", text)], project is null ? null : new SourceText("rules/cxrules.yaml", project), []), new DateOnly(2026, 1, 1));

    private static string PageOf(string code, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "docs", "diagnostics", $"{code}.md");
}
