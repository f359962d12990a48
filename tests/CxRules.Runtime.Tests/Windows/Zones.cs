using CxRules.Model.Time;
using CxRules.Runtime.Tests.Histories;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>What the clocks of some places do in 2026 (tzdata).</summary>
internal static class Zones
{
    /// <summary>Forward at 01:00 on 29 March, back at 02:00 on 25 October.</summary>
    public static readonly ZoneRules London = Zone("Europe/London", 0, ("2026-03-29 01:00", 60), ("2026-10-25 01:00", 0));

    /// <summary>From midnight to 01:00 on 24 April; from midnight back to 23:00 on 29 October.</summary>
    public static readonly ZoneRules Cairo = Zone("Africa/Cairo", 120, ("2026-04-23 22:00", 180), ("2026-10-29 21:00", 120));

    /// <summary>Back by half an hour at 02:00 on 5 April, forward by as much at 02:00 on 4 October.</summary>
    public static readonly ZoneRules LordHowe = Zone("Australia/Lord_Howe", 660, ("2026-04-04 15:00", 630), ("2026-10-03 15:30", 660));

    private static ZoneRules Zone(string id, int minutes, params (string Utc, int Minutes)[] transitions) =>
        new(id, [(0, minutes * TimeSpan.TicksPerMinute), .. transitions.Select(transition => (SmallHistory.Ticks(transition.Utc), transition.Minutes * TimeSpan.TicksPerMinute))]);
}
