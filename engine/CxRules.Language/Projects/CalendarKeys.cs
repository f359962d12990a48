using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>The keys of `calendars` and of the ranges in them.</summary>
internal static class CalendarKeys
{
    public const string Holidays = "holidays";
    public const string Incidents = "incidents";

    public static readonly Key<LocalTimeShape> From = new(
        "from", new("2026-02-10T08:00"), "When it begins, in the project's time zone; a date by itself is its first moment.") { IsRequired = true };

    public static readonly Key<LocalTimeShape> To = new(
        "to", new("2026-02-11T20:00"), "When it is over; a date by itself is included.") { IsRequired = true };

    public static readonly Key<TextShape> Title = new("title", new("a text", "core outage"), "What it was, for reports.");

    public static readonly MapShape Range = new(
        "a range of days", "The range", "{ from: 2026-02-10T08:00, to: 2026-02-11T20:00, title: core outage }", From, To, Title);

    public static readonly DateShape Day = new("2026-04-03");

    public static readonly ListShape<DateShape> Days = new(Day, "dates", "[2026-04-03]") { AllowsOne = true };

    private static readonly ListShape<UnionShape> Spans = new(
        new("a date, or a range with `from` and `to`", Day.Example, Day, Range), "dates, or ranges with `from` and `to`", "[2026-04-03, 2026-04-06]") { AllowsOne = true };

    public static readonly NamesShape<ListShape<UnionShape>> Map = new("calendar", Spans, "{ holidays: [2026-04-03] }")
    {
        Known =
        [
            new Key<ListShape<UnionShape>>(Holidays, Spans, "Days on which fewer or other people call: baselines leave them out."),
            new Key<ListShape<UnionShape>>(
                Incidents, Spans with { Example = $"[{Range.Example}]" }, "Times at which something was known to be broken: baselines leave them out."),
        ],
    };
}
