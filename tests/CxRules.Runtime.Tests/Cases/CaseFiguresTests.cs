using CxRules.Model.Cases;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Cases;

/// <summary>Ten weeks of days, ten contacts each; the case: 20 on the Monday of the tenth, 30 on its Wednesday, 30 on its Thursday.</summary>
public sealed class CaseFiguresTests
{
    private const int Days = 70;
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, Days);

    private static readonly Series Counts = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, Days).Select(day => day switch
    {
        63 => 20L,
        64 => 90L,
        65 or 66 => 30L,
        _ => 10L,
    })]);

    private static readonly SignalPlan Spike = new ThresholdSignal(0, ComparisonKind.Greater, new BaselineAmount(1.3m, 0, BaselineMethod.Median, 8, 4), new(0, 0, 0.001, false, 8, 4), false);
    private static readonly SignalPlan Agreed = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(15), null, false);

    [Fact]
    public void Of_AChronicCause_ClaimsEveryContact()
    {
        var figures = Of(CaseBasis.All, Spike, null);
        Assert.Equal((80, 65, null, Claim.Whole, null), (figures.Observed, figures.Peak, figures.Excess, figures.Claim, figures.UnpricedBecause));
    }

    /// <summary>The case's Tuesday is no part of it, though it has the most contacts. Expected: 3 · 10.</summary>
    [Fact]
    public void Of_ASpike_ClaimsItsExcess()
    {
        var figures = Of(CaseBasis.Excess, Spike, 0.0001);
        Assert.NotNull(figures.Excess);
        Assert.Equal((80, 65), (figures.Observed, figures.Peak));
        Assert.Equal((30m, 50m), (figures.Excess.Expected, figures.Excess.Mid));

        // t(.95, 49) = 1.67655089; Var = 3 · ((80 + ½ ÷ 3) ÷ 8) · (1 + 1 ÷ 8), φ = 1.
        var half = 1.67655089 * Math.Sqrt(3 * ((80 + (0.5 / 3)) / 8) * 1.125);
        Assert.Equal(50 - half, (double)figures.Excess.Low, 1e-5);
        Assert.Equal(50 + half, (double)figures.Excess.High, 1e-5);
        Assert.Equal(new Claim(figures.Excess.Low / 80, 0.625m, figures.Excess.High / 80), figures.Claim);
        Assert.Null(figures.UnpricedBecause);
    }

    [Theory]
    [InlineData(0.00099, true)]
    [InlineData(0.001, false)]
    [InlineData(null, false)]
    public void Of_ASpikeThatChanceExplains_HasNoClaim(double? p, bool isPriced)
    {
        var figures = Of(CaseBasis.Excess, Spike, p);
        Assert.Equal(isPriced, figures.Claim is not null);
        Assert.Equal(isPriced ? null : "not distinguishable from chance", figures.UnpricedBecause);
        Assert.NotNull(figures.Excess);
    }

    /// <summary>A comparison with an agreed number alone leaves nothing to chance.</summary>
    [Fact]
    public void Of_AnAgreedNumber_NeedsNoTest()
    {
        var figures = Of(CaseBasis.Excess, Agreed, null, expectation: new FixedExpectation(15));
        Assert.Equal((45m, 35m), (figures.Excess?.Expected, figures.Excess?.Mid));
        Assert.NotNull(figures.Claim);
        Assert.Null(figures.UnpricedBecause);
        Assert.Equal("not distinguishable from chance", Of(CaseBasis.Excess, new AllSignals([Agreed, Spike]), null).UnpricedBecause);
    }

    [Fact]
    public void Of_TooLittleHistory_HasNoClaim()
    {
        var figures = Of(CaseBasis.Excess, Spike, 0.0001, start: 2);
        Assert.Equal((null, null, "too little history before the case: a weekday of it has no earlier one to compare with"), (figures.Excess, figures.Claim, figures.UnpricedBecause));
    }

    [Fact]
    public void Of_AnExposureThatIsNotKnown_HasNoClaim()
    {
        var figures = Of(CaseBasis.Excess, Spike, 0.0001, expectation: new ExposureExpectation("bills"));
        Assert.Equal((null, null, "no count of the exposure is known for the case or the weeks before it"), (figures.Excess, figures.Claim, figures.UnpricedBecause));
    }

    /// <summary>Only a case of one evaluation was picked for one count.</summary>
    [Fact]
    public void Of_AThreshold_IsAllowedForAtOneEvaluation()
    {
        var (one, plain) = (Of(CaseBasis.Excess, Spike, 0.0001, evaluations: 1, threshold: 30), Of(CaseBasis.Excess, Spike, 0.0001, evaluations: 1));
        Assert.Equal((30, 20m), (plain.Observed, plain.Excess?.Mid));
        Assert.True(one.Excess?.Mid < 5);
        Assert.Equal(50m, Of(CaseBasis.Excess, Spike, 0.0001, threshold: 80).Excess?.Mid);
    }

    /// <summary>A case without contacts, as of a rule that asks for less, claims nothing.</summary>
    [Fact]
    public void Of_NoContacts_HasNoClaim()
    {
        var empty = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, Days).Select(day => day >= 63 ? 0L : 10L)]);
        var figures = Of(CaseBasis.Excess, Spike, 0.0001, series: empty);
        Assert.Equal((0, 63, 0m, null, null), (figures.Observed, figures.Peak, figures.Excess?.Mid, figures.Claim, figures.UnpricedBecause));
    }

    /// <summary>Nothing on Monday, one each on Wednesday and Thursday: the first of the two is the peak.</summary>
    [Fact]
    public void Of_SingleContacts_HasItsPeakAtTheFirst()
    {
        var few = SmallHistory.Series(Timeline, [.. Enumerable.Range(0, Days).Select(day => day == 63 ? 0L : 1L)]);
        var figures = Of(CaseBasis.All, Spike, null, series: few);
        Assert.Equal((2, 65), (figures.Observed, figures.Peak));
    }

    [Fact]
    public void ContactsOf_AProfile_AreThoseInTheCase()
    {
        var profile = new Profile([1], []);
        foreach (var (day, count) in (ReadOnlySpan<(int, long)>)[(62, 1), (63, 2), (64, 4), (65, 8), (66, 16), (67, 32)])
        {
            profile.Cells.At(SmallHistory.Monday.DayNumber + day).Contacts = count;
        }

        Assert.Equal(26, Of(CaseBasis.All, Spike, null).ContactsOf(profile));
    }

    private static CaseFigures Of(CaseBasis basis, SignalPlan signal, double? p, ExpectationPlan? expectation = null, int start = 63, int evaluations = 3, long? threshold = null, Series? series = null)
    {
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Basis = basis, Signal = signal, Expectation = expectation };
        var state = new CaseState(rule, GroupKey.None, 0, Timeline.AtIndex(start + 1), Days) { Threshold = threshold };
        foreach (var day in ((int[])[start + 3, start, start + 2])[..evaluations])
        {
            state.Add(day, Timeline.AtIndex(day + 1), p);
        }

        return CaseFigures.Of(state, [], series ?? Counts, Timeline, SmallHistory.Nothing(Timeline), new Exposures(Project.Default, Timeline));
    }
}
