using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Runtime.Tests.Ledger;

public sealed class ClaimsTests
{
    [Theory]
    [InlineData(MatchPolicy.All, "1 1", "0.5 0.5")]
    [InlineData(MatchPolicy.All, "1 0.25 0.25", "0.666666666666 0.166666666666 0.166666666666")]
    [InlineData(MatchPolicy.All, "0.5 0.25", "0.5 0.25")]
    [InlineData(MatchPolicy.First, "0.5 0.75 1", "0.5 0.5 0")]
    [InlineData(MatchPolicy.First, "1 1", "1 0")]
    [InlineData(MatchPolicy.First, "0.2", "0.2")]
    public void Share_OfOneContact_IsTheContractsWeights(MatchPolicy policy, string claims, string weights)
    {
        var shared = Share(policy, [.. claims.Split(' ').Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).Select(a => new Claim(a, a, a))]);
        Assert.Equal(
            weights.Split(' ').Select(text => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            shared.Select(weight => weight.Mid));
    }

    [Fact]
    public void Share_LowAndHigh_KeepTheOthersAtMid()
    {
        var shared = Share(MatchPolicy.All, [new Claim(0.2m, 0.5m, 0.9m), new Claim(1, 1, 1)]);
        Assert.Equal(0.166666666666m, shared[0].Low);
        Assert.Equal(0.333333333333m, shared[0].Mid);
        Assert.Equal(0.473684210526m, shared[0].High);
        Assert.Equal(0.666666666666m, shared[1].Low);
    }

    /// <summary>The first takes its own; the second what is left of one beside the first's mid, of low and high as well.</summary>
    [Fact]
    public void Share_ByPriority_LeavesTheRest()
    {
        var shared = Share(MatchPolicy.First, [new Claim(0.2m, 0.5m, 0.9m), new Claim(0.6m, 0.7m, 0.8m), new Claim(0, 0, 0)]);
        Assert.Equal([new(0.2m, 0.5m, 0.9m), new(0.5m, 0.5m, 0.5m), default], shared);
        Assert.Equal([new(0.1m, 0.2m, 0.3m)], Share(MatchPolicy.First, [new Claim(0.1m, 0.2m, 0.3m)]));
        Assert.Equal([new(0.1m, 0.2m, 0.3m)], Share(MatchPolicy.All, [new Claim(0.1m, 0.2m, 0.3m)]));
    }

    [Fact]
    public void Share_NeverGivesAwayMoreThanTheWhole()
    {
        var claims = Gen.Choose(0, 1000).Select(n => n / 1000m).ListOf().Where(list => list.Count < 12).ToArbitrary();
        Prop.ForAll(claims, list => Enum.GetValues<MatchPolicy>().All(policy =>
        {
            var shared = Share(policy, [.. list.Select(a => new Claim(a / 2, a, Math.Min(1, a * 2)))]);
            return shared.Sum(weight => weight.Mid) <= 1
                && shared.All(weight => weight.Low <= weight.Mid && weight.Mid <= weight.High && weight.Low >= 0 && weight.High <= 1);
        })).QuickCheckThrowOnFailure();
    }

    private static Claim[] Share(MatchPolicy policy, Claim[] claims)
    {
        var weights = new Claim[claims.Length];
        Claims.Share(policy, claims, weights);
        return weights;
    }
}
