using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The windows that a window is held against: they end one step, two steps … before it (statistics.md, "Baseline").</summary>
internal sealed class NaiveReferences(NaiveWorld world)
{
    private readonly Dictionary<(Window, BoundCycles?, string?, BaselineSpec, NaiveGroup, Moment), List<(int Back, Moment End)>> _left = [];
    private readonly Dictionary<(Window, BoundCycles?, string?, BaselineSpec, NaiveSeries, Moment), NaiveSpread> _spreads = [];

    /// <summary>Those that are left. What a rule leaves out it knows at once, so that what is left of the windows before a moment stays the same.</summary>
    /// <param name="end">Where the measure's own window ends.</param>
    /// <param name="exposure">Windows without it are none; null: any may be one.</param>
    public List<(int Back, Moment End)> Before(Moment end, BoundMeasure measure, string? exposure, BaselineSpec spec, NaiveGroup group) =>
        _left.TryGetValue((measure.Window, measure.Cycles, exposure, spec, group, end), out var known) ? known
        : _left[(measure.Window, measure.Cycles, exposure, spec, group, end)] = [.. Find(end, measure, spec, group).Where(reference => exposure is null || Exposure(exposure, measure, reference.End) is not null)];

    /// <summary>How a series counts in those that are left.</summary>
    public NaiveSpread Spread(NaiveSeries series, Moment end, BoundMeasure measure, string? exposure, BaselineSpec spec, NaiveGroup group) =>
        _spreads.TryGetValue((measure.Window, measure.Cycles, exposure, spec, series, end), out var known) ? known
        : _spreads[(measure.Window, measure.Cycles, exposure, spec, series, end)] = NaiveSpread.Of(Before(end, measure, exposure, spec, group).ConvertAll(reference => (long)series.Count(world.SpanOf(measure, reference.End))));

    public NaiveQuotient? Exposure(string? exposure, BoundMeasure measure, Moment end) =>
        world.SpanOf(measure, end) is var span && span.Start >= world.FirstMidnight ? world.Exposures.Of(exposure, span) : null;

    private IEnumerable<(int Back, Moment End)> Find(Moment end, BoundMeasure measure, BaselineSpec spec, NaiveGroup group)
    {
        if (measure.Cycles is { } cycles)
        {
            return FindCycles(end, cycles, spec).Where(reference => world.IsReferenceOfCycles(world.SpanOf(measure, reference.End)) && !group.LeftOut.Contains(reference.End.Utc));
        }

        return FindWindows(end, measure.Window, spec, group);
    }

    /// <summary>As many cycles, up to as many days after the last one began, or to its end.</summary>
    private IEnumerable<(int Back, Moment End)> FindCycles(Moment end, BoundCycles cycles, BaselineSpec spec)
    {
        var days = world.Exposures.DaysWith(cycles.Exposure).Where(day => world.Calendar.StartOfDay(day) < end.Utc).ToList();
        if (days.Count == 0 || world.Exposures.CountOf(cycles.Exposure, new Span(world.Calendar.StartOfDay(days[^1]), end.Utc)) is null)
        {
            yield break;
        }

        var since = Period.DaysBetween(days[^1], end.Local.Date);
        for (var back = 1; back <= spec.Windows && days.Count - (cycles.Count * (back + 1)) >= 0; back++)
        {
            var place = days.Count - 1 - (cycles.Count * back);
            var reference = world.Calendar.At(days[place].PlusDays(since).At(end.Local.TimeOfDay));
            var next = world.Calendar.At(days[place + 1].AtMidnight());
            next = next with { Utc = world.Calendar.StartOfDay(days[place + 1]) };
            yield return (back, reference.Utc < next.Utc ? reference : next);
        }
    }

    private IEnumerable<(int Back, Moment End)> FindWindows(Moment end, Window window, BaselineSpec spec, NaiveGroup group)
    {
        var week = window.Unit == TimeUnit.Day ? 7 : 168;
        var step = (window.Length + week - 1) / week * 7;
        for (var back = 1; back <= spec.Windows; back++)
        {
            var reference = world.Calendar.DaysBefore(end, back * step);
            if (world.IsReference(window, reference) && !group.LeftOut.Contains(reference.Utc))
            {
                yield return (back, reference);
            }
        }
    }
}
