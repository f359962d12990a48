using System.Collections.Immutable;
using CxRules.Testing.RuleSets;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>The engine and the naive evaluator decide alike on the samples' real and generated histories, to the cent and the contact.</summary>
public sealed class SampleComparisonTests
{
    [Theory]
    [InlineData("rules/boston-311")]
    [InlineData("rules/cfpb")]
    [InlineData("rules/mobile")]
    [InlineData("rules/retail-bank")]
    [InlineData("rules/shop")]
    [InlineData("rules/telecom")]
    [InlineData("rules/utility")]
    [InlineData("samples/telecom")]
    public void Replay_OfASample_DecidesAsTheNaiveEvaluator(string folder)
    {
        var rules = RuleFolder.Load(Repository.PathOf(folder));
        var steps = folder == "samples/telecom" ? [] : Directory.EnumerateFiles(Repository.PathOf(folder), "*.transitions.yaml")
            .SelectMany(file => TransitionFile.Load(file, rules.Compilation.RuleSet.Project).Steps).ToImmutableArray();

        Assert.NotEmpty(rules.Compilation.RuleSet.Rules);
        Assert.Empty(rules.Differences(act: _ => steps));
    }

    [SharedDataFact(SharedData.Bank)]
    public void Replay_OfABanksCalls_DecidesAsTheNaiveEvaluator()
    {
        var rules = RuleFolder.Load(Repository.PathOf("rules/bank"), SharedData.Find(SharedData.Bank) ?? throw new FileNotFoundException(SharedData.Bank));

        Assert.NotEmpty(rules.Replay().Cases);
        Assert.Empty(rules.Differences());
    }

    [Fact]
    public void Replay_OfTwoMonths_DecidesAsTheNaiveEvaluator() =>
        Assert.Empty(RuleFolder.Load(Repository.PathOf("rules/boston-311")).Differences(new(2011, 8, 15), new(2011, 10, 15)));
}
