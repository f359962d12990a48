namespace CxRules.Testing.Tests.Comparing;

/// <summary>The engine and the naive evaluator decide alike on the samples' real and generated histories.</summary>
public sealed class SampleComparisonTests
{
    [Theory]
    [InlineData("rules/boston-311")]
    [InlineData("rules/cfpb")]
    [InlineData("rules/telecom")]
    [InlineData("samples/telecom")]
    public void Replay_OfASample_DecidesAsTheNaiveEvaluator(string folder)
    {
        var rules = RuleFolder.Load(SharedData.InRepository(folder) ?? throw new DirectoryNotFoundException(folder));

        Assert.NotEmpty(rules.Compilation.RuleSet.Rules);
        Assert.Empty(rules.Differences());
    }

    [Fact]
    public void Replay_OfTwoMonths_DecidesAsTheNaiveEvaluator()
    {
        var rules = RuleFolder.Load(SharedData.InRepository("rules/boston-311") ?? throw new DirectoryNotFoundException());

        Assert.Empty(rules.Differences(new(2011, 8, 15), new(2011, 10, 15)));
    }
}
