using CxRules.Language.Tests.Binding;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Linting;

/// <summary>Lints that look at several rules, and what a project makes of lints.</summary>
public sealed class RuleSetLintTests
{
    private static readonly Project First = Compiled.Project with { Match = MatchPolicy.First };

    [Theory]
    [InlineData("CXR3006", "rule ‹a› if disposition = refund and weekly volume > 5 then notify agents")]
    [InlineData("CXR3008", "rule a if channel = phone and weekly volume > 5 then route to Billing\nrule ‹b› if channel = phone and daily volume > 9 then route to Billing")]
    [InlineData("CXR3008", "rule a if channel = phone and cancelled then route to Billing\nrule ‹b› if cancelled and channel = phone then route to Billing")]
    public void RuleSet_Finding_IsReportedOnce(string code, string marked) => Assert.Equal(code, Compiled.OnlyMistake(marked).Code);

    [Theory]
    [InlineData("rule a if channel = phone then route to Billing\nrule ‹b› if channel = phone and cancelled then route to Marketing")]
    [InlineData("rule a if channel in (phone, fax) then route to Billing\nrule ‹b› if cancelled and channel = fax then route to Marketing")]
    [InlineData("rule ‹b› if cancelled and channel = fax then route to Marketing\nrule a priority 2 if channel = fax then route to Billing")]
    public void MatchFirst_RuleThatGetsNothing_IsReported(string marked) => Assert.Equal("CXR3007", Compiled.OnlyMistake(marked, First).Code);

    [Theory]
    [InlineData("rule a if channel = phone and cancelled then route to Billing\nrule b if channel = phone then route to Marketing")]
    [InlineData("rule a if channel = phone then route to Billing\nrule b if channel in (phone, fax) then route to Marketing")]
    [InlineData("rule a if channel = phone and weekly volume > 5 then route to Billing\nrule b if channel = phone and cancelled then route to Marketing")]
    [InlineData("rule a if channel = phone and weekly volume > 5 then suppress b then route to Billing\nrule b if channel = phone and daily volume > 9 then route to Billing")]
    [InlineData("rule a if channel = phone and weekly volume > 5 per region then route to Billing\nrule b if channel = phone and daily volume > 9 then route to Billing")]
    [InlineData("rule a if disposition = refund and weekly volume > 5 then emit signal x")]
    public void RuleSet_ThatIsFine_HasNoFinding(string text) => Assert.Empty(Compiled.File(text, First).Diagnostics.Select(found => found.ToString()));

    [Theory]
    [InlineData("if disposition = late-fee then route to X", "refund, praise-lost")]
    [InlineData("if demand = failure then route to X", "")]
    [InlineData("if weekly volume > 5 and weekly share of (disposition in (refund, fees, praise-lost)) > 5% then route to X", "")]
    [InlineData("if touchpoint = bill then route to X", "refund, praise-lost")]
    [InlineData("if channel = phone then route to owner of disposition", "")]
    public void UnusedDispositions_AreReportedOnceAProject(string rule, string unused)
    {
        const string Project = "fallback owner: X\ntouchpoints: { bill: { journey: use } }\ndispositions:\n  fees: { title: Fees }\n  late-fee: { below: fees, demand: failure, touchpoint: bill }\n  refund: { demand: failure }\n  praise-lost: { demand: failure }\n  praise: { demand: value }\n";
        var found = RuleCompilation.Create(new([new("a.cxr", rule)], new("cxrules.yaml", Project), []), Compiled.Today).Diagnostics;
        Assert.Equal(unused.Length == 0 ? [] : new[] { $"CXR3009 dispositions {unused}" }, found.Select(lint => $"{lint.Code} {lint.Text[lint.Span]} {lint.Message[(lint.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.')}"));
    }

    [Fact]
    public void Lints_OfTheProject_ChangeTheirSeverity()
    {
        const string Text = "if channel = phone and handle time > 20 min then route to Silent";
        Assert.Equal(["CXR3004 Warning", "CXR3003 Warning"], Found(Compiled.Project));
        Assert.Equal(["CXR3004 Error"], Found(Compiled.Project with { Lints = Compiled.Project.Lints.Add("CXR3003", LintSetting.Off).Add("CXR3004", LintSetting.Error) }));

        static IEnumerable<string> Found(Project project) => Compiled.File(Text, project).Diagnostics.Select(found => $"{found.Code} {found.Severity}");
    }

    [Fact]
    public void ExpiredRule_AsAWarning_StillRuns()
    {
        const string Text = "rule a expires 2026-05-31 if channel = phone then route to Billing";
        Assert.Empty(Compiled.File(Text).RuleSet.Rules);
        Assert.Single(Compiled.File(Text, Compiled.Project with { Lints = Compiled.Project.Lints.Add("CXR3002", LintSetting.Warning) }).RuleSet.Rules);
    }
}
