using CxRules.Model.Projects;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What drives volume: the project's exposure series. A file speaks for the days from its first line to its last.</summary>
internal sealed class NaiveExposures(Project project, NaiveCalendar calendar)
{
    /// <summary>The exposure of a stretch of time; null where there is none, or a day is unknown.</summary>
    public decimal? Of(string? name, Span span) => CountOf(name, span) is > 0 and var count ? count : null;

    /// <summary>The same, with 0 where there is none. Part of a day has its part of the day's count.</summary>
    public decimal? CountOf(string? name, Span span)
    {
        decimal? sum = 0;
        for (var day = calendar.DayOf(span.Start); day <= calendar.DayOf(span.End - 1); day = day.PlusDays(1))
        {
            var (start, end) = (calendar.StartOfDay(day), calendar.StartOfDay(day.PlusDays(1)));
            sum += CountOf(name, day) * (Math.Min(end, span.End) - Math.Max(start, span.Start)) / (end - start);
        }

        return sum;
    }

    /// <summary>The last day that its file has a line for.</summary>
    public DateOnly? LastDay(string name) => project.Exposures.FirstOrDefault(exposure => exposure.Name == name)?.Counts is { Count: > 0 } counts ? counts.Keys.Last() : null;

    /// <summary>The exposure of a local day; null where its file does not reach.</summary>
    public decimal? CountOf(string? name, LocalDate day) =>
        project.Exposures.FirstOrDefault(exposure => exposure.Name == name)?.Counts is { Count: > 0 } counts
        && day.ToDateOnly() is var date && date >= counts.Keys.First() && date <= counts.Keys.Last()
            ? counts.GetValueOrDefault(date)
            : null;
}
