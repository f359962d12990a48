using System.Globalization;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>`match: first`: of the populations that only say where a contact is routed, that of the first rule keeps it.</summary>
public sealed class LeaveFirstTests
{
    /// <summary>The measure that rules about signals read: a share of population 6 among 67.</summary>
    private static readonly MeasurePlan Share = new(QuantityKind.Share, 6, 67, null, 0, Window.Daily);

    /// <summary>Rules, each its population with `+` its priority, `s` where it watches a signal; populations that hold a contact; those that keep it.</summary>
    [Theory]
    [InlineData("0 1 2", "", "")]
    [InlineData("0 1 2", "2", "2")]
    [InlineData("0 1 2", "1 2", "1")]
    [InlineData("0 1 2", "0 1 2", "0")]
    [InlineData("0 1 2", "3 4", "3 4")]
    [InlineData("0 1 2", "2 64 69", "2 64 69")]

    // The order of rules counts, not of populations; the highest priority first.
    [InlineData("2 1 0", "0 1 2", "2")]
    [InlineData("2 1 0", "0 1", "1")]
    [InlineData("0 1+5 2", "0 1 2", "1")]
    [InlineData("0 1+5 2+7", "0 1 2", "2")]
    [InlineData("0 1+5 2+5", "0 1 2", "1")]
    [InlineData("0 1+-1 2", "1 2", "2")]
    [InlineData("63 64", "63 64", "63")]
    [InlineData("63 64+1 69", "63 64 69", "64")]
    [InlineData("69 3 64", "3 64 69", "69")]
    [InlineData("69 3 64+1 5", "3 5 69", "69")]

    // Two rules about the same contacts: the better of their places.
    [InlineData("0 1 0+9", "0 1", "0")]
    [InlineData("1 0 0", "0 1", "1")]
    [InlineData("0 1 0", "0 1", "0")]

    // What a signal counts it keeps: its rule's contacts and its measures'.
    [InlineData("0 1s 2", "0 1 2", "0 1")]
    [InlineData("0 1s 2", "1 2", "1 2")]
    [InlineData("0 1 1s 2", "1 2", "1 2")]
    [InlineData("0+-1 6+9 67+9 2 1s", "0 2 6 67", "2 6 67")]
    [InlineData("0+-1 6+9 67+9 2", "0 2 6 67", "6")]
    [InlineData("1s", "1 2", "1 2")]
    public void LeaveFirst_OfPopulations_IsTheFirstRules(string rules, string truth, string left)
    {
        Assert.Equal(left, Left(MatchPolicy.First, rules, truth, 70));
        Assert.Equal(truth, Left(MatchPolicy.All, rules, truth, 70));
    }

    /// <summary>Rules in every order of priority over up to three words of populations, against the sentence above, written out.</summary>
    [Fact]
    public void LeaveFirst_OfRandomRules_IsTheFirstRules()
    {
        var random = new Random(11);
        for (var time = 0; time < 300; time++)
        {
            var populations = random.Next(70, 193);
            RulePlan[] rules = [.. Enumerable.Range(0, random.Next(1, 100)).Select(index => Rule($"{random.Next(populations)}+{random.Next(4)}{(random.Next(5) == 0 ? "s" : "")}", index))];
            var layout = Layout(MatchPolicy.First, rules, populations);
            var kept = rules.Where(rule => rule.Signal is not null).SelectMany(rule => (int[])[rule.Population, Share.Population, Share.Among]).ToHashSet();
            var rivals = rules.Where(rule => !kept.Contains(rule.Population)).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Index).Select(rule => rule.Population).ToList();
            for (var contact = 0; contact < 20; contact++)
            {
                int[] truth = [.. Enumerable.Range(0, populations).Where(_ => random.Next(6) == 0)];
                var first = rivals.Where(truth.Contains).Take(1);
                Assert.Equal(truth.Except(rivals).Concat(first).Order(), Left(layout, truth));
            }
        }
    }

    /// <summary>Of which rules it is unknown whether they take a contact does not depend on which of the others does.</summary>
    [Theory]
    [InlineData(MatchPolicy.First, "late")]
    [InlineData(MatchPolicy.All, "late, phone")]
    public void Count_OfAContactWithoutARegion_IsUnknownToTheRuleAboutIt(MatchPolicy policy, string rules)
    {
        var counter = SmallHistory.Count(
            SmallHistory.Plan(
                new Project { Match = policy },
                [SmallHistory.Where("region", "north"), SmallHistory.Where("disposition", "late"), SmallHistory.Where("channel", "phone")],
                [],
                new RulePlan { Id = "north", Index = 0, Population = 0 },
                new RulePlan { Id = "late", Index = 1, Population = 1 },
                new RulePlan { Id = "phone", Index = 2, Population = 2 }),
            new("1", "2026-01-05 09:00") { Disposition = "late" },
            new("2", "2026-01-05 09:00") { Disposition = "late", Region = "south" },
            new("3", "2026-01-05 09:00") { Region = "north" });
        Assert.Equal([1L, 1, 0], Enumerable.Range(0, 3).Select(counter.UnknownIn));
        var late = counter.Table.Profiles.Single(profile => profile.Holds(1));
        Assert.Equal((2, rules), (late.Cells.Contacts, string.Join(", ", ((string[])["north", "late", "phone"]).Where((_, population) => late.Holds(population)))));
        Assert.Equal(1, counter.Table.Profiles.Single(profile => profile.Holds(0)).Cells.Contacts);
    }

    private static string Left(MatchPolicy policy, string rules, string truth, int populations) => string.Join(' ', Left(
        Layout(policy, [.. rules.Split(' ').Select(Rule)], populations),
        [.. truth.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)]));

    private static IEnumerable<int> Left(ProfileLayout layout, int[] truth)
    {
        var row = new ulong[layout.Words];
        foreach (var population in truth)
        {
            row[population / 64] |= 1UL << (population % 64);
        }

        layout.LeaveFirst(row);
        return Enumerable.Range(0, 64 * row.Length).Where(population => (row[population / 64] >> (population % 64) & 1) != 0);
    }

    private static ProfileLayout Layout(MatchPolicy policy, RulePlan[] rules, int populations) =>
        new(SmallHistory.Plan(new Project { Match = policy }, [.. Enumerable.Range(0, populations).Select(i => SmallHistory.Where("disposition", $"d{i}"))], [Share], rules));

    private static RulePlan Rule(string text, int index)
    {
        var parts = text.TrimEnd('s').Split('+');
        return new()
        {
            Id = $"r{index}",
            Index = index,
            Population = Number(parts[0]),
            Priority = parts.Length > 1 ? Number(parts[1]) : 0,
            Signal = text.EndsWith('s') ? new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false) : null,
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
