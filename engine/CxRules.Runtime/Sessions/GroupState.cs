using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>What one rule knows of one group: the only thing that changes while a session runs.</summary>
internal sealed class GroupState
{
    private readonly Truth[] _condition;
    private readonly double?[] _p;
    private readonly bool[] _strong;
    private readonly Truth[] _clearing;
    private readonly Dictionary<int, Alignments> _alignments = [];
    private readonly int _units;

    public GroupState(GroupKey key, Series population, int firstIndex, IReadOnlyDictionary<int, Quantity> quantities, int evaluations, int units)
    {
        _units = units;
        Key = key;
        Population = population;
        FirstIndex = firstIndex;
        Quantities = quantities;
        _condition = new Truth[evaluations];
        _p = new double?[evaluations];
        _strong = new bool[evaluations];
        _clearing = new Truth[evaluations];
    }

    public GroupKey Key { get; }

    /// <summary>The rule's population in this group.</summary>
    public Series Population { get; }

    /// <summary>The unit of the group's first contact: it is evaluated from then on.</summary>
    public int FirstIndex { get; }

    /// <summary>By measure.</summary>
    public IReadOnlyDictionary<int, Quantity> Quantities { get; }

    public bool IsActive { get; set; }

    public List<CaseState> Cases { get; } = [];

    /// <summary>`if` at each evaluation; false where there was none.</summary>
    public Span<Truth> Condition => _condition;

    /// <summary>`until` at each evaluation since the signal became active.</summary>
    public Span<Truth> Clearing => _clearing;

    /// <summary>p at the evaluations at which `if` held or the signal was active.</summary>
    public Span<double?> P => _p;

    /// <summary>What a chance test remembers of this group.</summary>
    public Alignments AlignmentsOf(ChancePlan test)
    {
        if (!_alignments.TryGetValue(test.Index, out var alignments))
        {
            _alignments.Add(test.Index, alignments = new Alignments(_units));
        }

        return alignments;
    }

    /// <summary>Evaluations at which the signal was active beyond chance while its case was young: no baseline learns from their windows.</summary>
    public Span<bool> Strong => _strong;
}
