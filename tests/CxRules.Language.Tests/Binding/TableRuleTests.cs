using CxRules.Language.Diagnostics;

namespace CxRules.Language.Tests.Binding;

/// <summary>`for each row of limits.csv as t`.</summary>
public sealed class TableRuleTests
{
    private const string Rule = "for each row of limits.csv as t\nrule busy\nif disposition = t.code and weekly volume > t.limit contacts\nthen route to t.owner";

    [Fact]
    public void Rows_EachMakeARuleOfTheirOwn()
    {
        var compilation = Compile(Rule, "Key,limit,code,owner\nNorth Side,40,refund,Billing\nsouth,\"1,055\",\"Late Fee\",Chief Operating Officer\n");
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal(["busy/north-side", "busy/south"], compilation.RuleSet.Rules.Select(rule => rule.Id));
        Assert.Equal(["Volume P 7d > 40", "Volume P 7d > 1055"], compilation.RuleSet.Rules.Select(BoundPrinter.Signal));
        Assert.Equal(["(disposition in refund)", "(disposition in \"Late Fee\"|late-fee)"], compilation.RuleSet.Rules.Select(rule => rule.Population.Key).Select(key => key.Replace("\"Late Fee\")", "\"Late Fee\"|late-fee)", StringComparison.Ordinal)));
        Assert.Equal(["Billing", "Chief Operating Officer"], compilation.RuleSet.Rules.Select(rule => rule.Route?.Owners[0]));
        Assert.Equal("disposition = refund and weekly volume > 40 contacts", compilation.RuleSet.Rules[0].ConditionText);
    }

    [Theory]
    [InlineData("rule busy \"More than agreed\"", "More than agreed · north-side")]
    [InlineData("rule busy", null)]
    public void Title_OfARow_EndsWithItsKey(string header, string? title) =>
        Assert.Equal(title, Compile(Rule.Replace("rule busy", header, StringComparison.Ordinal), "Key,limit,code,owner\nNorth Side,40,refund,Billing\n").RuleSet.Rules.Single().Title);

    [Theory]
    [InlineData("handle time > t.v", "20 min", "(handle time Greater 1200000)")]
    [InlineData("refund > t.v", "£500", "(refund Greater 500000000)")]
    [InlineData("refund > t.v", "500 GBP", "(refund Greater 500000000)")]
    [InlineData("csat <= t.v", "2.5", "(csat LessOrEqual 2500000)")]
    [InlineData("channel in (phone, t.v)", "chat", "(channel in chat|phone)")]
    [InlineData("channel = t.v", "311", "(channel in 311)")]
    [InlineData("channel = t.v", "Phone Call", "(channel in \"Phone Call\")")]
    [InlineData("cancelled at >= t.v", "1970-01-01", "(cancelled at GreaterOrEqual 621355968000000000)")]
    public void Cell_IsTypedByWhereItStands(string condition, string cell, string key) =>
        Assert.Equal(key, Assert.Single(Compile($"for each row of limits.csv as t\nrule a if {condition} then route to Billing", $"key,v\nx,\"{cell}\"\n").RuleSet.Rules).Population.Key);

    [Theory]
    [InlineData("CXR2065", "key,limit,code,owner\na,40,refund,Billing\nb,‹many›,refund,Billing\n")]
    [InlineData("CXR2065", "key,limit,code,owner\na,40,refund,Billing\nb,‹›,refund,Billing\n")]
    [InlineData("CXR2065", "key,limit,code,owner\na,40,refund,Billing\nb,‹40 customers›,refund,Billing\n")]
    [InlineData("CXR2002", "key,limit,code,owner\na,40,refund,Billing\nb,40,‹refnd›,Billing\n")]
    [InlineData("CXR2031", "key,limit,code,owner\na,40,refund,Billing\nb,40,outage,‹Biling›\n")]
    [InlineData("CXR2063", "key,limit,code,owner\nNorth,40,refund,Billing\n‹north›,40,refund,Billing\n")]
    [InlineData("CXR2062", "key,limit,code,owner\na,40,refund,Billing\n‹b,40,refund›\n")]
    [InlineData("CXR2062", "key,limit,code,owner\na,40,refund,Billing\n‹--›,40,outage,Billing\n")]
    [InlineData("CXR2062", "key,limit,code,owner\na,40,refund,‹\"Billing›\n")]
    [InlineData("CXR2062", "key,limit,code,owner,‹Limit›\na,40,refund,Billing,3\n")]
    public void Table_Mistake_IsReportedAtItsPlace(string code, string marked)
    {
        var start = marked.IndexOf('‹', StringComparison.Ordinal);
        var place = marked[(start + 1)..marked.IndexOf('›', StringComparison.Ordinal)];
        var found = Only(Compile(Rule, marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal)));
        Assert.Equal((code, "rules/limits.csv", start, place), (found.Code, found.Text.File, found.Span.Start, found.Text[found.Span]));
    }

    [Theory]
    [InlineData("for each row of limits.csv as t\nrule a if mood = bad and weekly volume > t.limit then route to Billing", "CXR2001", "mood")]
    [InlineData("for each row of limits.csv as t\nrule a if weekly volume > t.limits then route to Billing", "CXR2064", "t.limits")]
    [InlineData("for each row of limits.csv as t\nrule a if weekly volume > u.limit then route to Billing", "CXR2064", "u.limit")]
    [InlineData("for each row of limit.csv as t\nrule a if weekly volume > t.limit then route to Billing", "CXR2061", "limit.csv")]
    [InlineData("for each row of \"../limits.csv\" as t\nrule a if weekly volume > t.limit then route to Billing", "CXR2061", "\"../limits.csv\"")]
    [InlineData("for each row of \"/etc/limits.csv\" as t\nrule a if weekly volume > t.limit then route to Billing", "CXR2061", "\"/etc/limits.csv\"")]
    [InlineData("rule a if weekly volume > t.limit then route to Billing", "CXR2064", "t.limit")]
    [InlineData("define a as weekly volume > t.limit\nrule a if a then route to Billing", "CXR2064", "t.limit")]
    public void Rule_Mistake_IsReportedOnceForAllRows(string text, string code, string place)
    {
        var found = Only(Compile(text, "key,limit,code,owner\na,40,refund,Billing\nb,50,outage,Billing\n"));
        Assert.Equal((code, "rules/some-rule.cxr", place), (found.Code, found.Text.File, found.Text[found.Span]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key,limit,code,owner\n")]
    public void Table_WithoutRows_IsReportedAtTheRule(string table)
    {
        var found = Only(Compile(Rule, table));
        Assert.Equal(("CXR2062", "limits.csv"), (found.Code, found.Text[found.Span]));
    }

    [Fact]
    public void BadCell_Message_NamesItsRowAndItsFixMendsTheTable()
    {
        var found = Only(Compile(Rule, "key,limit,code,owner\nnorth,40,refund,Billing\nsouth,40,refnd,Billing\n"));
        Assert.Contains("row 'south'", found.Message, StringComparison.Ordinal);
        Assert.Empty(Compile(Rule, Compiled.Fixed(found)).Diagnostics.Where(diagnostic => diagnostic.Code != "CXR3008"));
    }

    [Fact]
    public void BadRow_OfATable_LeavesTheOthers() =>
        Assert.Equal(["busy/north"], Compile(Rule, "key,limit,code,owner\nnorth,40,refund,Billing\nsouth,many,outage,Billing\n").RuleSet.Rules.Select(rule => rule.Id));

    [Fact]
    public void Suppress_OfATable_StandsForItsRows()
    {
        var compilation = Compile(Rule + "\nrule quiet if daily volume > 900 then suppress busy", "key,limit,code,owner\nnorth,40,refund,Billing\nsouth,50,outage,Billing\n");
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.Equal("busy/north busy/south", string.Join(' ', compilation.RuleSet.Rules[^1].Suppresses));
    }

    [Fact]
    public void Table_Changed_ChangesTheHash() => Assert.NotEqual(
        Compile(Rule, "key,limit,code,owner\nnorth,40,refund,Billing\n").RuleSet.Hash,
        Compile(Rule, "key,limit,code,owner\nnorth,41,refund,Billing\n").RuleSet.Hash);

    private static RuleCompilation Compile(string rule, string table) => Compiled.Files([("rules/some-rule.cxr", rule), ("rules/limits.csv", table)]);

    private static Diagnostic Only(RuleCompilation compilation) => Assert.Single(compilation.Diagnostics);
}
