using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>The two calendars that baselines leave out.</summary>
internal static class ExcludedDays
{
    /// <summary>Every day that a span of the calendar `holidays` touches.</summary>
    public static ImmutableHashSet<DateOnly> Holidays(ImmutableArray<Calendar> calendars) =>
        [.. Spans(calendars, CalendarKeys.Holidays).SelectMany(Days)];

    public static ImmutableArray<Incident> Incidents(ImmutableArray<Calendar> calendars) => [.. Spans(calendars, CalendarKeys.Incidents)];

    private static IEnumerable<Incident> Spans(ImmutableArray<Calendar> calendars, string name) =>
        calendars.Where(calendar => Code.ToBareWord(calendar.Name) == name).SelectMany(calendar => calendar.Spans);

    private static IEnumerable<DateOnly> Days(Incident span)
    {
        var first = DateOnly.FromDateTime(span.From);
        var last = DateOnly.FromDateTime(span.To.AddTicks(-1));
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }
}
