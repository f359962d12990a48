using CxRules.Model.Projects;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What drives volume: the project's exposure series.</summary>
internal sealed class NaiveExposures(Project project, NaiveCalendar calendar)
{
    /// <summary>The exposure of the local days that a stretch of time touches; null where there is none.</summary>
    public decimal? Of(string? name, Span span)
    {
        var sum = 0m;
        for (var day = calendar.DayOf(span.Start); day <= calendar.DayOf(span.End - 1); day = day.PlusDays(1))
        {
            sum += Of(name, day) ?? 0;
        }

        return sum > 0 ? sum : null;
    }

    /// <summary>The exposure of a local day; null where its file does not say.</summary>
    public decimal? Of(string? name, LocalDate day) =>
        project.Exposures.FirstOrDefault(exposure => exposure.Name == name)?.Counts is { } counts && counts.TryGetValue(day.ToDateOnly(), out var count) ? count : null;
}
