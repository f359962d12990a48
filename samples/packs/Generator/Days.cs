using System.Collections.Immutable;

namespace CxRules.Samples.Packs;

/// <summary>How many contacts come on which days.</summary>
/// <param name="Spans">The days, both ends included; empty: the whole history.</param>
internal sealed record Days(int Weekday, int Saturday, int Sunday, ImmutableArray<(DateOnly From, DateOnly To)> Spans)
{
    /// <summary>All through the history, fewer on holidays.</summary>
    public static Days Usual(int weekday, int saturday = 0, int sunday = 0) => new(weekday, saturday, sunday, []);

    /// <summary>So many on each of the days, holidays too.</summary>
    public static Days Each(int count, params ReadOnlySpan<(string From, string To)> spans) => new(count, count, count, Of(spans));

    /// <summary>So many from Monday to Friday, none else.</summary>
    public static Days Weekdays(int count, params ReadOnlySpan<(string From, string To)> spans) => new(count, 0, 0, Of(spans));

    public static Days On(int count, params ReadOnlySpan<string> days)
    {
        var spans = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>();
        foreach (var day in days)
        {
            spans.Add((Dates.Day(day), Dates.Day(day)));
        }

        return new(count, count, count, spans.ToImmutable());
    }

    public bool IsUsual => Spans.IsEmpty;

    public int CountOn(DateOnly day)
    {
        if (!IsUsual && !Spans.Any(span => day >= span.From && day <= span.To))
        {
            return 0;
        }

        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => Saturday,
            DayOfWeek.Sunday => Sunday,
            _ => Weekday,
        };
    }

    private static ImmutableArray<(DateOnly, DateOnly)> Of(ReadOnlySpan<(string From, string To)> spans)
    {
        var days = ImmutableArray.CreateBuilder<(DateOnly, DateOnly)>();
        foreach (var (from, to) in spans)
        {
            days.Add((Dates.Day(from), Dates.Day(to)));
        }

        return days.ToImmutable();
    }
}
