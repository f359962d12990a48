using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Binding;

/// <summary>Amounts of two currencies never meet, whether the project names one or not.</summary>
public sealed class CurrencyTests
{
    private static readonly Project Without = Compiled.Project with { Currency = null };

    [Theory]
    [InlineData("if refund > 100 USD and refund < ‹500 EUR› then route to Billing")]
    [InlineData("if refund > 100 usd and weekly cost > ‹€5› then route to Billing")]
    [InlineData("if weekly cost > $100 and daily cost > ‹5 EUR› then route to Billing")]
    [InlineData("if case cost > 100 USD and case cost > ‹5 EUR› then escalate to Billing")]
    [InlineData("rule a if refund > 5 EUR then route to Billing\nrule b if weekly cost > ‹100 USD› then route to Billing")]
    [InlineData("define dear as refund > 100 USD\nrule a if dear and weekly cost > ‹5 EUR› then route to Billing")]
    public void SecondCurrency_WhereTheProjectNamesNone_IsAnErrorAtItsPlace(string marked)
    {
        var start = marked.IndexOf('‹', StringComparison.Ordinal);
        var place = marked[(start + 1)..marked.IndexOf('›', StringComparison.Ordinal)];

        var found = Assert.Single(Compiled.File(marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal), Without).Diagnostics, each => each.Code != "CXR3008");

        Assert.Equal(("CXR2082", start, place), (found.Code, found.Span.Start, found.Text[found.Span]));
    }

    [Fact]
    public void SecondCurrency_InAnotherFile_NamesTheFirst()
    {
        var files = Compiled.Files([("rules/b.cxr", "if refund > 5 EUR then route to Billing"), ("rules/a.cxr", "if refund > 100 USD then route to Marketing")], Without);

        var found = Assert.Single(files.Diagnostics);
        Assert.Equal(("CXR2082", "rules/b.cxr"), (found.Code, found.Text.File));
        Assert.Contains("'5 EUR' is not in USD, as '100 USD' is (rules/a.cxr, line 1)", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondCurrency_InACell_IsAnErrorThere()
    {
        var files = Compiled.Files(
            [("rules/some-rule.cxr", "for each row of limits.csv as t\nrule a if refund > t.v then route to Billing"), ("rules/limits.csv", "key,v\nx,100 USD\ny,5 EUR\n")],
            Without);

        var found = Assert.Single(files.Diagnostics, each => each.Code != "CXR3008");
        Assert.Equal(("CXR2082", "rules/limits.csv", "5 EUR"), (found.Code, found.Text.File, found.Text[found.Span]));
    }

    [Fact]
    public void OneCurrency_WhereTheProjectNamesNone_IsFine() =>
        Assert.Empty(Compiled.File("if refund > 100 USD and weekly cost > $500 then route to Billing", Without).Diagnostics);

    [Fact]
    public void Rule_InAnotherCurrencyThanCosts_IsAnErrorThoughTheProjectNamesNone()
    {
        var compilation = RuleCompilation.Create(
            new([new("some-rule.cxr", "if weekly cost > 5 EUR then route to Billing")], new SourceText("cxrules.yaml", "costs: [{ from: 2026-01-01, channels: { chat: 3.10 USD } }]\n"), []),
            Compiled.Today);

        Assert.Equal(["CXR2111", "CXR2010"], compilation.Diagnostics.Where(found => found.Code[3] == '2').Select(found => found.Code));
    }

    [Fact]
    public void Costs_InTwoCurrencies_AreAnErrorThoughTheProjectNamesNone()
    {
        var compilation = RuleCompilation.Create(
            new([], new SourceText("cxrules.yaml", "costs: [{ from: 2026-01-01, channels: { chat: 3.10 USD, phone: 5 EUR } }]\n"), []), Compiled.Today);

        Assert.Equal(["CXR2111: Add `currency: USD` above.", "CXR2110: Give all costs in USD."], compilation.Diagnostics.Select(found => $"{found.Code}: {found.Help}"));
    }
}
