using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>One rule, one group, one instant.</summary>
internal sealed class Evaluation
{
    private static readonly Func<int, bool> s_none = _ => false;

    private readonly double?[] _p;
    private readonly bool[] _hasP;

    /// <param name="tests">How many chance tests the rule has.</param>
    /// <param name="evaluationAt">The evaluation that ends a unit range at an index, or -1.</param>
    public Evaluation(GroupState group, Instant end, int[] knownGroups, int tests, Func<int, int> evaluationAt)
    {
        Group = group;
        End = end;
        KnownGroups = knownGroups;
        _p = new double?[tests];
        _hasP = new bool[tests];
        LeftOut = group.LastStrong < 0 ? s_none : index => evaluationAt(index) is >= 0 and var evaluation && group.IsStrong(evaluation);
    }

    public GroupState Group { get; }

    /// <summary>How many groups are decided at once: all that have nothing in reach are alike.</summary>
    public int Groups { get; init; } = 1;

    public Instant End { get; }

    /// <summary>By chance test: the groups whose baseline is known at this instant.</summary>
    public int[] KnownGroups { get; }

    /// <summary>True for the end of a window that no baseline learns from, the rule having been active there.</summary>
    public Func<int, bool> LeftOut { get; }

    /// <summary>Where an explanation is wanted: what the condition's parts came to; else null.</summary>
    public EvaluationRecord? Record { get; set; }

    /// <summary>The first reason found.</summary>
    public string? UnknownBecause { get; set; }

    public bool TryGetP(int test, out double? p)
    {
        p = _p[test];
        return _hasP[test];
    }

    public void SetP(int test, double? p)
    {
        _p[test] = p;
        _hasP[test] = true;
    }
}
