using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Language.Tests.Binding;

/// <summary>Journeys, samples, cases, signals, and what measures carry behind them.</summary>
public sealed class FactBindingTests
{
    private const string Emitter = "rule spike if disposition = outage and daily volume > 40 then emit signal outage-north\n";

    [Theory]
    [InlineData("followed by (disposition = refund) within 30 days", "(FollowedBy (disposition in refund) within 30 days)")]
    [InlineData("followed by disposition = refund within 30 days", "(FollowedBy (disposition in refund) within 30 days)")]
    [InlineData("preceded by any contact within the same day", "(PrecededBy (and ) within the same day)")]
    [InlineData("preceded by (channel = web and abandoned) within 24 hours", "(PrecededBy (and (channel in web) (flag abandoned)) within 24 hours)")]
    [InlineData("not followed by (disposition = refund) within 10 days", "(not (FollowedBy (disposition in refund) within 10 days))")]
    [InlineData("customer is repeat within 7 days", "(PrecededBy (and ) within 7 days)")]
    [InlineData("customer is repeat within 1 week", "(PrecededBy (and ) within 7 days)")]
    [InlineData("customer is repeat within 1.5 days", "(PrecededBy (and ) within 36 hours)")]
    [InlineData("customer is repeat within 90 min", "(PrecededBy (and ) within 90 minutes)")]
    public void Journey_InAPopulation_Binds(string condition, string key) => Assert.Equal(key, Compiled.If(condition).Population.Key);

    [Theory]
    [InlineData("weekly repeat rate within 7 days > 5%", "RepeatRate P 7d within 7 days > 5")]
    [InlineData("weekly repeat rate within the same day > 5%", "RepeatRate P 7d within the same day > 5")]
    [InlineData("weekly tally > 40 contacts", "Tally P 7d > 40")]
    [InlineData("weekly volume per 100 bills > 3", "Volume P 7d per 100 bills > 3")]
    [InlineData("weekly volume per 100 orders-sent > 3", "Volume P 7d per 100 Orders Sent > 3")]
    [InlineData("weekly cost per 100 bills > 3 GBP", "Cost P 7d per 100 bills > 3")]
    [InlineData("weekly volume > 2 × weekly volume 52 weeks earlier", "Volume P 7d > 2x[Volume P 7d 364d earlier]")]
    [InlineData("volume over 3 cycles of bills > 50", "Volume P 84d 3 cycles of bills > 50")]
    [InlineData("volume over 3 cycles of bills > 2 × volume of (cancelled) and at least 5 customers", "(Volume P 84d 3 cycles of bills > 2x[Volume (flag cancelled) 84d 3 cycles of bills] and Customers P 84d 3 cycles of bills >= 5)")]
    [InlineData("sample meter-confusion estimates more than 40 contacts per day", "sample meter-confusion > 40 per 1 day")]
    public void Measure_WithItsTail_Binds(string condition, string signal)
    {
        var rule = Compiled.If(condition);
        Assert.Equal(signal, BoundPrinter.Signal(rule));
        Assert.Equal(RuleKind.Measures, rule.Kind);
    }

    [Theory]
    [InlineData("weekly volume > baseline × by segment (private 1.1, business 1.2, otherwise 1.5)", "Volume P 7d > 1xmedian(8,4) by segment (private 1.1, business 1.2, otherwise 1.5)")]
    [InlineData("weekly volume > 1.5 × baseline × by segment (private 1.1)", "Volume P 7d > 1.5xmedian(8,4) by segment (private 1.1)")]
    public void Factor_ByAFieldOfPer_Binds(string condition, string signal) =>
        Assert.Equal(signal, BoundPrinter.Signal(Last($"rule a if {condition} per segment then route to Billing")));

    [Theory]
    [InlineData("case spike is declined for 90 days", "case spike Declined for 90d")]
    [InlineData("case is past its cap", "case any PastItsCap")]
    [InlineData("case is in progress", "case any InProgress")]
    [InlineData("case is not closed", "not case any Closed")]
    [InlineData("case cost > 50,000 GBP", "case any cost > 50000")]
    [InlineData("case spike cost > 500 GBP or case spike is failed", "(case spike cost > 500 or case spike Failed)")]
    [InlineData("signal outage-north is active", "signal outage-north")]
    [InlineData("not signal outage-north is active", "not signal outage-north")]
    public void Fact_Alone_MakesARuleAboutCases(string condition, string signal)
    {
        var rule = Last(Emitter + $"rule other if {condition} then route to Billing");
        Assert.Equal((signal, RuleKind.Cases), (BoundPrinter.Signal(rule), rule.Kind));
    }

    [Theory]
    [InlineData("weekly volume > 5 and signal outage-north is active", RuleKind.Measures)]
    [InlineData("channel = phone and signal outage-north is active", RuleKind.Contacts)]
    [InlineData("channel = phone and weekly volume > 5 and not case spike is open", RuleKind.Measures)]
    [InlineData("weekly volume > 5 or signal outage-north is active", RuleKind.Measures)]
    public void Fact_BesideOthers_IsAGate(string condition, RuleKind kind) =>
        Assert.Equal(kind, Last(Emitter + $"rule other if {condition} then route to Billing").Kind);

    [Fact]
    public void ComparisonWithEarlier_IsASpike() =>
        Assert.Equal(CaseBasis.Excess, Compiled.If("weekly volume > 2 × weekly volume 52 weeks earlier").Basis);

    private static BoundRule Last(string text)
    {
        var compilation = Compiled.File(text);
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return compilation.RuleSet.Rules[^1];
    }

    [Fact]
    public void CSharp_WhereTheProjectTurnsItOn_KeepsItsText() => Assert.Equal(
        new BoundCSharp("contact.Transfers > 2"),
        Compiled.If("csharp \"contact.Transfers > 2\"", Compiled.Project with { CSharp = Model.Projects.CSharpPolicy.On }).Population);

    [Theory]
    [InlineData("only on weekdays", "BoundOnDays { Days = [Monday, Tuesday, Wednesday, Thursday, Friday], Holidays = False }")]
    [InlineData("only on monday, holidays", "BoundOnDays { Days = [Monday], Holidays = True }")]
    [InlineData("only between 08:00 and 18:00", "BoundBetweenTimes { From = 08:00, To = 18:00 }")]
    [InlineData("only during bill-runs and between 20:00 and 08:00", "BoundDuring { Calendar = bill-runs }, BoundBetweenTimes { From = 20:00, To = 08:00 }")]
    [InlineData("only within 2 days after bill-runs", "BoundAfterCalendar { Calendar = bill-runs, Ticks = 1728000000000 }")]
    public void Moment_AfterOnlyAndExcept_Binds(string clause, string expected)
    {
        Assert.Equal(expected, Shown(Compiled.Rule($"rule a\nif weekly volume > 5\nevery hour\n{clause}\nthen route to Billing").Only));
        Assert.Equal(expected, Shown(Compiled.Rule($"rule a\nif weekly volume > 5\nevery hour\n{clause.Replace("only", "except", StringComparison.Ordinal)}\nthen route to Billing").Except));
    }

    [Fact]
    public void Top_BehindPer_KeepsTheLargestGroups() =>
        Assert.Equal(new BoundTop(5, MeasureKind.Cost), Compiled.Rule("rule a\nif weekly volume > 5\nper product top 5 by cost\nthen route to Billing").Top);

    [Theory]
    [InlineData("tag contact with recover", "BoundTagContact { Tag = recover }")]
    [InlineData("call back within 4 hours", "BoundCallBack { Ticks = 144000000000 }")]
    [InlineData("notify customers and agents within 5 days", "BoundNotify Customers, Agents 4320000000000")]
    [InlineData("notify agents", "BoundNotify Agents ")]
    [InlineData("emit signal outage-north", "BoundEmitSignal { Signal = outage-north }")]
    public void Action_EachOfThem_Binds(string action, string expected)
    {
        var rule = Compiled.Rule($"rule a\nif disposition = refund and weekly volume > 5\nthen route to Billing\nthen {action}");
        var bound = Assert.Single(rule.Actions);
        Assert.Equal(expected, bound is BoundNotify notify ? $"BoundNotify {string.Join(", ", notify.Audiences)} {notify.Ticks}" : bound.ToString());
    }

    [Fact]
    public void Escalate_TakesOptionsAsRouteDoes()
    {
        var rule = Compiled.Rule("rule a\nif weekly volume > 5\nthen route to Marketing via billing-jira\nthen escalate to \"Chief Operating Officer\" with priority high because \"late\"");
        var escalate = Assert.IsType<BoundEscalate>(Assert.Single(rule.Actions));
        Assert.Equal(("Chief Operating Officer", Severity.High, "late"), (escalate.To.Owners[0], escalate.To.Priority, escalate.To.Because));
        Assert.Equal("billing-jira", rule.Route?.Via);
    }

    private static string Shown(IEnumerable<BoundMoment> moments) => string.Join(", ", moments.Select(moment => moment switch
    {
        BoundOnDays days => $"BoundOnDays {{ Days = [{string.Join(", ", days.Days)}], Holidays = {days.Holidays} }}",
        BoundBetweenTimes times => $"BoundBetweenTimes {{ From = {times.From:HH\\:mm}, To = {times.To:HH\\:mm} }}",
        _ => moment.ToString(),
    }));
}
