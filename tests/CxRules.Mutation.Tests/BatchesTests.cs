using System.Collections.Immutable;
using CxRules.Mutation.Running;

namespace CxRules.Mutation.Tests;

public sealed class BatchesTests
{
    private static readonly ImmutableArray<int> Eight = [.. Enumerable.Range(1, 8)];

    [Fact]
    public void Run_OfHarmlessMutants_AsksForEachOnce()
    {
        var host = new FakeHost(polluting: [], lethal: []);

        Assert.All(VerdictsOf(host), verdict => Assert.Equal(Outcome.Survived, verdict.Outcome));
        Assert.Equal(Eight, host.Asked);
    }

    /// <summary>Behind mutant 3 every test fails, which says nothing about 4 to 8: none of them is killed by it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public void Run_OfAPollutedBatch_AsksAgainInParts(int polluting)
    {
        var host = new FakeHost([polluting], lethal: []);

        Assert.All(VerdictsOf(host), verdict => Assert.Equal(Outcome.Survived, verdict.Outcome));
        Assert.True(host.Asked.Count > Eight.Length);
    }

    [Theory]
    [InlineData(new int[0], new[] { 1 })]
    [InlineData(new int[0], new[] { 5, 6, 8 })]
    [InlineData(new[] { 2 }, new[] { 5 })]
    [InlineData(new[] { 4, 6 }, new[] { 5, 7 })]
    public void Run_WhereMutantsEndTheHost_GoesOnWithAnother(int[] polluting, int[] lethal)
    {
        var verdicts = VerdictsOf(new(polluting, lethal));

        Assert.All(verdicts, verdict => Assert.Equal(lethal.Contains(verdict.Mutant) ? Outcome.Timeout : Outcome.Survived, verdict.Outcome));
    }

    // Each mutant has one verdict that counts, in whatever order they come.
    private static ImmutableArray<Verdict> VerdictsOf(FakeHost host)
    {
        var verdicts = new List<Verdict>();
        new Batches(host, verdicts.Add).Run(Eight);
        Assert.Equal(Eight, verdicts.Select(verdict => verdict.Mutant).Order());
        return [.. verdicts];
    }
}
