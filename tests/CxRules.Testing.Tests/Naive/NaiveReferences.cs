using CxRules.Language.Binding;
using CxRules.Model.Projects;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The windows that a window is held against: they end one step, two steps … before it (statistics.md, "Baseline").</summary>
internal sealed class NaiveReferences(NaiveWorld world)
{
    private readonly Dictionary<(Window, BaselineSpec, NaiveGroup, Moment), List<(int Back, Moment End)>> _left = [];
    private readonly Dictionary<(Window, BaselineSpec, NaiveSeries, Moment), NaiveSpread> _spreads = [];

    /// <summary>Those that are left. What a rule leaves out it knows at once, so that what is left of the windows before a moment stays the same.</summary>
    public List<(int Back, Moment End)> Before(Moment end, Window window, BaselineSpec spec, NaiveGroup group) =>
        _left.TryGetValue((window, spec, group, end), out var known) ? known : _left[(window, spec, group, end)] = [.. Find(end, window, spec, group)];

    /// <summary>How a series counts in those that are left.</summary>
    public NaiveSpread Spread(NaiveSeries series, Moment end, Window window, BaselineSpec spec, NaiveGroup group) =>
        _spreads.TryGetValue((window, spec, series, end), out var known) ? known
        : _spreads[(window, spec, series, end)] = NaiveSpread.Of(Before(end, window, spec, group).ConvertAll(reference => (long)series.Count(world.SpanOf(window, reference.End))));

    public NaiveQuotient? Exposure(BaselineSpec spec, Window window, Moment end) => world.Exposures.Of(spec.Exposure, world.SpanOf(window, end));

    private IEnumerable<(int Back, Moment End)> Find(Moment end, Window window, BaselineSpec spec, NaiveGroup group)
    {
        var week = window.Unit == TimeUnit.Day ? 7 : 168;
        var step = (window.Length + week - 1) / week * 7;
        for (var back = 1; back <= spec.Windows; back++)
        {
            var reference = world.Calendar.DaysBefore(end, back * step);
            if (world.IsReference(window, reference) && !group.LeftOut.Contains(reference.Utc) && IsExposed(window, spec, reference))
            {
                yield return (back, reference);
            }
        }
    }

    /// <summary>What nothing could drive is no reference.</summary>
    private bool IsExposed(Window window, BaselineSpec spec, Moment reference) =>
        spec.Method != BaselineMethod.PerExposure || Exposure(spec, window, reference) is not null;
}
