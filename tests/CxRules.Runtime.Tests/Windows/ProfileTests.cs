using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class ProfileTests
{
    [Theory]
    [InlineData("1 2 3 4 5 6 7 8 9")]
    [InlineData("9 8 7 6 5 4 3 2 1")]
    [InlineData("5 1 9 3 7 3 5 1 9")]
    [InlineData("1 3 5 7 2 4 6 8 0")]
    [InlineData("1 3 5 7 9 0 0 4 4")]
    public void At_SlotsInAnyOrder_CountsEachAscending(string slots)
    {
        var cells = new CellList();
        int[] wanted = [.. slots.Split(' ').Select(slot => slot[0] - '0')];
        foreach (var slot in wanted)
        {
            cells.At(slot).Contacts += 10 + slot;
        }

        Assert.Equal(wanted.GroupBy(slot => slot).OrderBy(group => group.Key).Select(group => (group.Key, (long)group.Sum(slot => 10 + slot))), cells.Span.ToArray().Select(cell => (cell.Slot, cell.Contacts)));
        Assert.Equal(wanted.Distinct().Count(), cells.Count);
        Assert.Equal(wanted.Sum(slot => 10 + slot), cells.Contacts);
    }

    /// <summary>Two cells that know all there is of a contact: each figure twice.</summary>
    [Fact]
    public void Absorb_ACell_AddsEachFigure()
    {
        var (cell, empty, consequences) = (Full(), default(Cell), Full().Consequences);
        cell.Absorb(Full());
        cell.Absorb(default);
        empty.Absorb(Full());
        Assert.Equal((2, 4, 6), (cell.Contacts, cell.Cost, cell.Unpriced));
        Assert.Equal((1, 2, 3), (empty.Contacts, empty.Cost, empty.Unpriced));
        Assert.Equal([8L, 10], cell.Sums ?? []);
        Assert.Equal([4L, 5], empty.Sums ?? []);
        Assert.Equal(["a", "b"], (cell.Evidence?.Entries ?? []).Select(entry => entry.Id));
        Assert.Equal([2L, 12, 2, 14, 2, 16], Figures(cell.Consequences));
        Assert.Equal(Figures(consequences), Figures(empty.Consequences));
    }

    private static Cell Full()
    {
        var cell = new Cell { Contacts = 1, Cost = 2, Unpriced = 3, Sums = [4, 5], Evidence = new Evidence(2), Consequences = new Consequences() };
        cell.Evidence.Add(2, "b");
        cell.Evidence.Add(1, "a");
        cell.Consequences.Escalated.Add(6);
        cell.Consequences.Left.Add(7);
        cell.Consequences.LeftWithReason.Add(8);
        return cell;
    }

    private static long[] Figures(Consequences? of) =>
        of is null ? [] : [of.Escalated.Count, of.Escalated.Cost, of.Left.Count, of.Left.Cost, of.LeftWithReason.Count, of.LeftWithReason.Cost];

    [Fact]
    public void Find_ManyKeys_IsOneProfileEach()
    {
        var table = new ProfileTable(2, 1);
        Assert.Equal(3, table.KeyLength);
        var profiles = Enumerable.Range(0, 1000).Select(i => table.Find(Key(i))).ToArray();
        Assert.Equal(1000, table.Profiles.Count);
        for (var i = 0; i < 1000; i++)
        {
            Assert.Same(profiles[i], table.Find(Key(i)));
            Assert.Same(profiles[i], table.Profiles[i]);
        }

        Assert.Equal(1000, table.Profiles.Count);
    }

    /// <summary>Beyond a block of 1024 keys, and, with 65, where the table has just grown: none is taken for another, nor for that of a contact of no population.</summary>
    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(3000)]
    public void Find_KeysOfManyBlocks_KeepsThemApart(int count)
    {
        var table = new ProfileTable(2, 1);
        var profiles = Enumerable.Range(0, count).Select(i => table.Find(Key(i))).ToArray();
        var none = table.Find([0, 0, 0]);
        Assert.Equal(Enumerable.Range(0, count + 1), profiles.Append(none).Select(profile => profile.Number));
        for (var i = 0; i < count; i++)
        {
            Assert.Same(profiles[i], table.Find(Key(i)));
            Assert.Equal(i % 3 == 2 ? i + 1 : 0, profiles[i].Code(0));
        }
    }

    /// <summary>Values came first, customers after: both are kept.</summary>
    [Fact]
    public void Customers_AfterValues_LeavesThose()
    {
        var profile = new Profile([1], []) { Values = [new(1, 2, 3)] };
        profile.Customers = [new(4, 5, 6)];
        Assert.Equal([new(1, 2, 3)], profile.Values ?? []);
        Assert.Equal([new(4, 5, 6)], profile.Customers ?? []);
    }

    [Fact]
    public void Find_AKey_KnowsItsPopulationsAndCodes()
    {
        var profile = new ProfileTable(2, 3).Find([0b101, 1, 7, 0, 9]);
        Assert.Equal([0, 2, 64], Enumerable.Range(0, 128).Where(profile.Holds));
        Assert.Equal([7, 0, 9], Enumerable.Range(0, 3).Select(profile.Code));
    }

    /// <summary>Keys that differ in one word alone.</summary>
    private static ulong[] Key(int i)
    {
        var key = new ulong[3];
        key[i % 3] = (ulong)(i + 1);
        return key;
    }
}
