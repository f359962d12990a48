using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Baselines;

public sealed class UnguardedRatioTests
{
    private const int Days = 71;
    private static readonly ChancePlan Test = new(0, 0, 0.001, false, 8, 4);
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, Days);

    /// <summary>Twelve a day: μ = 96.5 ÷ 8, φ = 1.</summary>
    private static readonly Series Constant = SmallHistory.Series(Timeline, [.. Enumerable.Repeat(12L, Days)]);

    /// <summary>Twice as much.</summary>
    private static readonly Series Double = SmallHistory.Series(Timeline, [.. Enumerable.Repeat(24L, Days)]);

    public static TheoryData<string, bool> Conditions => new()
    {
        { "more", true },
        { "least", true },
        { "less", false },
        { "constant", false },
        { "guarded", false },
        { "chance", false },
        { "share-test", false },
        { "more & constant", true },
        { "constant & more", true },
        { "more & chance", false },
        { "more & guarded", false },
        { "more & (constant & chance)", false },
        { "constant & (less & more)", true },
        { "more | constant", false },
        { "not more", false },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Of_ACondition_IsThereWhereChanceAloneMayMeetIt(string condition, bool expected) =>
        Assert.Equal(expected, UnguardedRatio.Of(Signal(condition)) is not null);

    /// <summary>
    /// P(Y ≥ y) of a negative binomial with mean 96.5 ÷ 8 and variance 9 ÷ 8 of it, by R: y is the first count that meets the comparison with
    /// factor × 12 + offset, and at least the constant that stands beside it.
    /// </summary>
    [Theory]
    [InlineData(ComparisonKind.Greater, "1.5", "0", null, 19, 0.0486581613335)]
    [InlineData(ComparisonKind.GreaterOrEqual, "1.5", "0", null, 18, 0.077032069709)]
    [InlineData(ComparisonKind.Greater, "1.3", "0", null, 16, 0.172608392617)]
    [InlineData(ComparisonKind.GreaterOrEqual, "1.3", "0", null, 16, 0.172608392617)]
    [InlineData(ComparisonKind.Greater, "1", "5", null, 18, 0.077032069709)]
    [InlineData(ComparisonKind.Greater, "1", "0", "20", 21, 0.0174682946537)]
    [InlineData(ComparisonKind.Greater, "2", "0", "20", 25, 0.00152920776041)]
    public void AtUsual_OfABaseline_IsTheChanceOfTheFirstCountThatMeetsIt(ComparisonKind comparison, string factor, string offset, string? constant, int count, double expected)
    {
        var threshold = new ThresholdSignal(0, comparison, new BaselineAmount(Number(factor), Number(offset), BaselineMethod.Median, 8, 4), Test, false);
        SignalPlan signal = constant is null ? threshold : new AllSignals(
        [
            threshold,
            new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(Number(constant)), null, false),
            new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(3), null, false),
            new ThresholdSignal(0, ComparisonKind.Less, new ConstantAmount(900), null, false),
            new ThresholdSignal(1, ComparisonKind.Greater, new ConstantAmount(500), null, false),
        ]);
        var unguarded = UnguardedRatio.Of(signal);
        Assert.NotNull(unguarded);
        Assert.Null(unguarded.AtUsual(Chance()));
        unguarded.Meet(threshold, 12, At(Group(Constant), 64));
        var alone = unguarded.AtUsual(Chance());
        Assert.NotNull(alone);
        Assert.Equal(12, alone.Usual);
        Assert.True(Math.Abs(alone.Chance - expected) < 1e-9, $"P(Y ≥ {count}) is {alone.Chance:R}");
    }

    /// <summary>
    /// A share of 12 contacts, of which 4 are usual: P(Bin(12, 32.5 ÷ 97) ≥ k) by R, k being the first count whose share meets the comparison
    /// with factor × baseline per cent.
    /// </summary>
    [Theory]
    [InlineData(ComparisonKind.Greater, "1.5", "40", 8, 0.01938094971)]
    [InlineData(ComparisonKind.Greater, "1.25", "40", 7, 0.0681839441823)]
    [InlineData(ComparisonKind.GreaterOrEqual, "1.25", "40", 6, 0.181181646768)]
    [InlineData(ComparisonKind.GreaterOrEqual, "1.5", "30", 6, 0.181181646768)]
    [InlineData(ComparisonKind.Greater, "1.2", "30", 5, 0.373401914464)]
    public void AtUsual_OfAShare_IsTheChanceOfTheFirstCountThatMeetsIt(ComparisonKind comparison, string factor, string baseline, int count, double expected)
    {
        var threshold = new ThresholdSignal(0, comparison, new BaselineAmount(Number(factor), 0, BaselineMethod.Median, 8, 4), Test, false);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        unguarded.Meet(threshold, Number(baseline), At(Share(), 64));
        var alone = unguarded.AtUsual(Chance());
        Assert.NotNull(alone);
        Assert.Equal((Number(baseline), QuantityKind.Share), (alone.Usual, alone.Kind));
        Assert.True(Math.Abs(alone.Chance - expected) < 1e-9, $"P(Y ≥ {count}) is {alone.Chance:R}");
    }

    /// <summary>Baselines met so often, and the middle one.</summary>
    [Theory]
    [InlineData("12", 12)]
    [InlineData("11 12 13", 12)]
    [InlineData("13 11 12", 12)]
    [InlineData("11 11 12 13 13", 12)]
    [InlineData("11 12 12 12 13 14 15", 12)]
    [InlineData("11 12", 12)]
    [InlineData("12 12 13 14", 13)]
    [InlineData("12 12 12 14", 12)]
    public void AtUsual_OfManyBaselines_IsTheMiddleOne(string baselines, int usual)
    {
        var threshold = Threshold(ComparisonKind.Greater, Test);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        foreach (var baseline in baselines.Split(' '))
        {
            unguarded.Meet(threshold, Number(baseline), At(Group(Constant), 64));
        }

        Assert.Equal(usual, unguarded.AtUsual(Chance())?.Usual);
    }

    /// <summary>Of the groups that had the baseline when it was first met, the one in the middle: here those of 24 a day, for whom 19 is nothing.</summary>
    [Fact]
    public void AtUsual_OfManyGroups_IsTheMiddleOne()
    {
        var threshold = Threshold(ComparisonKind.Greater, Test);
        var (one, three) = (UnguardedRatio.Of(threshold), UnguardedRatio.Of(threshold));
        Assert.NotNull(one);
        Assert.NotNull(three);
        one.Meet(threshold, 12, At(Group(Constant), 64));
        one.Meet(threshold, 12, At(Group(Double), 65));
        one.Meet(threshold, 12, At(Group(Double), 66));
        Assert.Equal(0.0486581613335, one.AtUsual(Chance())?.Chance ?? 0, 1e-9);
        three.Meet(threshold, 12, At(Group(Double), 64));
        three.Meet(threshold, 12, At(Group(Constant), 64));
        three.Meet(threshold, 12, At(Group(Double), 64));
        Assert.InRange(three.AtUsual(Chance())?.Chance ?? 0, 0.8, 0.95);

        // Of two the greater chance: a rule is warned of rather than not.
        var two = UnguardedRatio.Of(threshold);
        Assert.NotNull(two);
        two.Meet(threshold, 12, At(Group(Constant), 64));
        two.Meet(threshold, 12, At(Group(Double), 64));
        Assert.InRange(two.AtUsual(Chance())?.Chance ?? 0, 0.8, 0.95);
    }

    /// <summary>A group of which twice as much is usual: 0.75 · 2 · 12, so that 19 is the first count above it.</summary>
    [Fact]
    public void AtUsual_OfAGroupWithItsOwnFactor_IsTheChanceOfItsCount()
    {
        var threshold = new ThresholdSignal(0, ComparisonKind.Greater, new BaselineAmount(0.75m, 0, BaselineMethod.Median, 8, 4), Test, false);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        unguarded.Meet(threshold, 12, At(Group(Constant), 64), 2);
        Assert.Equal(0.0486581613335, unguarded.AtUsual(Chance())?.Chance ?? 0, 1e-9);
    }

    /// <summary>An evaluation that stands for no group says nothing of the ones after it.</summary>
    [Fact]
    public void Meet_ForNoGroup_IsPassedOver()
    {
        var threshold = Threshold(ComparisonKind.Greater, Test);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        unguarded.Meet(threshold, 12, new(Group(Constant), Timeline.AtIndex(63), [1], 1, _ => -1) { Groups = 0 });
        Assert.Null(unguarded.AtUsual(Chance()));
        unguarded.Meet(threshold, 12, At(Group(Constant), 64));
        Assert.Equal(0.0486581613335, unguarded.AtUsual(Chance())?.Chance ?? 0, 1e-9);
    }

    /// <summary>Another threshold of the rule is not what is asked about.</summary>
    [Fact]
    public void Meet_SomethingElse_IsPassedOver()
    {
        var threshold = Threshold(ComparisonKind.Greater, Test);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        unguarded.Meet(Threshold(ComparisonKind.Greater, Test), 12, At(Group(Constant), 64));
        Assert.Null(unguarded.AtUsual(Chance()));
    }

    /// <summary>Without enough windows before it there is no chance to speak of.</summary>
    [Fact]
    public void AtUsual_WithoutReferences_IsUnknown()
    {
        var threshold = Threshold(ComparisonKind.Greater, Test);
        var unguarded = UnguardedRatio.Of(threshold);
        Assert.NotNull(unguarded);
        unguarded.Meet(threshold, 12, At(Group(Constant), 20));
        Assert.Null(unguarded.AtUsual(Chance()));
    }

    private static SignalPlan Signal(string text)
    {
        if (text.StartsWith("not ", StringComparison.Ordinal))
        {
            return new NotSignal(Signal(text[4..]));
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0)
        {
            return new AllSignals([.. text[..open].TrimEnd(' ', '&').Split(" & ").Select(Signal), Signal(text[(open + 1)..^1])]);
        }

        return text.Contains('&', StringComparison.Ordinal) ? new AllSignals([.. text.Split(" & ").Select(Signal)])
            : text.Contains('|', StringComparison.Ordinal) ? new AnySignal([.. text.Split(" | ").Select(Signal)])
            : text switch
            {
                "more" => Threshold(ComparisonKind.Greater, Test),
                "least" => Threshold(ComparisonKind.GreaterOrEqual, Test),
                "less" => Threshold(ComparisonKind.Less, Test),
                "guarded" => Threshold(ComparisonKind.Greater, Test) with { Guarded = true },
                "share-test" => Threshold(ComparisonKind.Greater, Test with { Measure = 1 }),
                "chance" => new ChanceSignal(Test),
                _ => new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false),
            };
    }

    private static ThresholdSignal Threshold(ComparisonKind comparison, ChancePlan test) =>
        new(0, comparison, new BaselineAmount(1.5m, 0, BaselineMethod.Median, 8, 4), test, false);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ChanceTest Chance() => new(new References(Timeline, SmallHistory.Nothing(Timeline), new Exposures(Project.Default, Timeline)), Timeline, new Exposures(Project.Default, Timeline));

    private static GroupState Group(Series series) => Group(new MeasurePlan(QuantityKind.Volume, 0, -1, null, 0, Window.Daily), series);

    private static GroupState Share() =>
        Group(new MeasurePlan(QuantityKind.Share, 0, 1, null, 0, Window.Daily), SmallHistory.Series(Timeline, [.. Enumerable.Repeat(4L, Days)]), Constant);

    private static GroupState Group(MeasurePlan measure, params Series[] series)
    {
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Signal = Threshold(ComparisonKind.Greater, Test) };
        return new(GroupKey.None, 0, new RuleMeasures(rule, _ => new MeasureReading(measure, new ProfileLayout(SmallHistory.Plan(Project.Default, [], [measure])), new Dictionary<int, List<long>>())), series);
    }

    private static Evaluation At(GroupState group, int end) => new(group, Timeline.AtIndex(end), [1], 1, _ => -1);
}
