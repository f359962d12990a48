using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Samples;

/// <summary>The sample of ideas, surveys, a tally and looked-at calls.</summary>
public sealed class FrontLineTests
{
    private static readonly RuleFolder Folder = RuleFolder.Load(Repository.PathOf("samples/front-line"));
    private static readonly Lazy<ReplayResult> Result = new(Folder.Replay);

    [Fact]
    public void Replay_OfTheSample_DecidesAsTheNaiveEvaluator() => Assert.Empty(Folder.Differences());

    [Fact]
    public void Ideas_AboutOneStep_AreOneCase()
    {
        var cases = Result.Value.Cases.Where(found => found.Rule == "ideas").Select(found => $"{found.Group[0].Value} {string.Join(' ', found.Evidence.Order(StringComparer.Ordinal))} {found.Owners[0]}");

        Assert.Equal(["first-bill idea-1 idea-2 Billing", "offer idea-3 Marketing", "first-bill idea-4 Billing"], cases);
    }

    /// <summary>samples/meter.csv by hand: Leeds 23 in 18.5 of 100 hours, York 8 in 18 of 80, on ten days.</summary>
    [Fact]
    public void Tally_OfTwoSites_IsEstimatedForItsDaysAndInNoTotal()
    {
        var found = Result.Value.Cases.Single(found => found.Rule == "meter-by-tally");
        var perDay = ((23 * 100 / 18.5m) + (8 * 80 / 18m)) / 10;

        Assert.Equal((perDay * 10, 0L), (perDay * 10, found.Contacts));
        Assert.Equal(perDay * 10, found.Estimate?.Contacts?.Mid ?? 0, 5);
        Assert.Equal(perDay * 60, found.Estimate?.Cost?.Mid ?? 0, 5);
        Assert.Equal(0m, Result.Value.Totals.Cost?.Mid);
    }

    [Fact]
    public void LookedAtCalls_StandForAllCalls()
    {
        var found = Result.Value.Cases.Single(found => found.Rule == "meter-by-review");

        Assert.Equal((35, 143.5m), (found.Contacts, found.Estimate?.Contacts?.Mid));
    }

    [Fact]
    public void Surveys_BlameTheLateFee() => Assert.Equal("late-fee", Assert.Single(Result.Value.Cases, found => found.Rule == "unhappy").Group[0].Value);

    [Fact]
    public void Records_BesideContacts_AreAcceptedAndNotCounted() => Assert.Equal((706, 492), (Result.Value.History.Accepted, Result.Value.Totals.Contacts));
}
