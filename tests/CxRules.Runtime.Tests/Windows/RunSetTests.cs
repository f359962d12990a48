using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Against a plain array of flags, over random additions.</summary>
public sealed class RunSetTests
{
    private const int Size = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Add_RandomRuns_IsTheirUnion(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var (set, flags) = (new RunSet(), new bool[Size]);
            for (var i = 0; i < 12; i++)
            {
                var start = random.Next(Size);
                var end = Math.Min(Size, start + random.Next(5));
                set.Add(start, end);
                flags.AsSpan(start, end - start).Fill(true);
                AssertSame(flags, set);
            }
        }
    }

    [Fact]
    public void Clear_OfASet_LeavesNone()
    {
        var set = new RunSet();
        Assert.True(set.IsEmpty);
        Assert.Equal(-1, set.Last);
        set.Add(7);
        Assert.False(set.IsEmpty);
        set.Clear();
        Assert.True(set.IsEmpty);
        Assert.False(set.Contains(7));
    }

    private static void AssertSame(bool[] flags, RunSet set)
    {
        Assert.Equal(flags, Enumerable.Range(0, Size).Select(set.Contains));
        Assert.False(set.Contains(-1) || set.Contains(Size));
        Assert.Equal(Array.LastIndexOf(flags, true), set.Last);
        for (var start = 0; start <= Size; start += 7)
        {
            for (var end = start; end <= Size; end += 3)
            {
                Assert.Equal(flags[start..end].Count(flag => flag), set.CountIn(start, end));
            }
        }
    }
}
