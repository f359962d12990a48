using CxRules.Benchmarks.EndToEnd.RuleSets;
using CxRules.Benchmarks.EndToEnd.Running;

namespace CxRules.Benchmarks.Tests.EndToEnd;

public sealed class RoutingRulesTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1000)]
    public void Generate_AnyNumber_GivesSoManyRulesOfTwoToFourConditions(int count)
    {
        var rules = RoutingRules.Generate(count);
        Assert.Equal(count, rules.Length);
        Assert.All(rules, rule => Assert.InRange(rule.Conditions.Length, 2, 4));
    }

    [Fact]
    public void Generate_Twice_GivesTheSameRules() =>
        Assert.Equal(RoutingRules.Generate(100).Select(rule => rule.Sentence), RoutingRules.Generate(100).Select(rule => rule.Sentence));

    [Fact]
    public void Generate_FirstRuleOfTen_IsTheOneOfTheSharedGenerator()
    {
        var rule = RoutingRules.Generate(10)[0];
        Assert.Equal("disposition in (warranty-claim, password-reset, upgrade-query, refund-status-followup) and channel = chat and handle time > 1200 seconds", rule.Sentence);
        Assert.Equal("disposition IN ('warranty-claim', 'password-reset', 'upgrade-query', 'refund-status-followup') AND channel = 'chat' AND handle_time_seconds > 1200", rule.Sql);
        Assert.Equal("Retention", rule.Department);
    }

    [Fact]
    public void Generate_RulesThatNameADisposition_ComeFirst()
    {
        var named = RoutingRules.Generate(100).Select(rule => rule.Sentence.StartsWith("disposition", StringComparison.Ordinal)).ToArray();
        Assert.Equal(named.OrderDescending(), named);
        Assert.Contains(false, named);
    }

    [Fact]
    public void Write_RuleSets_CompileWithoutErrors()
    {
        var folder = Directory.CreateTempSubdirectory("cxrules-benchmark-").FullName;
        try
        {
            Assert.Equal(100, LoadedPlan.Of(RoutingProject.Write(Path.Combine(folder, "routing"), RoutingRules.Generate(100))).Plan.Rules.Length);
            Assert.Equal(60, LoadedPlan.Of(VolumeProject.Write(Path.Combine(folder, "volume"))).Plan.Rules.Length);
            Assert.Equal(61, LoadedPlan.Of(VolumeProject.WriteLaidBare(Path.Combine(folder, "bare"))).Plan.Rules.Length);
            Assert.Single(LoadedPlan.Of(CustomerProject.Write(Path.Combine(folder, "customers"))).Plan.Rules);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
