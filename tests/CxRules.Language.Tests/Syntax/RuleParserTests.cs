using CxRules.Language.Syntax;
using CxRules.Language.Tests.Baselines;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Syntax;

public sealed class RuleParserTests
{
    public static readonly TheoryData<string, string> Conditions = new()
    {
        { "disposition = billing-confusion", "(Equal disposition billing-confusion)" },
        { "disposition=billing-confusion", "(Equal disposition billing-confusion)" },
        { "disposition is billing-confusion", "(Equal disposition billing-confusion)" },
        { "disposition is not x", "(NotEqual disposition x)" },
        { "disposition ≠ x", "(NotEqual disposition x)" },
        { "disposition != \"Late Fee\"", "(NotEqual disposition 'Late Fee')" },
        { "channel in (phone, chat)", "(In channel {phone, chat})" },
        { "channel is in (phone, \"Web Form\")", "(In channel {phone, 'Web Form'})" },
        { "channel not in (phone)", "(NotIn channel {phone})" },
        { "channel is not in (phone)", "(NotIn channel {phone})" },
        { "disposition in billing", "(In disposition billing)" },
        { "csat in (1, 2)", "(In csat {1, 2})" },
        { "handle time > 20 min", "(Greater handle time 20min)" },
        { "handle time is above 20 min", "(Greater handle time 20min)" },
        { "handle time is below 20 minutes", "(Less handle time 20minutes)" },
        { "handle time is at least 1.5 h", "(GreaterOrEqual handle time 1.5h)" },
        { "handle time at most 20 min", "(LessOrEqual handle time 20min)" },
        { "handle time is more than wait time", "(Greater handle time wait time)" },
        { "handle time is less than field wait time", "(Less handle time field:wait time)" },
        { "csat <= 2 and csat ≥ 1", "(and (LessOrEqual csat 2) (GreaterOrEqual csat 1))" },
        { "balance > £500", "(Greater balance 500GBP)" },
        { "balance > 50,000 USD", "(Greater balance 50000USD)" },
        { "balance > 1,250,000.50 €", "(Greater balance 1250000.50EUR)" },
        { "balance < -5", "(Less balance -5)" },
        { "occurred at >= 2011-08-28", "(GreaterOrEqual occurred at 2011-08-28)" },
        { "field over-run = x", "(Equal field:over-run x)" },
        { "\"case\" = x", "(Equal field:case x)" },
        { "disposition = volume", "(Equal disposition volume)" },
        { "cancelled", "(flag cancelled)" },
        { "not cancelled and escalated", "(and (not (flag cancelled)) (flag escalated))" },
        { "not not cancelled", "(not (not (flag cancelled)))" },
        { "a = b or c = d and e = f", "(or (Equal a b) (and (Equal c d) (Equal e f)))" },
        { "(a = b or c = d) and e = f", "(and [(or (Equal a b) (Equal c d))] (Equal e f))" },
        { "has csat or no rating", "(or (has csat) (no rating))" },
        { "tag has vip", "(has-code tag vip)" },
        { "text contains \"bill\"", "(contains text 'bill')" },
        { "text contains any of (\"bill\", “fee”)", "(contains text 'bill'|'fee')" },
        { "text contains \"a \" \"b\"", "(contains text 'a b')" },
        { "text matches /late\\/fee [0-9]/", "(matches text /late/fee [0-9]/)" },
        { "weekday in (saturday, sunday)", "(In weekday {saturday, sunday})" },
        { "local time between 20:00 and 08:00", "(between local time 20:00 08:00)" },
        { "csat is between 1 and 2 and a = b", "(and (between csat 1 2) (Equal a b))" },
        { "within 45 days after first billed at", "(within 45days after first billed at)" },
        { "weekly volume > 50", "(Greater <weekly volume> 50)" },
        { "weekly volume>50", "(Greater <weekly volume> 50)" },
        { "weekly volume > baseline×1.3", "(Greater <weekly volume> (baseline Star 1.3))" },
        { "weekly volume > baseline * 1.3 + 100", "(Greater <weekly volume> ((baseline Star 1.3) Plus 100))" },
        { "weekly volume > baseline − 10", "(Greater <weekly volume> (baseline Minus 10))" },
        { "weekly volume > 1.3 × (baseline + 10)", "(Greater <weekly volume> (1.3 Star (baseline Plus 10)))" },
        { "weekly volume > 130% of baseline", "(Greater <weekly volume> (130% Star baseline))" },
        { "weekly volume is 30% above baseline", "(above <weekly volume> 30% baseline)" },
        { "volume is 20% below baseline over 36 hours", "(below <volume> 20% baseline over 36hours)" },
        { "volume over 36 hours > 50", "(Greater <over 36hours volume> 50)" },
        { "volume > 2 × volume of (topic = y) over 36 hours", "(Greater <volume> (2 Star <volume of [(Equal topic y)]>) over 36hours)" },
        { "weekly volume > 2 × volume over 4 weeks", "(Greater <weekly volume> (2 Star <over 4weeks volume>))" },
        { "weekly volume of (topic = x) > 2 × volume of (topic = y)", "(Greater <weekly volume of [(Equal topic x)]> (2 Star <volume of [(Equal topic y)]>))" },
        { "daily share of (channel = staff) < 70%", "(Less <daily share of [(Equal channel staff)]> 70%)" },
        { "daily share of (a = b) among (c = d) > 5%", "(Greater <daily share of [(Equal a b)] among [(Equal c d)]> 5%)" },
        { "monthly share among (c = d) > 5%", "(Greater <monthly share among [(Equal c d)]> 5%)" },
        { "hourly bottom-2 rate > 20%", "(Greater <hourly bottomrate-2> 20%)" },
        { "weekly top-2 rate < 20%", "(Less <weekly toprate-2> 20%)" },
        { "weekly average handle time is above 20 min", "(Greater <weekly average handle time> 20min)" },
        { "median of wait time over 7 days > 5 min", "(Greater <over 7days median wait time> 5min)" },
        { "daily 90th percentile of wait time > 5 min", "(Greater <daily percentile-90 wait time> 5min)" },
        { "weekly cost > £10,000", "(Greater <weekly cost> 10000GBP)" },
        { "weekly customers at least 20", "(GreaterOrEqual <weekly customers> 20)" },
        { "weekly cancellations > 5 customers", "(Greater <weekly cancellations> 5customers)" },
        { "at least 50 contacts", "(quantity GreaterOrEqual 50contacts)" },
        { "at most 5 ratings", "(quantity LessOrEqual 5ratings)" },
        { "more than 20 customers over 7 days", "(quantity Greater 20customers over 7days)" },
        { "fewer than 20 customers", "(quantity Less 20customers)" },
        { "beyond chance", "(chance -)" },
        { "daily volume is beyond chance", "(chance <daily volume>)" },
        { "daily volume above the expected range at 1%", "(chance <daily volume> at 1%)" },
        { "volume is above the expected range over 3 days", "(chance <volume> over 3days)" },
        { "above the expected range at 0.5%", "(chance - at 0.5%)" },
        { "weekly volume > baseline from median of 8 weeks × 2", "(Greater <weekly volume> (baseline from median 8weeks Star 2))" },
        { "weekly volume > baseline from mean of 4 weeks", "(Greater <weekly volume> baseline from mean 4weeks)" },
        { "daily volume > baseline from same weekday of 8 weeks", "(Greater <daily volume> baseline from same weekday 8weeks)" },
        { "daily volume > baseline from fixed 120", "(Greater <daily volume> baseline from fixed 120)" },
        { "daily volume > baseline from trimmed mean of 8 weeks", "(Greater <daily volume> baseline from trimmed mean 8weeks)" },
        { "daily volume > baseline from ewma of 8 weeks", "(Greater <daily volume> baseline from ewma 8weeks)" },
        { "daily volume > baseline from per exposure bills sent × 1.2", "(Greater <daily volume> (baseline from per exposure bills sent Star 1.2))" },
        { "daily volume between baseline and 2 × baseline", "(between <daily volume> baseline (2 Star baseline))" },
        { "IF_x = 1 AND Weekly Volume > BASELINE", "(and (Equal IF_x 1) (Greater <weekly volume> baseline))" },
        { "Straßenschäden = Öl", "(Equal Straßenschäden Öl)" },
    };

    public static readonly TheoryData<string, string> Clauses = new()
    {
        { "author cx-analytics", "author cx-analytics" },
        { "author \"Jane O'Hara\"", "author 'Jane O'Hara'" },
        { "severity high", "severity high" },
        { "priority 10", "priority 10" },
        { "expires 2027-06-30", "expires 2027-06-30" },
        { "see \"https://wiki/bill-redesign\"", "see 'https://wiki/bill-redesign'" },
        { "until weekly volume < baseline × 1.1 for 14 days", "until (Less <weekly volume> (baseline Star 1.1)) for 14days" },
        { "until weekly volume < baseline for 3 of 5 days", "until (Less <weekly volume> baseline) for 3 of 5days" },
        { "per product, region", "per product, region" },
        { "per owner hint", "per owner hint" },
        { "every day", "every day" },
        { "every monday at 06:00", "every monday at 06:00" },
        { "every week on monday", "every week on monday" },
        { "then suppress billing-confusion-spike because \"x\"", "then suppress billing-confusion-spike because 'x'" },
        { "then route to Billing", "then route Billing" },
        { "then route to Marketing and \"Customer Care\" with priority high", "then route Marketing and 'Customer Care' with priority high" },
        { "then route to owner of disposition with evidence 20 contacts", "then route owner-of disposition with evidence 20contacts" },
        {
            "then route to Billing\n  with cost estimate\n  with\n  priority high\n  because \"the March \"\n  \"bill\"",
            "then route Billing with cost estimate with priority high because 'the March bill'"
        },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Parse_Condition_GivesItsTree(string condition, string tree)
    {
        var file = Parse($"if {condition} then route to x");
        Assert.Empty(file.Diagnostics);
        Assert.Equal($"rule -: if {tree}; then route x", TreePrinter.Print(file));
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Parse_Clause_GivesItsTree(string clause, string tree)
    {
        var file = Parse($"rule a\nif b = c\nthen route to x\n{clause}\n");
        Assert.Empty(file.Diagnostics);
        Assert.Equal($"rule a: if (Equal b c); then route x; {tree}", TreePrinter.Print(file));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Parse_AnyLineEnd_MeansTheSame(string end)
    {
        var file = Parse("\ufeff" + Samples.InFull.Replace("\n", end, StringComparison.Ordinal));
        Assert.Empty(file.Diagnostics);
        Assert.Equal(TreeBaseline.Shape(Parse(Samples.InFull)), TreeBaseline.Shape(file));
        Assert.Equal(file.Text.Content, file.ToString());
    }

    [Fact]
    public void Parse_OneLine_MeansTheSame()
    {
        var file = Parse("rule a \"T\" author b severity high priority 3 if x = y for 2 days until z = w for 3 days per p every day then route to B with priority high then suppress c");
        Assert.Empty(file.Diagnostics);
        Assert.Equal(
            "rule a 'T': author b; severity high; priority 3; if (Equal x y); for 2days; until (Equal z w) for 3days; per p; every day; then route B with priority high; then suppress c",
            TreePrinter.Print(file));
    }

    [Fact]
    public void Parse_TwoRules_KeepsTheirSpansApart()
    {
        var file = Parse("rule a\nif x = y then route to B\n# between\nrule b\nif x = z then route to C\n");
        Assert.Empty(file.Diagnostics);
        Assert.Equal(["rule a\nif x = y then route to B", "rule b\nif x = z then route to C"], file.Rules.Select(rule => file.Text[rule.Span]));
    }

    [Fact]
    public void Parse_EverySpan_StartsAndEndsWithAToken()
    {
        foreach (var file in BaselineCase.Files.Where(file => file.Diagnostics.IsEmpty && file.Text.File.EndsWith(".cxr", StringComparison.Ordinal)))
        {
            var starts = file.Tokens.Select(token => token.Span.Start).ToHashSet();
            var ends = file.Tokens.Select(token => token.Span.End).ToHashSet();
            Assert.All(BaselineCoverageTests.NodesOf(file), node => Assert.True(starts.Contains(node.Span.Start) && ends.Contains(node.Span.End), $"{file.Text.File}: {node}"));
        }
    }

    private static RuleFileSyntax Parse(string content) => RuleParser.Parse(new SourceText("a.cxr", content));
}
