using CxRules.Model.Projects;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What drives volume: the project's exposure series. A file speaks for the days from its first line to its last.</summary>
internal sealed class NaiveExposures(Project project, NaiveCalendar calendar)
{
    private readonly Dictionary<string, SortedList<DateOnly, decimal>> _series = project.Exposures.Where(exposure => exposure.Counts is { Count: > 0 })
        .ToDictionary(exposure => exposure.Name, exposure => new SortedList<DateOnly, decimal>(exposure.Counts?.ToDictionary() ?? []));

    private readonly Dictionary<(string?, Span), NaiveQuotient?> _counts = [];
    private readonly Dictionary<string, List<LocalDate>> _days = [];

    /// <summary>The exposure of a stretch of time; null where there is none, or a day is unknown.</summary>
    public NaiveQuotient? Of(string? name, Span span) => CountOf(name, span) is { } count && !count.Top.IsZero ? count : null;

    /// <summary>The same, with 0 where there is none. Part of a day has its part of the day's count.</summary>
    public NaiveQuotient? CountOf(string? name, Span span) => _counts.TryGetValue((name, span), out var known) ? known : _counts[(name, span)] = Count(name, span);

    /// <summary>The days that have a count.</summary>
    public List<LocalDate> DaysWith(string name) => _days.TryGetValue(name, out var known) ? known
        : _days[name] = _series.TryGetValue(name, out var counts) ? [.. counts.Where(day => day.Value > 0).Select(day => LocalDate.FromDateOnly(day.Key))] : [];

    /// <summary>The last day that its file has a line for.</summary>
    public DateOnly? LastDay(string name) => _series.TryGetValue(name, out var counts) ? counts.Keys[^1] : null;

    /// <summary>The exposure of a local day; null where its file does not reach.</summary>
    public decimal? CountOf(string? name, LocalDate day) =>
        name is not null && _series.TryGetValue(name, out var counts) && day.ToDateOnly() is var date && date >= counts.Keys[0] && date <= counts.Keys[^1]
            ? counts.GetValueOrDefault(date)
            : null;

    private NaiveQuotient? Count(string? name, Span span)
    {
        var sum = NaiveQuotient.Of(0);
        for (var day = calendar.DayOf(span.Start); day <= calendar.DayOf(span.End - 1); day = day.PlusDays(1))
        {
            if (CountOf(name, day) is not { } count)
            {
                return null;
            }

            var (start, end) = (calendar.StartOfDay(day), calendar.StartOfDay(day.PlusDays(1)));
            sum += NaiveQuotient.Of(count) * new NaiveQuotient((Math.Min(end, span.End) - Math.Max(start, span.Start)) / TimeSpan.TicksPerSecond, (end - start) / TimeSpan.TicksPerSecond);
        }

        return sum;
    }
}
