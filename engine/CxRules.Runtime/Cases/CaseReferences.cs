using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>
/// What a case is held against: for each weekday (hour of the week) the 8 same ones before its first day (hour), less holidays, incidents,
/// gaps and the units of the rule's earlier cases.
/// </summary>
internal sealed class CaseReferences
{
    private const int Weeks = 8;
    private readonly Timeline _timeline;
    private readonly Exclusions _exclusions;
    private readonly IReadOnlyList<CaseState> _earlier;
    private readonly Series _series;
    private readonly int _first;
    private readonly List<ReferenceUnit> _units = [];

    public CaseReferences(CaseState state, IReadOnlyList<CaseState> earlier, Series series, Timeline timeline, Exclusions exclusions)
        : this(state, earlier, series, timeline, exclusions, state.FirstUnit, UnitsOf(state))
    {
    }

    private CaseReferences(CaseState state, IReadOnlyList<CaseState> earlier, Series series, Timeline timeline, Exclusions exclusions, int first, IReadOnlyList<int> units)
    {
        State = state;
        _earlier = earlier;
        _series = series;
        _timeline = timeline;
        _exclusions = exclusions;
        _first = first;
        CaseUnits = units;
        Classes = Collect();
    }

    public CaseState State { get; }

    /// <summary>By class: day of the week 0–6, or hour of the week 0–167.</summary>
    public IReadOnlyList<ReferenceClass> Classes { get; }

    /// <summary>The reference units with what they had, the latest first.</summary>
    public IReadOnlyList<ReferenceUnit> Units => _units;

    /// <summary>The units that are held against the references, ascending: those of the case, or others that <see cref="Against"/> names.</summary>
    public IReadOnlyList<int> CaseUnits { get; }

    /// <summary>Other units, of other contacts, held against the days (hours) before the case.</summary>
    public CaseReferences Against(Series series, IReadOnlyList<int> units) => new(State, _earlier, series, _timeline, _exclusions, _first, units);

    /// <summary>The same held against the days (hours) before a unit, whatever cases there were.</summary>
    public CaseReferences AgainstTimeBefore(int first, Series series, IReadOnlyList<int> units) => new(State, [], series, _timeline, _exclusions, first, units);

    /// <summary>Contacts of <see cref="CaseUnits"/>.</summary>
    public long Observed => CaseUnits.Sum(unit => _series.Contacts(unit, unit + 1));

    /// <summary>The exposure of the case's units; null where one is unknown.</summary>
    public decimal? ExposureOf(ExposureSeries series) => CaseUnits.Aggregate((decimal?)0, (sum, unit) => sum + series.Over(unit, unit + 1));

    /// <summary>The units that stand as many local days before those of the case, and their contacts; null where one is before the history, or in a gap.</summary>
    public (long Contacts, IReadOnlyList<int> Units)? Earlier(int days)
    {
        var units = new List<int>();
        foreach (var unit in CaseUnits)
        {
            var (day, hour) = LocalStartOf(unit);
            var earlier = _timeline.IndexAt(day - days, hour);
            if (earlier < 0 || _exclusions.HasGap(earlier, earlier + 1))
            {
                return null;
            }

            units.Add(earlier);
        }

        return (units.Sum(unit => _series.Contacts(unit, unit + 1)), units);
    }

    /// <summary>The class of a unit.</summary>
    public int ClassOf(int unit)
    {
        var (day, hour) = LocalStartOf(unit);
        return ClassOf(day, hour);
    }

    /// <summary>φ of 7-day windows that end 0 … 6 days and whole weeks before the case; 1 for rules of single days and of hours.</summary>
    public double WeeklyDispersion()
    {
        var dispersion = default(Dispersion);
        if (State.Rule.Window.Unit == TimeUnit.Hour || State.Rule.Window.Length == 1)
        {
            return dispersion.Value;
        }

        var (firstDay, firstHour) = LocalStartOf(_first);
        for (var shift = 0; shift < 7; shift++)
        {
            var (n, sum, squares) = (0, 0.0, 0.0);
            for (var week = 0; week < Weeks; week++)
            {
                var day = firstDay - shift - (7 * week);
                var (start, end) = (_timeline.IndexAt(day - 7, firstHour), _timeline.IndexAt(day, firstHour));
                if (_exclusions.IsReference(start, end) && !Overlaps(start, end))
                {
                    double count = _series.Contacts(start, end);
                    (n, sum, squares) = (n + 1, sum + count, squares + (count * count));
                }
            }

            dispersion.Add(n, sum, squares);
        }

        return dispersion.Value;
    }

    private static IReadOnlyList<int> UnitsOf(CaseState state) =>
        [.. Enumerable.Range(state.FirstUnit, Math.Max(0, state.LastUnit - state.FirstUnit + 1)).Where(state.Holds)];

    private ReferenceClass[] Collect()
    {
        var classes = new ReferenceClass[_timeline.Unit == TimeUnit.Day ? 7 : 168];
        foreach (var unit in CaseUnits)
        {
            ref var group = ref classes[ClassOf(unit)];
            group = group with { CaseUnits = group.CaseUnits + 1 };
        }

        var (firstDay, firstHour) = LocalStartOf(_first);
        for (var back = 1; back <= classes.Length * Weeks; back++)
        {
            var (day, hour) = _timeline.Unit == TimeUnit.Day ? (firstDay - back, 0) : Local((firstDay * 24L) + firstHour - back);
            var unit = _timeline.IndexAt(day, hour);
            if (_exclusions.IsReference(unit, unit + 1) && !Overlaps(unit, unit + 1))
            {
                var count = _series.Contacts(unit, unit + 1);
                _units.Add(new(unit, ClassOf(day, hour), count));
                ref var group = ref classes[ClassOf(day, hour)];
                group = group with { References = group.References + 1, Sum = group.Sum + count, SumOfSquares = group.SumOfSquares + ((double)count * count) };
            }
        }

        return classes;
    }

    /// <summary>A unit's day number, and the hour that the clock shows at its beginning.</summary>
    private (int Day, int Hour) LocalStartOf(int unit)
    {
        var start = _timeline.LocalStartOf(unit);
        return (DateOnly.FromDateTime(start).DayNumber, start.Hour);
    }

    private int ClassOf(int day, int hour) => _timeline.Unit == TimeUnit.Day ? day % 7 : (day % 7 * 24) + hour;

    private static (int Day, int Hour) Local(long localHours) => ((int)(localHours / 24), (int)(localHours % 24));

    private bool Overlaps(int start, int end)
    {
        foreach (var earlier in _earlier)
        {
            for (var unit = Math.Max(start, earlier.FirstUnit); unit < end && unit <= earlier.LastUnit; unit++)
            {
                if (earlier.Holds(unit))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>A day or hour that a case is held against.</summary>
/// <param name="Class">What it stands for: where the clock skips an hour, the one after stands for both.</param>
internal readonly record struct ReferenceUnit(int Unit, int Class, long Contacts);
