using CxRules.Language.Projects;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Language.Tests.Projects;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    public void Find_Utc_IsUtc(string id) => Assert.Same(ZoneRules.Utc, Zones.Find(id));

    [Theory]
    [InlineData("EST")]
    [InlineData("CET")]
    [InlineData("GMT")]
    [InlineData("Etc/GMT+5")]
    [InlineData("+01:00")]
    [InlineData("europe/london")]
    [InlineData("")]
    public void Find_NotAPlace_IsNothing(string id) => Assert.Null(Zones.Find(id));

    [Fact]
    public void Find_EveryPlace_HasNodaTimesOffsets()
    {
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var rules = Zones.Find(id);
            Assert.NotNull(rules);
            for (var instant = Instant.FromUtc(1970, 1, 1, 0, 0); instant < Instant.FromUtc(2099, 12, 1, 0, 0); instant += Duration.FromDays(41))
            {
                Assert.True(zone.GetUtcOffset(instant).Ticks == rules.OffsetAt(instant.ToDateTimeUtc().Ticks), $"{id} {instant}");
            }
        }
    }
}
