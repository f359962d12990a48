using System.Collections.Frozen;
using CxRules.Language.Diagnostics;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Language.Projects;

/// <summary>Time zones by their names in the IANA database that NodaTime brings along: the machine's own is never asked.</summary>
public static class Zones
{
    private const string Utc = "UTC";

    private static readonly Instant First = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2100, 1, 1, 0, 0);

    // What people write who mean a place; most know no summer time, or several parts of the world.
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["EST"] = "America/New_York", ["EDT"] = "America/New_York", ["ET"] = "America/New_York", ["EST5EDT"] = "America/New_York",
        ["CST"] = "America/Chicago", ["CDT"] = "America/Chicago", ["CT"] = "America/Chicago", ["CST6CDT"] = "America/Chicago",
        ["MST"] = "America/Denver", ["MDT"] = "America/Denver", ["MT"] = "America/Denver", ["MST7MDT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles", ["PDT"] = "America/Los_Angeles", ["PT"] = "America/Los_Angeles", ["PST8PDT"] = "America/Los_Angeles",
        ["HST"] = "Pacific/Honolulu", ["AKST"] = "America/Anchorage", ["NST"] = "America/St_Johns",
        ["GMT"] = "Europe/London", ["BST"] = "Europe/London", ["UK"] = "Europe/London", ["WET"] = "Europe/Lisbon", ["IST"] = "Asia/Kolkata",
        ["CET"] = "Europe/Berlin", ["CEST"] = "Europe/Berlin", ["MET"] = "Europe/Berlin", ["MEZ"] = "Europe/Berlin", ["EET"] = "Europe/Athens",
        ["MSK"] = "Europe/Moscow", ["JST"] = "Asia/Tokyo", ["SGT"] = "Asia/Singapore", ["HKT"] = "Asia/Hong_Kong",
        ["AEST"] = "Australia/Sydney", ["AEDT"] = "Australia/Sydney", ["AWST"] = "Australia/Perth", ["NZST"] = "Pacific/Auckland",
        ["Z"] = Utc, ["Zulu"] = Utc, ["UCT"] = Utc, ["Universal"] = Utc, ["Greenwich"] = "Europe/London",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The zone of a name such as `Europe/London`, or `UTC`; null for anything else, abbreviations and fixed offsets included.</summary>
    public static ZoneRules? Find(string id)
    {
        if (id is Utc or "Etc/UTC")
        {
            return ZoneRules.Utc;
        }

        return IsPlace(id) && DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone ? new(id, Transitions(zone)) : null;
    }

    /// <summary>The name that was probably meant by one that <see cref="Find"/> does not know.</summary>
    internal static string? Suggest(string id)
    {
        if (Abbreviations.TryGetValue(id, out var place))
        {
            return place;
        }

        var names = DateTimeZoneProviders.Tzdb.Ids.Where(IsPlace).Append(Utc).ToList();
        var city = Plain(id);
        return names.Find(name => string.Equals(name, id, StringComparison.OrdinalIgnoreCase))
            ?? names.Find(name => Plain(name[(name.LastIndexOf('/') + 1)..]) == city)
            ?? DidYouMean.Nearest(id, names);
    }

    // `Etc/GMT+5` lies west of Greenwich, against what everyone expects.
    private static bool IsPlace(string id) => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal);

    private static string Plain(string name) => name.Replace('_', ' ').Replace('-', ' ').Trim().ToLowerInvariant();

    private static List<(long FromUtcTicks, long OffsetTicks)> Transitions(DateTimeZone zone)
    {
        var transitions = new List<(long FromUtcTicks, long OffsetTicks)>();
        foreach (var interval in zone.GetZoneIntervals(First, Last))
        {
            if (transitions.Count == 0 || transitions[^1].OffsetTicks != interval.WallOffset.Ticks)
            {
                var from = interval.HasStart ? interval.Start : First;
                transitions.Add((DateTime.UnixEpoch.Ticks + from.ToUnixTimeTicks(), interval.WallOffset.Ticks));
            }
        }

        return transitions;
    }
}
