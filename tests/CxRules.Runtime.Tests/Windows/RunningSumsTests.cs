using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Against plain addition, with few values (kept one by one) and with many (a sum for each unit).</summary>
public sealed class RunningSumsTests
{
    private const int Length = 200;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(300)]
    public void Between_AnyTwoUnits_IsTheSum(int count)
    {
        var random = new Random(count);
        var plain = new long[Length];
        var values = Enumerable.Range(0, count).Select(_ => (Unit: random.Next(Length), Value: (long)random.Next(1, 9))).ToList();
        foreach (var (unit, value) in values)
        {
            plain[unit] += value;
        }

        var sums = RunningSums.Of(Length, values);
        Assert.Equal(plain.Sum(), sums.Total);
        Assert.Equal(Enumerable.Range(0, Length).Where(unit => plain[unit] > 0), sums.Units);
        for (var start = 0; start <= Length; start += 3)
        {
            for (var end = start; end <= Length; end += 7)
            {
                Assert.Equal(plain[start..end].Sum(), sums.Between(start, end));
            }
        }

        foreach (var span in (int[])[1, 7, 30])
        {
            var most = Enumerable.Range(0, Length - span + 1).Max(start => plain[start..(start + span)].Sum());
            Assert.True(sums.MayReach(most, span));
            Assert.False(count < 25 && sums.MayReach(most + 1, span), $"no window of {span} has {most + 1}");
            Assert.False(sums.MayReach(plain.Sum() + 1, span));
        }
    }
}
