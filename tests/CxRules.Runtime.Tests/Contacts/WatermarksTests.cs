using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Tests.Contacts;

public sealed class WatermarksTests
{
    private const long Minute = TimeSpan.TicksPerMinute;

    [Fact]
    public void Of_PartitionWithoutContacts_IsNothing()
    {
        var watermarks = new Watermarks(Watermarks.UsualLateness);

        Assert.Null(watermarks.Of(3));
        Assert.Null(watermarks.Lowest);
        Assert.False(watermarks.IsLate(3, 0));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(86, false)]
    [InlineData(85, false)]
    [InlineData(84, true)]
    public void IsLate_AgainstTheLatestContact_IsBelowTheWatermark(long minute, bool isLate)
    {
        var watermarks = new Watermarks(TimeSpan.FromMinutes(15));
        watermarks.Advance(0, 100 * Minute);
        watermarks.Advance(0, 40 * Minute);

        Assert.Equal(85 * Minute, watermarks.Of(0));
        Assert.Equal(isLate, watermarks.IsLate(0, minute * Minute));
    }

    [Fact]
    public void Partitions_StandEachForItself_AndTheLowestForAll()
    {
        var watermarks = new Watermarks(TimeSpan.FromMinutes(15));
        watermarks.Advance(5, 200 * Minute);
        watermarks.Advance(2, 100 * Minute);

        Assert.True(watermarks.IsLate(5, 100 * Minute));
        Assert.False(watermarks.IsLate(2, 100 * Minute));
        Assert.Null(watermarks.Of(3));
        Assert.Equal(85 * Minute, watermarks.Lowest);

        // An idle partition comes on by a tick of the log.
        watermarks.Advance(2, 300 * Minute);
        Assert.Equal(185 * Minute, watermarks.Lowest);
    }
}
