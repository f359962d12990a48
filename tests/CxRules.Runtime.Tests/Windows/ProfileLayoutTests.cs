using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Seventy populations, so that rows of bits have two words. What each rule needs, by hand.</summary>
public sealed class ProfileLayoutTests
{
    private static readonly SignalPlan Spike = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false);

    private static readonly MeasurePlan[] Measures =
    [
        Measure(QuantityKind.Share, 0, 66, null),
        Measure(QuantityKind.Customers, 4, -1, null),
        Measure(QuantityKind.Cancellations, 65, -1, null),
        Measure(QuantityKind.Percentile, 6, -1, "csat"),
        Measure(QuantityKind.Average, 7, -1, "wait time"),
        Measure(QuantityKind.Average, 8, -1, "handle time"),
        Measure(QuantityKind.Average, 8, -1, "wait time"),
        Measure(QuantityKind.Percentile, 9, -1, "handle time"),
    ];

    private static readonly RulePlan[] Rules =
    [
        new() { Id = "spike", Index = 0, Population = 1, Signal = Spike, Per = [SmallHistory.Field("region")], Route = new([], SmallHistory.Field("disposition"), 3) },
        new() { Id = "route", Index = 1, Population = 2, Route = new([], SmallHistory.Field("touchpoint"), 9) },
        new() { Id = "other", Index = 2, Population = 67, Signal = Spike, Route = new(["A"], null, 4) },
    ];

    private static ProfileLayout Layout => LayoutOf(Project.Default);

    [Fact]
    public void Layout_OfRules_KnowsWhatToKeep()
    {
        Assert.Equal(2, Layout.Words);
        Assert.Equal([2], Bits(Layout.ContactRules));
        Assert.Equal([1, 67], Bits(Layout.NeedsEvidence));
        Assert.Equal([4, 65], Bits(Layout.NeedsCustomers));
        Assert.Equal([6, 9], Bits(Layout.NeedsValues));
        Assert.Equal(9, Layout.EvidenceSize);
        Assert.True(Layout.NeedsCancellations);
        Assert.Equal(["handle time", "wait time"], Layout.AverageFields.Select(field => field.Name));
        Assert.Equal(["handle time", "csat"], Layout.PercentileFields.Select(field => field.Name));
    }

    /// <summary>A field groups the rule's own population and those of its measures; an owner's field the rule's own.</summary>
    [Theory]
    [InlineData("region", "0 1 66")]
    [InlineData("disposition", "1")]
    [InlineData("touchpoint", "2")]
    public void Uses_AField_IsTrueForThePopulationsItGroups(string field, string populations) => Assert.Equal(populations, Users(Layout, field));

    [Fact]
    public void Fields_OfRules_StandInTheSchemasOrder() => Assert.Equal(["disposition", "touchpoint", "region"], Layout.Fields.Select(field => field.Name));

    [Fact]
    public void Layout_WithCosts_KeepsWhatMoneyIsAddedUpBy()
    {
        var layout = LayoutOf(new Project { Costs = [new(new(2026, 1, 1), 5, System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty, null)] });
        Assert.Equal("1 2 67", Users(layout, "disposition"));
        Assert.Equal("1 2 67", Users(layout, "touchpoint"));
        Assert.Equal("0 1 66", Users(layout, "region"));
    }

    [Fact]
    public void Layout_OfARuleAlone_KeepsNothingElse()
    {
        var layout = new ProfileLayout(SmallHistory.Plan(Project.Default, [SmallHistory.Where("disposition", "a")], [Measure(QuantityKind.Volume, 0, -1, null)], new RulePlan { Id = "a", Index = 0, Population = 0, Signal = Spike }));
        Assert.Equal(1, layout.Words);
        Assert.Empty(layout.Fields);
        Assert.Empty(layout.AverageFields);
        Assert.False(layout.NeedsCancellations);
        Assert.Equal(5, layout.EvidenceSize);
        Assert.Empty(Bits(layout.NeedsCustomers));
        Assert.Empty(Bits(layout.NeedsValues));
        Assert.Empty(Bits(layout.ContactRules));
    }

    private static MeasurePlan Measure(QuantityKind kind, int population, int among, string? field) =>
        new(kind, population, among, field is null ? null : SmallHistory.Field(field), 50, Window.Daily);

    private static ProfileLayout LayoutOf(Project project) =>
        new(SmallHistory.Plan(project, [.. Enumerable.Range(0, 70).Select(i => SmallHistory.Where("disposition", $"d{i}"))], Measures, Rules));

    private static string Users(ProfileLayout layout, string field)
    {
        var position = layout.Fields.IndexOf(SmallHistory.Field(field));
        return string.Join(' ', Enumerable.Range(0, 128).Where(population =>
        {
            var truth = new ulong[2];
            truth[population / 64] = 1UL << (population % 64);
            return layout.Uses(position, truth);
        }));
    }

    private static IEnumerable<int> Bits(ulong[] row) => Enumerable.Range(0, row.Length * 64).Where(bit => (row[bit / 64] >> (bit % 64) & 1) != 0);
}
