using CxRules.Language;
using CxRules.Language.Binding;
using CxRules.Language.Text;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Tests;

public sealed class PlanCompilerTests
{
    [Fact]
    public void Compile_EqualConditions_ShareOnePopulationAndOneMeasure()
    {
        var plan = Compile("""
            rule one
              if disposition = late and channel = phone and weekly volume > 10
              then route to A
            rule two
              if channel = phone and disposition = late and weekly volume > 20
              then route to B
            """);
        Assert.Equal(plan.Rules[0].Population, plan.Rules[1].Population);
        Assert.Single(plan.Populations);
        Assert.Single(plan.Measures);
    }

    [Theory]
    [InlineData("if disposition = late and not channel = phone and csat <= 2 and cancelled then route to A", 2, 2, false)]
    [InlineData("if disposition = late and (channel = phone or region = south) then route to A", 1, 0, true)]
    [InlineData("if has csat and no channel then route to A", 1, 1, false)]
    [InlineData("if text contains \"fee\" and disposition = late then route to A", 1, 0, true)]
    public void Compile_Conjuncts_BecomeTablesWhereTheyCan(string sentence, int codes, int ranges, bool hasRest)
    {
        var population = Compile(sentence).Populations[0];
        Assert.Equal((codes, ranges, hasRest), (population.Codes.Length, population.Ranges.Length, population.Rest is not null));
    }

    [Theory]
    [InlineData("if disposition = late and weekly volume > 10 then route to A", TimeUnit.Day)]
    [InlineData("if disposition = late and hourly volume > 10 then route to A", TimeUnit.Hour)]
    [InlineData("if disposition = late and weekly volume > 10 every monday at 06:00 then route to A", TimeUnit.Hour)]
    [InlineData("if disposition = late and daily volume > 10 until volume over 3 hours < 2 then route to A", TimeUnit.Hour)]
    public void Compile_Unit_IsHoursOnlyWhereNeeded(string sentence, TimeUnit unit) => Assert.Equal(unit, Compile(sentence).Rules[0].Unit);

    [Fact]
    public void Compile_Suppressors_ComeFirst()
    {
        var plan = Compile("""
            rule a
              if disposition = late and daily volume > 10
              then route to A
            rule b
              if disposition = early and daily volume > 10
              then suppress a
            rule c
              if disposition = never and daily volume > 10
              then suppress b
            """);
        Assert.Equal(["c", "b", "a"], plan.Rules.OrderBy(rule => rule.Order).Select(rule => rule.Id));
        Assert.Equal(1, Assert.Single(plan.Rules[0].SuppressedBy));
    }

    [Fact]
    public void Compile_ChanceTestOfAnAverage_CountsItsPopulation()
    {
        var plan = Compile("if disposition = late and weekly average handle time > baseline × 1.3 then route to A");
        var threshold = Assert.IsType<ThresholdSignal>(plan.Rules[0].Signal);
        Assert.NotNull(threshold.Test);
        Assert.Equal(QuantityKind.Volume, plan.Measures[threshold.Test.Measure].Kind);
        Assert.False(threshold.Guarded);
    }

    /// <summary>What the run time does not know comes last, and a replay refuses it.</summary>
    [Fact]
    public void MeasureKinds_ThatTheRunTimeKnows_MeanTheSameOnBothSides() =>
        Assert.Equal(Enum.GetNames<MeasureKind>().Except([nameof(MeasureKind.RepeatRate), nameof(MeasureKind.Tally)]), Enum.GetNames<QuantityKind>());

    [Theory]
    [InlineData("weekly volume per 100 bills > baseline from fixed 3", "rate 0.03 of bills")]
    [InlineData("weekly volume per 100 bills > baseline", "as bills")]
    [InlineData("weekly volume > baseline from per exposure bills", "as bills")]
    [InlineData("weekly volume > baseline from fixed 14", "2 a day")]
    [InlineData("volume over 2 cycles of bills > baseline from fixed 30", "15 a cycle of bills")]
    [InlineData("weekly volume > 2 × weekly volume 4 weeks earlier", "28 days earlier")]
    [InlineData("weekly volume per 100 bills > weekly volume per 100 bills 4 weeks earlier", "28 days earlier, as bills")]
    [InlineData("weekly volume > daily volume 4 weeks earlier", "")]
    [InlineData("weekly customers > weekly customers 4 weeks earlier", "")]
    [InlineData("weekly volume > baseline and weekly volume > volume 4 weeks earlier", "")]
    public void Compile_Expectation_IsThatOfTheFirstComparison(string condition, string expected) =>
        Assert.Equal(expected, Compile($"if disposition = late and {condition} then route to A").Rules[0].Expectation switch
        {
            RateExpectation rate => FormattableString.Invariant($"rate {rate.PerExposure} of {rate.Exposure}"),
            ExposureExpectation exposure => $"as {exposure.Exposure}",
            FixedExpectation agreed => FormattableString.Invariant($"{agreed.PerUnit} a day"),
            CycleExpectation cycle => FormattableString.Invariant($"{cycle.PerCycle} a cycle of {cycle.Exposure}"),
            EarlierExpectation past => $"{past.Days} days earlier{(past.Exposure is null ? "" : $", as {past.Exposure}")}",
            _ => "",
        });

    [Fact]
    public void Compile_Top_RanksByAMeasureOfTheRulesWindow()
    {
        var plan = Compile("if disposition = late and daily volume > 3 and weekly volume > 10 per product top 5 by cost then route to A");
        var top = Assert.IsType<TopPlan>(plan.Rules[0].Top);
        Assert.Equal((5, new MeasurePlan(QuantityKind.Cost, plan.Rules[0].Population, -1, null, 0, Window.Weekly)), (top.Count, plan.Measures[top.Measure]));
        Assert.Contains(top.Measure, SignalMeasures.Of(plan.Rules[0]));
    }

    [Fact]
    public void Compile_MeasuresOfThePast_AreTheirOwn()
    {
        var plan = Compile("if disposition = late and weekly volume per 100 bills > 1.5 × weekly volume per 100 bills 4 weeks earlier and volume over 3 cycles of bills beyond chance then route to A");
        Assert.Equal(3, plan.Measures.Length);
        Assert.Equal((0, new RatePlan(100, "bills")), (plan.Measures[0].EarlierDays, plan.Measures[0].Per));
        Assert.Equal((28, new RatePlan(100, "bills")), (plan.Measures[1].EarlierDays, plan.Measures[1].Per));
        Assert.Equal((new CyclesPlan(3, "bills"), plan.Rules[0].Cycles), (plan.Measures[2].Cycles, new CyclesPlan(3, "bills")));
        Assert.Equal("bills", plan.Rules[0].Exposure);
    }

    [Fact]
    public void Compile_Moments_BecomeDaysHoursAndStretches()
    {
        var project = new SourceText("cxrules.yaml", "calendars: { holidays: [2026-04-03], runs: [2026-03-01] }");
        var text = "if disposition = late and hourly volume > 3 only on monday and on holidays and between 08:00 and 18:00 except during runs and within 2 days after runs then route to A";
        var rule = PlanCompiler.Compile(RuleCompilation.Create(new([new SourceText("rules.cxr", text)], project, []), new DateOnly(2026, 1, 1)).RuleSet, ZoneRules.Utc).Rules[0];
        Assert.Equal(DayOfWeek.Monday, Assert.Single(Assert.IsType<DaysMoment>(rule.Only[0]).Days));
        Assert.Equal(new DateOnly(2026, 4, 3), Assert.Single(Assert.IsType<DaysMoment>(rule.Only[1]).Dates));
        Assert.Equal(new HoursMoment(new(8, 0), new(18, 0)), rule.Only[2]);
        Assert.Equal(new LocalStretch(new(2026, 3, 1), new(2026, 3, 2)), Assert.Single(Assert.IsType<StretchMoment>(rule.Except[0]).Stretches));
        Assert.Equal(new LocalStretch(new(2026, 3, 1), new(2026, 3, 4)), Assert.Single(Assert.IsType<StretchMoment>(rule.Except[1]).Stretches));
    }

    private static EnginePlan Compile(string text)
    {
        var compilation = RuleCompilation.Create(new([new SourceText("rules.cxr", text)], null, []), new DateOnly(2026, 1, 1));
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return PlanCompiler.Compile(compilation.RuleSet, ZoneRules.Utc);
    }
}
