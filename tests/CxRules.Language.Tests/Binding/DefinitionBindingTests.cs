using CxRules.Language.Binding;

namespace CxRules.Language.Tests.Binding;

public sealed class DefinitionBindingTests
{
    [Theory]
    [InlineData("define spoken as channel in (phone, voice)", "spoken", "(channel in phone|voice)", "")]
    [InlineData("define spoken as channel in (phone, voice)", "not spoken and cancelled", "(and (flag cancelled) (not (channel in phone|voice)))", "")]
    [InlineData("define fees as (\"Late Fee\", refund)", "disposition in fees", "(disposition in \"Late Fee\"|late-fee|late-fee-waiver|refund)", null)]
    [InlineData("define fees as (refund, outage)\ndefine bad as (fees, billing)", "disposition in bad", null, "")]
    [InlineData("define weekend as (saturday, sunday)", "weekday in weekend", "(weekday in Sunday|Saturday)", "")]
    [InlineData("define low as (1, 2)", "csat in low", "(or (csat Equal 1000000) (csat Equal 2000000))", "")]
    [InlineData("define many as weekly volume > 50", "channel = phone and many", "(channel in phone)", "Volume P 7d > 50")]
    [InlineData("define many as at least 50 contacts", "channel = phone and weekly volume > 5 and many", "(channel in phone)", "(Volume P 7d > 5 and Volume P 7d >= 50)")]
    [InlineData("define rise as channel = phone and weekly volume > baseline × 1.3", "rise and cancelled", "(and (channel in phone) (flag cancelled))", "Volume P 7d > 1.3xmedian(8,4)")]
    [InlineData("define a as b and cancelled\ndefine b as channel = phone and daily volume > 5", "a", "(and (channel in phone) (flag cancelled))", "Volume P 1d > 5")]
    [InlineData("define many as weekly volume > 50", "many or daily volume > 9", "(and )", "(Volume P 7d > 50 or Volume P 1d > 9)")]
    public void Definition_Used_BindsAsWrittenOut(string definitions, string condition, string? population, string? signal)
    {
        var rule = Rule($"{definitions}\nrule r if {condition} then route to Billing");
        if (population is not null && signal is not null)
        {
            Assert.Equal((population, signal), (rule.Population.Key, BoundPrinter.Signal(rule)));
        }

        Assert.Equal(condition, rule.ConditionText);
    }

    [Fact]
    public void Definition_OfAnotherFile_IsFoundAndKeepsTheSentence()
    {
        var compilation = Compiled.Files([("rules/z.cxr", "define spoken as channel = phone and weekly volume > 5"), ("rules/a.cxr", "rule r if spoken then route to Billing")]);
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal("(channel in phone)", Assert.Single(compilation.RuleSet.Rules).Population.Key);
    }

    [Fact]
    public void Mistake_InADefinition_IsReportedThereAndNeverInItsUsers()
    {
        var compilation = Compiled.Files(
        [
            ("rules/a.cxr", "rule one if bad then route to Billing\nrule two if worse and weekly volume > 5 for 2 days then route to Billing\nrule three if disposition in codes then route to Billing\nrule four if channel = fax then route to Billing"),
            ("rules/z.cxr", "define bad as disposition = refnd\ndefine worse as bad and channel = phone\ndefine codes as (refund, outge)"),
        ]);
        Assert.Equal(["CXR2002 refnd", "CXR2002 outge"], compilation.Diagnostics.Select(found => $"{found.Code} {found.Text[found.Span]}"));
        Assert.All(compilation.Diagnostics, found => Assert.Equal("rules/z.cxr", found.Text.File));
        Assert.Equal("four", Assert.Single(compilation.RuleSet.Rules).Id);
    }

    [Fact]
    public void WindowMissing_OnlyWhereItIsUsed_IsReportedThere() =>
        Assert.Equal("CXR2016", Compiled.OnlyMistake("define many as at least 50 contacts\nrule r if channel = phone and ‹many› then route to Billing").Code);

    [Theory]
    [InlineData("CXR2056", "define a as channel = phone\ndefine ‹a› as channel = fax\nrule r if a then route to Billing")]
    [InlineData("CXR2057", "define ‹region› as channel = phone\nrule r if cancelled then route to Billing")]
    [InlineData("CXR2057", "define ‹handle-time› as channel = phone\nrule r if cancelled then route to Billing")]
    [InlineData("CXR2057", "define ‹late-fee› as (refund, outage)\nrule r if cancelled then route to Billing")]
    [InlineData("CXR2058", "define a as ‹a› or channel = phone\nrule r if a then route to Billing")]
    [InlineData("CXR2058", "define a as b and cancelled\ndefine b as ‹a› or channel = phone\nrule r if a then route to Billing")]
    [InlineData("CXR2058", "define a as (refund, b)\ndefine b as (outage, ‹a›)\nrule r if disposition in a then route to Billing")]
    [InlineData("CXR2060", "define a as (refund, outage)\nrule r if ‹a› then route to Billing")]
    [InlineData("CXR2060", "define a as (refund, outage)\nrule r if disposition = ‹a› then route to Billing")]
    [InlineData("CXR2060", "define a as channel = phone\nrule r if disposition in (refund, ‹a›) then route to Billing")]
    [InlineData("CXR2001", "define late-calls as channel = phone\nrule r if ‹late-cals› then route to Billing\nrule s if late-calls then route to Billing")]
    [InlineData("CXR2012", "define a as ‹channel = phone or weekly volume > 5›\nrule r if a then route to Billing")]
    [InlineData("CXR2012", "define a as weekly volume > 5\nrule r if ‹a or channel = phone› then route to Billing")]
    [InlineData("CXR2013", "define a as weekly volume > 5\nrule r if weekly volume of (‹a›) > 5 then route to Billing")]
    [InlineData("CXR2016", "define a as ‹volume› > 5\nrule r if a then route to Billing")]
    [InlineData("CXR3010", "define ‹a› as channel = phone\nrule r if cancelled then route to Billing")]
    public void Definition_Mistake_IsReportedOnce(string code, string marked) => Assert.Equal(code, Compiled.OnlyMistake(marked).Code);

    [Fact]
    public void UnknownFlag_NearADefinition_NamesIt() => Assert.Equal(
        "Did you mean 'late-calls'?",
        Compiled.OnlyMistake("define late-calls as channel = phone\nrule r if ‹late-cals› then route to Billing\nrule s if late-calls then route to Billing").Help);

    [Fact]
    public void DoublingDefinitions_AreRefusedAndQuick()
    {
        var lines = Enumerable.Range(1, 60).Select(level => $"define a{level} as (a{level - 1} or region = r{level}) and (a{level - 1} or segment = s{level})");
        var compilation = Compiled.File($"define a0 as channel = phone\n{string.Join('\n', lines)}\nrule r if a60 then route to Billing");
        Assert.Equal("CXR2059", Assert.Single(compilation.Diagnostics).Code);
        Assert.Empty(compilation.RuleSet.Rules);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void DefinitionsInDefinitions_TooDeep_AreRefused(int step)
    {
        var lines = Enumerable.Range(1, 3_000).Select(level => $"define a{level} as (a{level - 1}) or region = r{level}");
        var compilation = Compiled.File($"define a0 as channel = phone\n{string.Join('\n', step > 0 ? lines : lines.Reverse())}\nrule r if a3000 then route to Billing");
        Assert.Contains(compilation.Diagnostics, diagnostic => diagnostic.Code == "CXR2081");
        Assert.Empty(compilation.RuleSet.Rules);
    }

    private static BoundRule Rule(string text)
    {
        var compilation = Compiled.File(text);
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.RuleSet.Rules);
    }
}
