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

    private static EnginePlan Compile(string text)
    {
        var compilation = RuleCompilation.Create(new([new SourceText("rules.cxr", text)], null, []), new DateOnly(2026, 1, 1));
        Assert.False(compilation.HasErrors, string.Join("\n", compilation.Diagnostics));
        return PlanCompiler.Compile(compilation.RuleSet, ZoneRules.Utc);
    }
}
