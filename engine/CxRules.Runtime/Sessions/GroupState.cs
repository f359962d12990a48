using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// What one rule knows of one group: the only thing that changes while a session runs. It costs what the group has, and not what the history is long.
/// </summary>
/// <param name="firstIndex">The unit of the group's first contact.</param>
/// <param name="series">Of the rule's populations, in the order of <see cref="RuleMeasures.Populations"/>.</param>
internal sealed class GroupState(GroupKey key, int firstIndex, RuleMeasures measures, Series[] series)
{
    /// <summary>Instants in a week, and a day more where hours are watched: clocks go back.</summary>
    private const int DaysKept = 7;
    private const int HoursKept = 8 * 24;

    private Dictionary<int, Alignments>? _alignments;
    private Dictionary<int, double>? _p;
    private List<CaseState>? _cases;
    private ActiveSpans? _active;
    private RunSet? _held;
    private RunSet? _clearing;
    private RunSet? _strong;

    public GroupKey Key => key;

    /// <summary>The rule's population in this group.</summary>
    public Series Population => series[0];

    /// <summary>By the place of their populations.</summary>
    public IReadOnlyList<Series> Series => series;

    /// <summary>The unit of the group's first contact: it is evaluated from then on.</summary>
    public int FirstIndex => firstIndex;

    public bool IsActive => _active is { IsOpen: true };

    /// <summary>True where the signal was active at an instant.</summary>
    public bool WasActive(long utcTicks) => _active is not null && _active.Contains(utcTicks);

    public void Activate(long utcTicks) => (_active ??= new ActiveSpans()).Open(utcTicks);

    public void Deactivate(long utcTicks) => _active?.Close(utcTicks);

    public List<CaseState> Cases => _cases ??= [];

    public bool HasCases => _cases is not null;

    /// <summary>Evaluations at which `if` held.</summary>
    public RunSet Held => _held ??= new RunSet();

    /// <summary>True where `if` ever held.</summary>
    public bool EverHeld => _held is not null;

    /// <summary>Evaluations at which `until` held since the signal became active.</summary>
    public RunSet Clearing => _clearing ??= new RunSet();

    /// <summary>The last evaluation at which the signal was strong; -1: there is none.</summary>
    public int LastStrong => _strong?.Last ?? -1;

    public Quantity Quantity(int measure) => measures.Of(measure, series);

    /// <summary>p at an evaluation at which `if` held; null where it is unknown.</summary>
    public double? POf(int evaluation) => _p is not null && _p.TryGetValue(evaluation, out var p) ? p : null;

    public void Hold(int evaluation, double? p)
    {
        Held.Add(evaluation);
        if (p is { } known)
        {
            (_p ??= []).Add(evaluation, known);
        }
    }

    /// <summary>True at evaluations at which the signal was active beyond chance while its case was young: no baseline learns from their windows.</summary>
    public bool IsStrong(int evaluation) => _strong is not null && _strong.Contains(evaluation);

    public void MarkStrong(int evaluation) => (_strong ??= new RunSet()).Add(evaluation);

    /// <summary>What a chance test remembers of this group.</summary>
    public Alignments AlignmentsOf(ChancePlan test)
    {
        _alignments ??= [];
        if (!_alignments.TryGetValue(test.Index, out var alignments))
        {
            _alignments.Add(test.Index, alignments = new Alignments(series[0].Unit == TimeUnit.Day ? DaysKept : HoursKept));
        }

        return alignments;
    }
}
