using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Cases;

public sealed class CaseStateTests
{
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, 20);

    [Fact]
    public void Add_OverlappingWindows_AreTheirUnion()
    {
        var state = State();
        Assert.Equal((20, -1, 0), (state.FirstUnit, state.LastUnit, state.Evaluations));
        state.Add(5, Timeline.AtIndex(8), null);
        state.Add(6, Timeline.AtIndex(9), 0.02);
        state.Add(12, Timeline.AtIndex(13), 0.005);
        state.Add(2, Timeline.AtIndex(3), 0.01);
        Assert.Equal([2, 5, 6, 7, 8, 12], Enumerable.Range(-2, 25).Where(state.Holds));
        Assert.Equal((2, 12, 4), (state.FirstUnit, state.LastUnit, state.Evaluations));
        Assert.Equal(0.005, state.PValue);
        Assert.Equal(Timeline.AtIndex(3), state.LastTrue);
    }

    [Fact]
    public void Holds_TheFirstAndTheLastUnit_IsTrue()
    {
        var state = State();
        state.Add(0, Timeline.AtIndex(1), null);
        state.Add(19, Timeline.AtIndex(20), null);
        Assert.Equal([0, 19], Enumerable.Range(-2, 25).Where(state.Holds));
        Assert.Equal((0, 19), (state.FirstUnit, state.LastUnit));
    }

    [Fact]
    public void PValue_OfEvaluationsWithoutOne_IsNone()
    {
        var state = State();
        state.Add(5, Timeline.AtIndex(8), null);
        Assert.Null(state.PValue);
        state.Add(5, Timeline.AtIndex(8), 0.5);
        state.Add(5, Timeline.AtIndex(8), null);
        Assert.Equal(0.5, state.PValue);
    }

    private static CaseState State() => new(new RulePlan { Id = "a", Index = 0, Population = 0 }, GroupKey.None, 0, Timeline.AtIndex(8), 20);
}
