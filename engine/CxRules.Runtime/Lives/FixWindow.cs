using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>A window in which a fix had to prove itself.</summary>
/// <param name="From">UTC ticks.</param>
/// <param name="To">UTC ticks, exclusive.</param>
/// <param name="Expected">Contacts, by what was learned before the case; null where that does not matter, or is unknown.</param>
/// <param name="P">How likely chance alone brings as many.</param>
public sealed record FixWindow(long From, long To, long Observed, decimal? Expected, double? P);

/// <summary>Lays out the windows in which a fix has to prove itself: as long as those of its rule, from the first whole day (hour) after the claim.</summary>
internal static class FixWindows
{
    private const int Most = 4;
    private const int UsualHours = 28 * 24;
    private const int LeastHours = 24;

    /// <summary>
    /// Four, or as many as four weeks hold where windows are long, and at least a day of them; more where `until … for` takes longer to be met by
    /// days after the claim alone.
    /// </summary>
    public static int CountFor(RulePlan rule)
    {
        var length = rule.Window.NominalHours;
        var usual = Math.Max(Math.Clamp(UsualHours / length, 1, Most), Windows(LeastHours, length));
        return rule.UntilFor is { } hold ? Math.Max(usual, Windows(length + new Window(hold.Span, hold.Unit).NominalHours, length)) : usual;
    }

    /// <summary>Those that are over, one after another.</summary>
    /// <param name="first">The unit in which the first one begins.</param>
    public static IEnumerable<(int Start, int End)> After(RulePlan rule, Timeline timeline, int first)
    {
        for (var start = first; Forward(timeline, start, rule.Window) is var end && end <= timeline.Length; start = end)
        {
            yield return (start, end);
        }
    }

    /// <summary>The first evaluation, by the unit that begins there, that days after the claim alone decide.</summary>
    public static int FirstDecided(RulePlan rule, Timeline timeline, int first)
    {
        var end = Forward(timeline, first, rule.Window);
        return rule.UntilFor is { } hold && end <= timeline.Length ? Forward(timeline, end, new(hold.Span, hold.Unit)) : end;
    }

    /// <summary>Beyond the timeline where it does not reach that far.</summary>
    private static int Forward(Timeline timeline, int start, Window window)
    {
        if (window.Unit == TimeUnit.Hour)
        {
            return timeline.Unit == TimeUnit.Hour ? start + window.Length : start + Windows(window.Length, LeastHours);
        }

        var from = timeline.AtIndex(start);
        return timeline.IndexAt(from.Day + window.Length, from.Hour);
    }

    private static int Windows(int hours, int length) => (hours + length - 1) / length;
}
