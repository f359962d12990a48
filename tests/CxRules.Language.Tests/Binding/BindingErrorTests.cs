namespace CxRules.Language.Tests.Binding;

/// <summary>One mistake, one error, at the words that are wrong.</summary>
public sealed class BindingErrorTests
{
    public static TheoryData<string, string> Conditions => new()
    {
        { "CXR2001", "‹dispositon› = refund" },
        { "CXR2001", "‹mood› = bad" },
        { "CXR2001", "‹angry›" },
        { "CXR2001", "has ‹mood›" },
        { "CXR2001", "weekly average ‹mood› > 3" },
        { "CXR2001", "‹mood› > 5 and channel = phone" },
        { "CXR2002", "disposition = ‹refnd›" },
        { "CXR2002", "disposition in (refund, ‹outge›, billing)" },
        { "CXR2002", "disposition = ‹\"Late Fees\"›" },
        { "CXR2002", "touchpoint = ‹frist-bill›" },
        { "CXR2002", "demand = ‹failed›" },
        { "CXR2003", "channel = ‹20:00›" },
        { "CXR2003", "channel = ‹\"\"›" },
        { "CXR2003", "channel = ‹5 min›" },
        { "CXR2003", "channel = ‹field region›" },
        { "CXR2004", "channel = ‹phone call›" },
        { "CXR2005", "channel ‹>› phone" },
        { "CXR2005", "text ‹=› \"bill\"" },
        { "CXR2005", "cancelled ‹>› yes" },
        { "CXR2005", "‹channel contains \"phone\"›" },
        { "CXR2005", "‹channel matches /phone/›" },
        { "CXR2005", "‹channel has phone›" },
        { "CXR2005", "local time ‹=› 20:00" },
        { "CXR2005", "within 5 days after ‹channel›" },
        { "CXR2005", "handle time ‹in› 5" },
        { "CXR2006", "handle time > ‹long›" },
        { "CXR2006", "csat = ‹\"good\"›" },
        { "CXR2006", "occurred at > ‹5›" },
        { "CXR2006", "cancelled = ‹maybe›" },
        { "CXR2007", "handle time > ‹2 months›" },
        { "CXR2008", "csat <= ‹2 min›" },
        { "CXR2008", "handle time > ‹20 GBP›" },
        { "CXR2008", "weekly volume > ‹30%›" },
        { "CXR2008", "weekly volume > ‹5 customers›" },
        { "CXR2009", "handle time > ‹20›" },
        { "CXR2009", "refund > ‹50›" },
        { "CXR2009", "weekly share > ‹70›" },
        { "CXR2009", "weekly cost > ‹500›" },
        { "CXR2010", "refund > ‹50 USD›" },
        { "CXR2010", "weekly cost > ‹$500›" },
        { "CXR2011", "transfers > ‹2.5›" },
        { "CXR2011", "csat > ‹2.1234567›" },
        { "CXR2011", "refund > ‹99999999999999 GBP›" },
        { "CXR2011", "text contains ‹\"\"›" },
        { "CXR2012", "‹channel = phone or weekly volume > 5›" },
        { "CXR2012", "cancelled and ‹not (channel = phone and weekly volume > 5)›" },
        { "CXR2013", "weekly volume of (‹daily volume > 5›) > 3" },
        { "CXR2016", "‹volume› > 50" },
        { "CXR2016", "‹average csat› < 3" },
        { "CXR2016", "‹volume› > baseline and at least 5 contacts" },
        { "CXR2016", "channel = phone and ‹at least 5 contacts›" },
        { "CXR2016", "‹beyond chance›" },
        { "CXR2017", "volume > 5 ‹over 30 minutes›" },
        { "CXR2017", "volume > 5 ‹over 1.5 days›" },
        { "CXR2017", "volume > 5 ‹over 0 days›" },
        { "CXR2017", "weekly volume > 5 ‹over 3 days›" },
        { "CXR2018", "weekly average ‹channel› > 5" },
        { "CXR2018", "weekly median ‹occurred at› > 5" },
        { "CXR2019", "weekly volume > ‹baseline × baseline›" },
        { "CXR2019", "weekly volume > ‹baseline + baseline›" },
        { "CXR2019", "weekly volume > ‹baseline + 30%›" },
        { "CXR2019", "weekly volume > ‹100 - baseline›" },
        { "CXR2019", "weekly volume > ‹bseline›" },
        { "CXR2019", "weekly volume > ‹many›" },
        { "CXR2019", "weekly volume > ‹2026-01-31›" },
        { "CXR2019", "weekly volume > 2 × ‹average csat›" },
        { "CXR2020", "weekly volume > baseline ‹from same weekday of 8 weeks›" },
        { "CXR2020", "weekly volume > baseline ‹from median of 2.5 weeks›" },
        { "CXR2021", "weekly volume ‹in› 5" },
        { "CXR2023", "daily volume above the expected range at ‹60%›" },
        { "CXR2046", "text matches ‹/(late/›" },
        { "CXR2046", "text matches ‹/(?=late)/›" },
        { "CXR2047", "‹product›" },
        { "CXR2048", "handle time > ‹transfers›" },
        { "CXR2049", "weekday = ‹sonday›" },
        { "CXR2049", "local time between 20:00 and ‹8›" },
        { "CXR2049", "‹local time between 20:00 and 20:00›" },
        { "CXR2051", "disposition is billing or ‹refund›" },
        { "CXR2051", "disposition is not billing or ‹outage› and weekly volume > 5" },
        { "CXR2052", "handle time > ‹2 × wait time›" },
        { "CXR2054", "‹billing-confusion = disposition›" },
        { "CXR2055", "disposition = ‹bill-query›" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void If_Mistake_IsReportedOnce(string code, string marked)
    {
        var diagnostic = Compiled.OnlyMistake($"if {marked} then route to Billing");
        Assert.Equal(code, diagnostic.Code);
    }

    public static TheoryData<string, string> Rules => new()
    {
        { "CXR2014", "if weekly volume > 5\nuntil ‹channel = phone›\nthen route to Billing" },
        { "CXR2015", "if channel = phone\n‹for› 2 days\nthen route to Billing" },
        { "CXR2015", "if channel = phone\n‹until› weekly volume < 5\nthen route to Billing" },
        { "CXR2015", "if channel = phone\n‹every› day\nthen route to Billing" },
        { "CXR2015", "if channel = phone\n‹per› product\nthen route to Billing" },
        { "CXR2025", "if weekly volume > 5\nevery ‹mnday›\nthen route to Billing" },
        { "CXR2025", "if weekly volume > 5\nevery ‹week on noon›\nthen route to Billing" },
        { "CXR2025", "if weekly volume > 5\nevery hour at ‹06:00›\nthen route to Billing" },
        { "CXR2026", "if weekly volume > 5\nevery day at ‹06:30›\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5 for ‹12 hours›\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5 for ‹30 minutes›\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5 for ‹2 days›\nevery monday\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5 for ‹3 of 5 hours›\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5 for ‹6 of 5 days›\nthen route to Billing" },
        { "CXR2027", "if weekly volume > 5\nuntil weekly volume < 3 ‹for 2 hours›\nthen route to Billing" },
        { "CXR2029", "if weekly volume > 5\nper product, ‹handle time›\nthen route to Billing" },
        { "CXR2001", "if weekly volume > 5\nper product, ‹regoin›\nthen route to Billing" },
        { "CXR2030", "if weekly volume > 5\nper product, region, ‹product›\nthen route to Billing" },
        { "CXR2031", "if channel = phone then route to ‹Biling›" },
        { "CXR2031", "if channel = phone then route to Billing and ‹Legal›" },
        { "CXR2032", "if channel = phone then route to Billing and ‹billing›" },
        { "CXR2033", "if channel = phone then route to owner of ‹product›" },
        { "CXR2034", "if channel = phone then route to Billing then ‹route to Marketing›" },
        { "CXR2035", "if channel = phone then route to Billing ‹with priority urgent›" },
        { "CXR2035", "if channel = phone then route to Billing ‹with evidence 0›" },
        { "CXR2035", "if channel = phone then route to Billing ‹with evidence 20 customers›" },
        { "CXR2038", "rule one if weekly volume > 5 then route to Billing\nrule two if weekly volume > 9 then suppress ‹onee›" },
        { "CXR2039", "rule one if weekly volume > 5 then suppress ‹one›" },
        { "CXR2039", "rule one if channel = phone then route to Billing\nrule two if weekly volume > 9 then suppress ‹one›" },
        { "CXR2040", "rule one if weekly volume > 5 then suppress two\nrule two if weekly volume > 9 then suppress three\nrule three if weekly volume > 9 then suppress ‹one›" },
        { "CXR2041", "rule one if weekly volume > 5 then route to Billing\nrule two if channel = phone then ‹suppress one›" },
        { "CXR2042", "rule one if weekly volume > 5 then route to Billing\nrule ‹one› if weekly volume > 9 then route to Billing" },
        { "CXR2044", "rule one severity ‹hgh› if channel = phone then route to Billing" },
        { "CXR2044", "rule one\npriority ‹2.5›\nif channel = phone then route to Billing" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_Mistake_IsReportedOnce(string code, string marked) => Assert.Equal(code, Compiled.OnlyMistake(marked).Code);

    [Theory]
    [InlineData("if ‹dispositon› = refund then route to Billing", "if disposition = refund then route to Billing")]
    [InlineData("if disposition = ‹refnd› then route to Billing", "if disposition = refund then route to Billing")]
    [InlineData("if disposition = ‹\"Late Fees\"› then route to Billing", "if disposition = late-fee then route to Billing")]
    [InlineData("if channel = ‹phone call› then route to Billing", "if channel = phone-call then route to Billing")]
    [InlineData("if csat <= ‹2 min› then route to Billing", "if csat <= 2 then route to Billing")]
    [InlineData("if weekly share > ‹70› then route to Billing", "if weekly share > 70% then route to Billing")]
    [InlineData("if weekly share > ‹0.7› then route to Billing", "if weekly share > 70% then route to Billing")]
    [InlineData("if weekly cost > ‹500› then route to Billing", "if weekly cost > 500 GBP then route to Billing")]
    [InlineData("if weekly volume > ‹baseline + 30%› then route to Billing", "if weekly volume > baseline × 1.3 then route to Billing")]
    [InlineData("if disposition is billing or ‹refund› then route to Billing", "if disposition in (billing, refund) then route to Billing")]
    [InlineData("if ‹billing-confusion = disposition› then route to Billing", "if disposition = billing-confusion then route to Billing")]
    [InlineData("if disposition = ‹bill-query› then route to Billing", "if disposition = billing-confusion then route to Billing")]
    [InlineData("if channel = phone and ‹at least 5 contacts› then route to Billing", "if channel = phone and at least 5 contacts over 7 days then route to Billing")]
    [InlineData("if weekday = ‹sonday› then route to Billing", "if weekday = sunday then route to Billing")]
    [InlineData("if weekly volume > 5 every day at ‹06:30› then route to Billing", "if weekly volume > 5 every day at 06:00 then route to Billing")]
    [InlineData("if channel = phone then route to ‹Biling›", "if channel = phone then route to Billing")]
    [InlineData("if channel = phone then route to ‹\"Cheif Operating Officer\"›", "if channel = phone then route to \"Chief Operating Officer\"")]
    public void Fix_Applied_LeavesNothingToReport(string marked, string mended)
    {
        var diagnostic = Compiled.OnlyMistake(marked);
        Assert.Equal(mended, Compiled.Fixed(diagnostic));
        Assert.Empty(Compiled.File(mended).Diagnostics.Select(found => found.ToString()));
    }

    [Theory]
    [InlineData("dispositon", "disposition")]
    [InlineData("chanel", "channel")]
    [InlineData("handle-time", "handle time")]
    [InlineData("handl time", "handle time")]
    [InlineData("weekdy", "weekday")]
    [InlineData("lokal time", "local time")]
    [InlineData("plann", "plan")]
    public void UnknownField_NearAField_NamesIt(string word, string meant) =>
        Assert.Equal($"Did you mean '{meant}'?", Compiled.OnlyMistake($"if ‹{word}› = x then route to Billing").Help);

    [Fact]
    public void UnknownField_MeasureWord_SaysThatItNeedsAWindow() =>
        Assert.Contains("weekly volume", Compiled.OnlyMistake("if ‹contacts› > 5 then route to Billing").Help, StringComparison.Ordinal);

    [Fact]
    public void DuplicateId_OtherFile_NamesBothPlaces()
    {
        const string Rule = "rule one if weekly volume > 5 then route to Billing";
        var compilation = Compiled.Files([("a.cxr", Rule), ("b.cxr", "\n" + Rule)]);
        var diagnostic = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("b.cxr", 2), (diagnostic.Text.File, diagnostic.Start.Line));
        Assert.Contains("a.cxr, line 1", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal("one", Assert.Single(compilation.RuleSet.Rules).Id);
    }

    [Fact]
    public void SuppressCycle_Message_ShowsTheCircle()
    {
        var diagnostic = Compiled.OnlyMistake("rule one if weekly volume > 5 then suppress two\nrule two if weekly volume > 9 then suppress ‹one›");
        Assert.Contains("one → two → one", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OwnerOf_ProjectWithoutMap_NeedsAFallback()
    {
        var bare = Compiled.Project with { Touchpoints = [] };
        Assert.Equal("CXR2033", Compiled.OnlyMistake("if channel = phone then route to owner of ‹disposition›", bare).Code);
        Assert.Equal("disposition", Compiled.Rule("if channel = phone then route to owner of disposition", bare with { FallbackOwner = "Billing" }).Route?.OwnerOf?.Name);
    }

    [Fact]
    public void HeaderlessFile_NameWithoutALetter_NeedsAnId() =>
        Assert.Equal("CXR2043", Compiled.OnlyMistake("‹›if channel = phone then route to Billing", name: "rules/---.cxr").Code);

    [Fact]
    public void SeveralMistakes_OneFile_AreAllReported()
    {
        const string Text = "rule one if channel = phone call and handle time > 20 then route to Biling\nrule two if mood = bad and wekly volume > 5 then route to Billing";
        var codes = Compiled.File(Text).Diagnostics.Select(diagnostic => diagnostic.Code).ToList();
        Assert.Equal(["CXR2004", "CXR2009", "CXR2031"], codes.Take(3));
        Assert.Contains("CXR2001", codes);
    }

    [Fact]
    public void BrokenRule_OtherClauses_StillBind()
    {
        var codes = Compiled.File("rule one if channel = then route to Biling\nrule two if channel = phone then route to Billing");
        Assert.Contains("CXR2031", codes.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("two", Assert.Single(codes.RuleSet.Rules).Id);
    }
}
