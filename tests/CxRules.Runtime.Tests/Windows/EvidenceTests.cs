using System.Text;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class EvidenceTests
{
    /// <summary>Ids with their hash before them: the three that come first by hash, then by id, are kept, each once.</summary>
    [Theory]
    [InlineData("5e", "5e")]
    [InlineData("5e 3c 9i 1a", "1a 3c 5e")]
    [InlineData("1a 3c 5e 9i", "1a 3c 5e")]
    [InlineData("9i 5e 3c 1a", "1a 3c 5e")]
    [InlineData("3c 3c 5e 5e 9i 9i", "3c 5e 9i")]
    [InlineData("1c 1b 1a", "1a 1b 1c")]
    [InlineData("1c 1b 1d 1a", "1a 1b 1c")]
    [InlineData("1a 2b 3z 3c", "1a 2b 3c")]
    [InlineData("1a 2b 3c 3z", "1a 2b 3c")]
    [InlineData("1a 2b 3a 3B", "1a 2b 3B")]
    public void Add_Ids_KeepsTheSmallestHashes(string ids, string kept)
    {
        var (bytes, texts) = (new Evidence(3), new Evidence(3));
        foreach (var id in ids.Split(' '))
        {
            bytes.Add((ulong)(id[0] - '0'), Encoding.UTF8.GetBytes(id[1..]));
            texts.Add((ulong)(id[0] - '0'), id[1..]);
        }

        Assert.Equal(kept, string.Join(' ', bytes.Entries.Select(entry => $"{entry.Hash}{entry.Id}")));
        Assert.Equal(kept, string.Join(' ', texts.Entries.Select(entry => $"{entry.Hash}{entry.Id}")));
    }

    /// <summary>Two samples joined are the sample of both, also of one with itself.</summary>
    [Theory]
    [InlineData("", "5e", "5e")]
    [InlineData("5e", "", "5e")]
    [InlineData("5e 9i", "1a 3c 7g", "1a 3c 5e")]
    [InlineData("1a 3c 7g", "5e 9i", "1a 3c 5e")]
    [InlineData("1a 5e", "1a 5e 9i", "1a 5e 9i")]
    [InlineData("1b", "1a 1c", "1a 1b 1c")]
    public void Absorb_ASample_KeepsTheSmallestHashesOfBoth(string own, string other, string kept)
    {
        var (first, second) = (Sample(own), Sample(other));
        first.Absorb(second);
        Assert.Equal(kept, Text(first));
        Assert.Equal(other, Text(second));
        first.Absorb(first);
        Assert.Equal(kept, Text(first));
    }

    private static Evidence Sample(string ids)
    {
        var evidence = new Evidence(3);
        foreach (var id in ids.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            evidence.Add((ulong)(id[0] - '0'), id[1..]);
        }

        return evidence;
    }

    private static string Text(Evidence evidence) => string.Join(' ', evidence.Entries.Select(entry => $"{entry.Hash}{entry.Id}"));

    [Fact]
    public void Add_ToASampleOfNone_KeepsNone()
    {
        var evidence = new Evidence(0);
        evidence.Add(1, "a");
        Assert.Empty(evidence.Entries);
    }
}
