using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Tests.Contacts;

public sealed class KnownIdsTests
{
    /// <summary>Ids spread over all of the table, crowded at its start, and crowded at its end, where the search goes on from the start.</summary>
    [Theory]
    [InlineData(1, ulong.MaxValue, 0, 400_000)]
    [InlineData(2, ulong.MaxValue >> 6, 0, 9_000)]
    [InlineData(3, ulong.MaxValue >> 6, ulong.MaxValue - (ulong.MaxValue >> 6), 9_000)]
    [InlineData(4, 20_000UL, 0, 8_000)]
    public void Ids_OfAnySpread_AreKnownOnceAdded(int seed, ulong spread, ulong from, int count)
    {
        var random = new Random(seed);
        var (known, ids) = (new Dictionary<ulong, ulong>(), new KnownIds());
        for (var i = 0; i < count; i++)
        {
            var id = Math.Max(1, from + ((ulong)(random.NextDouble() * spread)));
            var isNew = known.TryAdd(id, (ulong)i);
            Assert.Equal(isNew, ids.TryAdd(id, (ulong)i, out var content));
            Assert.True(isNew || content == known[id]);
        }

        foreach (var (id, content) in known)
        {
            Assert.False(ids.TryAdd(id, 0, out var found));
            Assert.Equal(content, found);
        }

        Assert.InRange(ids.Bytes, 16 * known.Count * 8 / 7, Math.Max(32 * (1 << 13), 28L * known.Count));
    }
}
