using System.Collections.Immutable;

namespace CxRules.Language.Symbols;

/// <summary>What a rule can ask of the local moment of a contact.</summary>
internal static class ContactMoment
{
    public const string Weekday = "weekday";

    public const string LocalTime = "local time";

    public static readonly ImmutableArray<string> Names = [Weekday, LocalTime];

    private static readonly Dictionary<string, DayOfWeek> Days =
        Enum.GetValues<DayOfWeek>().ToDictionary(day => day.ToString(), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> DayNames => Days.Keys.Select(name => name.ToLowerInvariant());

    public static bool TryDay(string word, out DayOfWeek day) => Days.TryGetValue(word, out day);
}
