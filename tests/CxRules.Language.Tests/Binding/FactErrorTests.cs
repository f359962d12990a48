namespace CxRules.Language.Tests.Binding;

/// <summary>One mistake, one error, at the words that are wrong.</summary>
public sealed class FactErrorTests
{
    private const string Spike = "rule spike if disposition = outage and daily volume > 40 then emit signal down then route to Billing\n";

    public static TheoryData<string, string> Conditions => new()
    {
        { "CXR2066", "signal ‹dwn› is active" },
        { "CXR2066", "weekly volume > 5 and signal ‹outage› is active" },
        { "CXR2067", "case ‹spik› is declined" },
        { "CXR2067", "case ‹nothing› cost > 5 GBP" },
        { "CXR2068", "case ‹calls› is declined" },
        { "CXR2069", "case is ‹rejected›" },
        { "CXR2069", "case spike is ‹decline› for 90 days" },
        { "CXR2027", "case spike is declined ‹for 3 of 5 days›" },
        { "CXR2007", "case spike is declined for ‹2 months›" },
        { "CXR2009", "case cost > ‹50000›" },
        { "CXR2010", "case cost > ‹50000 USD›" },
        { "CXR2006", "case cost > ‹high›" },
        { "CXR2012", "‹channel = phone or signal down is active›" },
        { "CXR2012", "‹not (channel = phone and case is open)›" },
        { "CXR2072", "weekly volume of (‹signal down is active›) > 3" },
        { "CXR2072", "followed by (‹case is open›) within 5 days" },
        { "CXR2013", "followed by (‹weekly volume > 5›) within 5 days" },
        { "CXR2001", "followed by (‹mood› = bad) within 5 days" },
        { "CXR2007", "followed by any contact within ‹2 months›" },
        { "CXR2011", "preceded by any contact within ‹0 days›" },
        { "CXR2073", "‹customer is repeat›" },
        { "CXR2009", "weekly repeat rate within 7 days > ‹5›" },
        { "CXR2070", "sample ‹meter-confuson› estimates more than 40 contacts per day" },
        { "CXR2074", "sample meter-confusion estimates more than ‹40 contacts›" },
        { "CXR2049", "sample meter-confusion estimates more than 40 contacts per ‹month›" },
        { "CXR2008", "sample meter-confusion estimates more than ‹40 customers› per day" },
        { "CXR2083", "‹weekly tally› > baseline × 1.3" },
        { "CXR2083", "‹weekly tally› is 30% above baseline" },
        { "CXR2083", "‹weekly tally› > 2 × weekly tally 4 weeks earlier" },
        { "CXR2083", "‹weekly volume› > weekly tally" },
        { "CXR2083", "‹weekly tally per 100 bills› > 3" },
        { "CXR2083", "‹weekly tally› beyond chance" },
        { "CXR2002", "kind = ‹ideas›" },
        { "CXR2070", "weekly volume per 100 ‹bils› > 3" },
        { "CXR2075", "weekly share of (cancelled) ‹per 100 bills› > 3%" },
        { "CXR2075", "weekly average handle time ‹per 100 bills› > 3 min" },
        { "CXR2075", "weekly volume ‹per 0 bills› > 3" },
        { "CXR2008", "weekly volume per 100 bills > ‹3 contacts›" },
        { "CXR2070", "volume over 3 cycles of ‹bils› > 3" },
        { "CXR2017", "volume ‹over 2.5 cycles of bills› > 3" },
        { "CXR2076", "weekly volume > 2 × weekly volume ‹3 days› earlier" },
        { "CXR2076", "weekly volume > 2 × weekly volume ‹36 hours› earlier" },
        { "CXR2077", "weekly volume > baseline × by segment (private 1.1, ‹private 1.2›)" },
        { "CXR2077", "weekly volume > baseline × by ‹segment› (private 1.1, otherwise 2)" },
        { "CXR2077", "weekly volume > baseline × by ‹csat› (2 1.1)" },
        { "CXR2077", "weekly volume > baseline × by segment (private ‹0›)" },
        { "CXR2002", "weekly volume > baseline × by touchpoint (‹frist-bill› 1.1)" },
        { "CXR2019", "weekly volume > ‹2 × by segment (private 1.1)›" },
        { "CXR2080", "‹csharp \"contact.Transfers > 2\"›" },
    };

    public static TheoryData<string, string> Rules => new()
    {
        { "CXR2083", "rule a\nif sample meter-confusion estimates more than 40 contacts per day\n‹per region›\nthen route to Billing" },
        { "CXR2049", "rule a\nif weekly volume > 5\nonly on ‹mondays›\nthen route to Billing" },
        { "CXR2049", "rule a\nif weekly volume > 5\nonly on ‹weekends›\nthen route to Billing" },
        { "CXR2049", "rule a\nif weekly volume > 5\nonly ‹between 08:00 and 08:00›\nthen route to Billing" },
        { "CXR2070", "rule a\nif weekly volume > 5\nexcept during ‹bill-run›\nthen route to Billing" },
        { "CXR2070", "rule a\nif weekly volume > 5\nexcept within 2 days after ‹bill-run›\nthen route to Billing" },
        { "CXR2015", "rule a\nif channel = phone\n‹only› on weekdays\nthen route to Billing" },
        { "CXR2015", "rule a\nif case is open\n‹per› product\nthen route to Billing" },
        { "CXR2078", "rule a\nif weekly volume > 5\nper product top ‹2.5› by cost\nthen route to Billing" },
        { "CXR2078", "rule a\nif weekly volume > 5\nper product top 5 by ‹csat›\nthen route to Billing" },
        { "CXR2070", "rule a\nif weekly volume > 5\nthen route to Billing via ‹jira›" },
        { "CXR2031", "rule a\nif weekly volume > 5\nthen escalate to ‹Biling›\nthen route to Billing" },
        { "CXR2079", "rule a\nif channel = phone\nthen ‹emit signal late›\nthen route to Billing" },
        { "CXR2079", "rule a\nif case is open\nthen ‹tag contact with vip›" },
        { "CXR2011", "rule a\nif channel = phone\nthen call back within ‹0 hours›" },
        { "CXR2039", "rule a\nif case is open\nthen route to Billing\nrule b\nif weekly volume > 5\nthen suppress ‹a›" },
        { "CXR2071", "rule a\nif disposition = outage and weekly volume > 5 and ‹signal x is active›\nthen emit signal y\nrule b\nif signal y is active and disposition = refund and weekly volume > 5\nthen emit signal x" },
        { "CXR2071", "rule a\nif weekly volume > 5 and ‹case is declined›\nthen route to Billing" },
        { "CXR2071", "rule a\nif weekly volume > 5 and ‹signal x is active›\nthen emit signal x" },
        { "CXR2071", "rule a\nif weekly volume > 5\nthen route to Billing\nrule b\nif case a is declined\nthen suppress ‹a›" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Condition_Mistake_IsReportedOnce(string code, string marked) =>
        Assert.Equal(code, Compiled.OnlyMistake($"{Spike}rule calls if channel = fax then route to Marketing\nrule other if {marked} then route to Billing").Code);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_Mistake_IsReportedOnce(string code, string marked) => Assert.Equal(code, Compiled.OnlyMistake(marked).Code);

    [Theory]
    [InlineData("signal ‹dwn› is active", "signal down is active")]
    [InlineData("case ‹spik› is open", "case spike is open")]
    [InlineData("case is ‹opn›", "case is open")]
    [InlineData("‹customer is repeat›", "customer is repeat within 7 days")]
    [InlineData("sample meter-confusion estimates more than ‹40 contacts›", "sample meter-confusion estimates more than 40 contacts per day")]
    [InlineData("weekly volume per 100 ‹bils› > 3", "weekly volume per 100 bills > 3")]
    [InlineData("disposition is billing or ‹refund›", "disposition in (billing, refund)")]
    [InlineData("weekly volume > 1.3‹x› baseline", "weekly volume > 1.3 × baseline")]
    [InlineData("weekly volume > baseline ‹x› 1.3", "weekly volume > baseline × 1.3")]
    [InlineData("volume > 5 ‹in the last 7 days›", "volume > 5 over 7 days")]
    public void Fix_Applied_LeavesNothingToReport(string marked, string mended)
    {
        var diagnostic = Compiled.OnlyMistake($"{Spike}rule other if {marked} then route to Billing");
        var text = Compiled.Fixed(diagnostic);
        Assert.Equal($"{Spike}rule other if {mended} then route to Billing", text.Replace("  ", " ", StringComparison.Ordinal));
        Assert.Empty(Compiled.File(text).Diagnostics.Select(found => found.ToString()));
    }

    [Fact]
    public void OwnerOfTwoWords_Unquoted_IsReportedOnceWithAFix()
    {
        var diagnostic = Compiled.OnlyMistake("if channel = phone then route to ‹Chief Operating Officer›");
        Assert.Empty(Compiled.File(Compiled.Fixed(diagnostic)).Diagnostics);
    }

    [Fact]
    public void ChainCycle_Message_ShowsTheCircle()
    {
        const string Text = "rule a\nif disposition = outage and weekly volume > 5 and ‹signal x is active›\nthen emit signal y\nrule b\nif signal y is active\nthen emit signal x";
        Assert.Contains("a → signal y → b → signal x → a", Compiled.OnlyMistake(Text).Message, StringComparison.Ordinal);
    }
}
