using System.Text;
using CxRules.Samples.Packs;
using CxRules.Samples.Packs.Packs;

namespace CxRules.Samples.Tests.Packs;

/// <summary>The packs with a generated history find what was planted in it, and nothing else.</summary>
public sealed class PackTests
{
    public static TheoryData<string> Folders { get; } = new(AllPacks.All.Select(pack => pack.Folder));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Generator_RunAgain_GivesTheCommittedBytes(string folder)
    {
        var history = PackHistory.Generate(Pack(folder));

        Assert.True(Encoding.UTF8.GetBytes(history.Csv()).AsSpan().SequenceEqual(SampleFile.Unzipped($"rules/{folder}/history/contacts.csv.gz")));
        Assert.Equal(SampleFile.Text($"rules/{folder}/expected.csv"), history.ExpectedCsv());
        Assert.All(Pack(folder).Files, file => Assert.Equal(SampleFile.Text($"rules/{folder}/{file.Path}"), file.Text));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void History_OnDisk_IsSmall(string folder)
    {
        Assert.InRange(new FileInfo(Repository.PathOf($"rules/{folder}/history/contacts.csv.gz")).Length, 10_000, 400_000);
        Assert.InRange(PackHistory.Generate(Pack(folder)).Rows.Length, 2_000, 8_000);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Check_OfThePack_HasNothingToSay(string folder) => Assert.Empty(PackReplay.Of(folder).Diagnostics);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Replay_OfThePack_FindsWhatIsExpectedAndNothingElse(string folder)
    {
        var expected = Expected(folder).Select(line => line.Key).Order(StringComparer.Ordinal).ToList();
        var found = PackReplay.Of(folder).Lines().Select(line => line.Key).Order(StringComparer.Ordinal).ToList();

        Assert.Equal((string.Join('\n', expected.Except(found)), ""), ("", string.Join('\n', found.Except(expected))));
        Assert.Equal(expected, found);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Costs_ThatFollowByHand_AreThoseOfTheReplay(string folder)
    {
        var found = PackReplay.Of(folder).Lines().ToDictionary(line => line.Key, line => line.Cost);
        var priced = Expected(folder).Where(line => line.Cost is not null).ToList();

        Assert.NotEmpty(priced);
        Assert.All(priced, line => Assert.Equal((line.Key, line.Cost), (line.Key, decimal.Round(found[line.Key] ?? 0, 2, MidpointRounding.AwayFromZero))));
    }

    /// <summary>A rule that never fires would pass every other test.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void Rules_OfThePack_HaveSomethingToFindEach(string folder)
    {
        var rules = PackReplay.Of(folder).Result.Rules;

        Assert.Equal(rules.Select(rule => rule.Id).Order(StringComparer.Ordinal), Expected(folder).Select(line => line.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.True(rule.Fired > 0, rule.Id));
    }

    [Fact]
    public void Rules_OfAllPacks_AreTwentyFiveAndMore() => Assert.InRange(AllPacks.All.Sum(pack => PackReplay.Of(pack.Folder).Result.Rules.Length), 25, 40);

    [Theory]
    [MemberData(nameof(Folders))]
    public void Steps_OfThePack_AreAllTaken(string folder) => Assert.Empty(PackReplay.Of(folder).Result.StepProblems);

    private static Pack Pack(string folder) => AllPacks.All.Single(pack => pack.Folder == folder);

    private static IReadOnlyList<PackLine> Expected(string folder) => PackLine.ReadAll(SampleFile.Text($"rules/{folder}/expected.csv"));
}
