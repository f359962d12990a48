using CxRules.Language.Binding;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The figures of statistics.md on Boston's half year.</summary>
public sealed class NaiveBostonTests
{
    private static readonly ContactSchema Schema = ContactSchema.Default;
    private static readonly BaselineSpec Spec = new(BaselineMethod.Median, 8, 4, 0);
    private static readonly ContactSource Source = new("boston-311", "boston.source.yaml", HistoryFormat.Csv, Zones.Of("America/New_York"),
    [
        Field(Schema.Id, "case_enquiry_id"), Field(Schema.OccurredAt, "open_dt"), Field(Schema.Channel, "source"), Field(Schema.Disposition, "type"),
    ]);

    private static readonly Lazy<NaiveWorld> World = new(() => new(Project.Default, Source, NaiveHistory.Read(Project.Default, Source, [SharedData.Find(SharedData.Boston) ?? ""])));

    [SharedDataFact(SharedData.Boston)]
    public void History_OfBoston_HasEachRequestOnce()
    {
        var history = NaiveHistory.Read(Project.Default, Source, [SharedData.Find(SharedData.Boston) ?? ""]);

        Assert.Equal(58_251, history.Received);
        Assert.Equal(58_251, history.Contacts.Count);
        Assert.Equal(new DateTime(2011, 7, 1, 5, 32, 33), new DateTime(history.Contacts[0].OccurredAt));
    }

    [SharedDataTheory(SharedData.Boston)]
    [InlineData("Tree Emergencies", 8, 28, 752, 2.25, 0, 1e-200)]
    [InlineData("Tree Emergencies", 10, 30, 78, 1.5, 0, 1e-10)]
    [InlineData("Pothole Repair (Internal)", 9, 6, 38, null, .215, .225)]
    [InlineData("Pothole Repair (Internal)", 12, 21, 54, null, .055, .065)]
    [InlineData("New Tree Requests", 12, 19, 59, 5.1, 0, .001)]
    public void Chance_OfAKnownDay_IsAsPublished(string disposition, int month, int day, long volume, double? mean, double least, double most)
    {
        var (measures, baselines, measure, end) = Daily(disposition, month, day);
        var group = Group(measure);

        Assert.Equal(volume, measures.Value(measure, group, end)?.ToDecimal());
        Assert.InRange(baselines.Chance(measure, Spec, less: false, group, end) ?? 1, least, most);
        if (mean is { } expected)
        {
            Assert.Equal(expected, (double)(baselines.Baseline(measure, Spec with { Method = BaselineMethod.Mean }, Quiet(measure), end)?.ToDecimal() ?? 0), .05);
        }
    }

    [SharedDataFact(SharedData.Boston)]
    public void Baseline_OfNewTreeRequestsBeforeTheBatch_LeavesEarlierBatchesOut()
    {
        var (_, baselines, measure, end) = Daily("New Tree Requests", 12, 19);

        // 3, 0, 24, 1, 11, 0, 0 and 2 on the Mondays before; the rule leaves the 24 out.
        Assert.Equal(1.5m, baselines.Baseline(measure, Spec, Quiet(measure), end)?.ToDecimal());
        Assert.Equal(1, baselines.Baseline(measure, Spec, Group(measure), end)?.ToDecimal());
    }

    [SharedDataFact(SharedData.Boston)]
    public void Replay_OfTreeEmergencies_OpensOneCaseForTheHurricane()
    {
        var result = NaiveEvaluator.Replay(new(Project.Default, [Watch(OfDisposition("Tree Emergencies"))], ""), Source, [SharedData.Find(SharedData.Boston) ?? ""]);

        var hurricane = Assert.Single(result.Cases, found => found.Peak == new DateTime(2011, 8, 28));
        Assert.True(hurricane.PValue < 1e-200);
        Assert.Equal(new DateTime(2011, 8, 29, 4, 0, 0), hurricane.Opened);
        Assert.InRange(hurricane.Excess?.Mid ?? 0, 700, hurricane.Contacts);
        Assert.Contains(result.Cases, found => found.Opened <= new DateTime(2011, 10, 31, 4, 0, 0) && found.Closed > new DateTime(2011, 10, 31, 4, 0, 0));
    }

    private static (NaiveMeasures Measures, NaiveBaselines Baselines, BoundMeasure Measure, Moment End) Daily(string disposition, int month, int day)
    {
        var measures = new NaiveMeasures(World.Value);
        var end = World.Value.Calendar.At(new LocalDateTime(2011, month, day, 0, 0).PlusDays(1));
        return (measures, new(World.Value, measures), Volume(OfDisposition(disposition)), end);
    }

    private static BoundCodeIn OfDisposition(string code) => new(Schema.Disposition, [new(code, Quoted: true)]);

    private static BoundMeasure Volume(BoundCondition population) => new(MeasureKind.Volume, population, null, null, null, Window.Daily);

    /// <summary>The group of a rule that watches the measure, after the half year: its own spikes are left out of what is expected.</summary>
    private static NaiveGroup Group(BoundMeasure measure)
    {
        var rule = Watch(measure.Population);
        var run = new NaiveRun(World.Value, new(Project.Default, [rule], ""), new() { [rule.Id] = rule.Population });
        run.Evaluate(null, null);
        return run.Groups(rule).Single();
    }

    /// <summary>A group of a rule that never fired.</summary>
    private static NaiveGroup Quiet(BoundMeasure measure) => new(Watch(measure.Population), []);

    private static BoundRule Watch(BoundCondition population) =>
        Rule(population, new BoundThreshold(Volume(population), Comparison.GreaterOrEqual, new BoundBaseline(2, 0, Spec), .001));

    private static BoundRule Rule(BoundCondition population, BoundSignal signal) => new()
    {
        Id = "tree-emergencies",
        Ordinal = 0,
        Population = population,
        Signal = signal,
        Basis = Model.Cases.CaseBasis.Excess,
        ConditionText = "",
        Text = new SourceText("rules.cxr", ""),
        Span = default,
    };

    private static SourceField Field(ContactField field, string column) =>
        new(field, column, null, null, null, System.Collections.Immutable.ImmutableDictionary<string, string>.Empty, [], 1);
}
