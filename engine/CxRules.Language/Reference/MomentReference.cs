using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>When a rule is evaluated.</summary>
internal static class MomentReference
{
    /// <summary>Behind `only` and `except`.</summary>
    public static readonly ImmutableArray<ReferenceEntry> All =
    [
        new("on", "On those local days.", "on weekdays", "on holidays", "on monday, tuesday"),
        new("between", "In that stretch of the day.", "between 08:00 and 18:00"),
        new("during", "In one of the stretches of that calendar.", "during incidents"),
        new("within", "In one of them, or at most that long after it.", "within 2 days after bill-runs"),
    ];

    /// <summary>Behind `every`.</summary>
    public static readonly ImmutableArray<ReferenceEntry> Schedules =
    [
        new("hour", "At each full hour.", "every hour"),
        new("day", "At local midnight, or at that hour.", "every day", "every day at 06:00"),
        new("week", "On the project's first day of the week, or on the day named.", "every week", "every week on monday at 06:00", "every monday"),
        new("month", "On the first day of each month.", "every month"),
    ];
}
