using CxRules.Model.Cases;

namespace CxRules.Model.Tests.Cases;

public sealed class CaseVerbTests
{
    [Fact]
    public void All_EachStateThatPeopleCanBringACaseTo_HasOne() => Assert.Equal(
        CaseSteps.All.Where(step => step.By != CaseRole.Engine).Select(step => step.To).Distinct().Order(),
        CaseVerb.All.Select(verb => verb.To).Order());

    [Fact]
    public void All_Names_AreWordsAndStandOnce()
    {
        Assert.Equal(CaseVerb.All.Length, CaseVerb.All.Select(verb => verb.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CaseVerb.All, verb => Assert.Matches("^[a-z]+(-[a-z]+)?$", verb.Name));
        Assert.All(CaseVerb.All, verb => Assert.EndsWith(".", verb.Doc, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("decline", CaseRole.Owner)]
    [InlineData("claim-fix", CaseRole.Owner)]
    [InlineData("close-loop", CaseRole.Lead)]
    [InlineData("merge", CaseRole.Lead)]
    public void Roles_OfAVerb_AreThoseOfTheTable(string name, CaseRole role) => Assert.Equal(role, Assert.Single(CaseVerb.All.Single(verb => verb.Name == name).Roles));

    [Theory]
    [InlineData("all", 10, true)]
    [InlineData("all", 11, false)]
    [InlineData("k1", 10, true)]
    [InlineData("k1", 11, false)]
    [InlineData("k2", 1, false)]
    public void Reached_BySomebodyTold_IsWhoSpokeUpBefore(string named, long spokeUp, bool reached) =>
        Assert.Equal(reached, new CaseTelling(10, "CX") { Customers = [named] }.Reached(CaseAudience.Customers, "k1", spokeUp));
}
