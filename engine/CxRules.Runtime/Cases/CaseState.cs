using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>A case while its session runs.</summary>
internal sealed class CaseState(RulePlan rule, GroupKey group, int ordinal, Instant opened, int units)
{
    private readonly RunSet _units = new();

    public RulePlan Rule { get; } = rule;

    public GroupKey Group { get; } = group;

    /// <summary>0 for the group's first case.</summary>
    public int Ordinal { get; } = ordinal;

    public Instant Opened { get; } = opened;

    public Instant? Closed { get; set; }

    /// <summary>Evaluations at which `if` held.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The smallest count of the rule's window with which `if` would have held when the case was opened; null where that is no single number.</summary>
    public long? Threshold { get; set; }

    /// <summary>The last evaluation at which `if` held.</summary>
    public Instant LastTrue { get; private set; }

    /// <summary>The smallest p of its evaluations.</summary>
    public double? PValue { get; private set; }

    /// <summary>Evaluations, by the unit they end, at which the signal was active.</summary>
    public RunSet Fired { get; } = new();

    public int FirstUnit { get; private set; } = units;

    public int LastUnit { get; private set; } = -1;

    /// <summary>True when the unit counts toward the case.</summary>
    public bool Holds(int unit) => _units.Contains(unit);

    /// <summary>Adds an evaluation at which `if` held over the window [start, end).</summary>
    public void Add(int start, Instant end, double? p)
    {
        _units.Add(start, end.Index);
        FirstUnit = Math.Min(FirstUnit, start);
        LastUnit = Math.Max(LastUnit, end.Index - 1);
        LastTrue = end;
        Evaluations++;
        if (p is { } value && !(PValue <= value))
        {
            PValue = value;
        }
    }
}
