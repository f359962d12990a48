using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Against grouping by a dictionary.</summary>
public sealed class GroupTableTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("0 2")]
    [InlineData("2 0 1")]
    [InlineData("")]
    public void Groups_OfRandomProfiles_AreThoseOfADictionary(string fields)
    {
        var random = new Random(7);
        int[] positions = [.. fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        Profile[] profiles = [.. Enumerable.Range(0, 500).Select(_ => new Profile([(ulong)random.Next(4)], [random.Next(4), random.Next(5), random.Next(3)]))];
        var plain = profiles
            .Where(profile => profile.Holds(1) && positions.All(position => profile.Code(position) != 0))
            .GroupBy(profile => new GroupKey([.. positions.Select(position => profile.Code(position))]))
            .ToDictionary(group => group.Key, group => group.ToList());
        var table = new GroupTable(profiles, 1, positions);
        Assert.Equal(plain.Count, table.Count);
        foreach (var (key, expected) in plain)
        {
            var group = table.Find(key);
            Assert.Equal(key, table.KeyOf(group));
            Assert.Equal(expected, table.ProfilesOf(group));
        }

        Assert.True(positions.Length == 0 || table.Find(new([.. positions.Select(_ => 9)])) < 0);
    }

    [Fact]
    public void Find_InAPopulationThatIsNeverShown_IsNone()
    {
        var table = new GroupTable([new Profile([1], [5])], 1, [0]);
        Assert.Equal(0, table.Count);
        Assert.Equal(-1, table.Find(new([5])));
    }
}
