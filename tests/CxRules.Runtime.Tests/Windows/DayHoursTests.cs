using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class DayHoursTests
{
    private const long Hour = TimeSpan.TicksPerHour;

    /// <summary>Half hours at which hours begin, and the end of the day.</summary>
    [Theory]
    [InlineData("0 2 4", 6, true)]
    [InlineData("0 2 4", 7, false)]
    [InlineData("0 2 5", 7, false)]
    [InlineData("0 3 5", 7, false)]
    [InlineData("0", 2, true)]
    [InlineData("0", 1, false)]
    public void ArePlain_WhereEachLastsAnHour_IsTrue(string starts, int end, bool expected) =>
        Assert.Equal(expected, DayHours.ArePlain([.. starts.Split(' ').Select(start => long.Parse(start, System.Globalization.CultureInfo.InvariantCulture) * Hour / 2)], end * Hour / 2));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(149, 1)]
    [InlineData(150, 2)]
    [InlineData(999, 2)]
    public void IndexAt_OfAnInstant_IsTheHourThatHoldsIt(long at, int expected) => Assert.Equal(expected, DayHours.IndexAt([0, 60, 150], at));
}
