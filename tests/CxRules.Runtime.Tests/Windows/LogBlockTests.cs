using System.Globalization;
using System.Text;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class LogBlockTests
{
    /// <summary>As many contacts as there is room for, with ids twice as long as usual; every third has no cost and every fifth no id.</summary>
    [Fact]
    public void Add_UntilItIsFull_KeepsEachContact()
    {
        var block = new LogBlock();
        for (var i = 0; i < LogBlock.Capacity; i++)
        {
            Assert.False(block.IsFull);
            block.Add(i % 7, i % 11, i % 3 == 0 ? null : i, Id(i));
        }

        Assert.True(block.IsFull);
        for (var i = 0; i < LogBlock.Capacity; i++)
        {
            if (block.Profiles[i] != i % 7 || block.SlotOf(i) != i % 11 || block.CostOf(i) != (i % 3 == 0 ? null : i) || !block.IdOf(i).SequenceEqual(Id(i)))
            {
                Assert.Fail($"The contact {i} is another.");
            }
        }

        static byte[] Id(int i) => i % 5 == 0 ? [] : Encoding.UTF8.GetBytes(i.ToString("d20", CultureInfo.InvariantCulture));
    }

    /// <summary>Longer than a block makes room for, and longer than it grows by.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(400_000)]
    [InlineData(2_000_000)]
    public void Add_ALongId_IsKept(int length)
    {
        var (block, id) = (new LogBlock(), new byte[length]);
        Array.Fill(id, (byte)'x');
        block.Add(1, 2, 3, "a"u8);
        block.Add(1, 2, 3, id);
        block.Add(1, 2, 3, "b"u8);
        Assert.Equal((1, length, 1), (block.IdOf(0).Length, block.IdOf(1).Length, block.IdOf(2).Length));
        Assert.True(block.IdOf(0).SequenceEqual("a"u8) && block.IdOf(1).SequenceEqual(id) && block.IdOf(2).SequenceEqual("b"u8));
    }
}
