using System.Collections.Concurrent;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests;

/// <summary>Zones made from the tz database for tests that bind no text.</summary>
internal static class Zones
{
    private static readonly ConcurrentDictionary<string, ZoneRules> Known = [];

    public static ZoneRules Of(string id) => Known.GetOrAdd(id, Make);

    private static ZoneRules Make(string id) => new(id, [.. DateTimeZoneProviders.Tzdb[id]
        .GetZoneIntervals(Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2040, 1, 1, 0, 0))
        .Select(interval => (interval.HasStart ? interval.Start.ToDateTimeUtc().Ticks : 0, interval.WallOffset.Ticks))]);
}
