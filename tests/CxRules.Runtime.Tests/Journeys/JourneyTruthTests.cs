using CxRules.Runtime.Journeys;

namespace CxRules.Runtime.Tests.Journeys;

/// <summary>Connectives of conditions that become known in time, held against the truth at every instant.</summary>
public sealed class JourneyTruthTests
{
    private const int Instants = 5;

    private static readonly JourneyTruth[] Some =
    [
        JourneyTruth.Open,
        .. new[] { Truth.True, Truth.False, Truth.Unknown }.SelectMany(truth => Enumerable.Range(1, 3).Select(instant => JourneyTruth.From(instant, truth))),
    ];

    public static TheoryData<int, int> Pairs
    {
        get
        {
            var pairs = new TheoryData<int, int>();
            foreach (var left in Enumerable.Range(0, Some.Length))
            {
                foreach (var right in Enumerable.Range(0, Some.Length))
                {
                    pairs.Add(left, right);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Connectives_AtEveryInstant_AreThoseOfTruth(int left, int right)
    {
        for (var now = 0; now < Instants; now++)
        {
            var (one, other) = (At(Some[left], now), At(Some[right], now));
            Assert.Equal(TruthOperators.And(one, other), At(JourneyTruth.And(Some[left], Some[right]), now));
            Assert.Equal(TruthOperators.Or(one, other), At(JourneyTruth.Or(Some[left], Some[right]), now));
            Assert.Equal(TruthOperators.Not(one), At(JourneyTruth.Not(Some[left]), now));
        }
    }

    /// <summary>What is unknown for good can hold no more, whatever becomes of the rest.</summary>
    [Fact]
    public void And_OfWhatIsUnknownForGood_CanHoldNoMore()
    {
        var both = JourneyTruth.And(JourneyTruth.From(2, Truth.Unknown), JourneyTruth.Open);
        Assert.Equal((2, JourneyTruth.Never), (both.NotTrue, both.NotFalse));
        Assert.False(both.IsUndecided);
        Assert.True(JourneyTruth.Or(JourneyTruth.From(2, Truth.Unknown), JourneyTruth.Open).IsUndecided);
    }

    [Theory]
    [InlineData(Truth.True, 3)]
    [InlineData(Truth.False, 3)]
    [InlineData(Truth.Unknown, 3)]
    public void Settled_OfWhatIsTrue_IsTrueOnceTheOtherIsKnown(Truth other, long from) =>
        Assert.Equal(from, JourneyTruth.Settled(JourneyTruth.From(1, Truth.True), JourneyTruth.From(3, other)).True);

    [Fact]
    public void Settled_WithWhatStaysOpen_IsNeverTrue() =>
        Assert.Equal(JourneyTruth.Never, JourneyTruth.Settled(JourneyTruth.From(1, Truth.True), JourneyTruth.Open).True);

    private static Truth At(JourneyTruth truth, long now) => now >= truth.True ? Truth.True : now >= truth.False ? Truth.False : Truth.Unknown;
}
