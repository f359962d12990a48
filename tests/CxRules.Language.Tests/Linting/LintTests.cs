using CxRules.Language.Tests.Binding;

namespace CxRules.Language.Tests.Linting;

public sealed class LintTests
{
    /// <summary>Today is 1 June 2026.</summary>
    public static TheoryData<string, string> Findings => new()
    {
        { "CXR3001", "rule one expires ‹2026-06-01› if channel = phone then route to Billing" },
        { "CXR3001", "rule one expires ‹2026-07-01› if channel = phone then route to Billing" },
        { "CXR3002", "rule one expires ‹2026-05-31› if channel = phone then route to Billing" },
        { "CXR3003", "if channel = phone then route to ‹Silent›" },
        { "CXR3011", "if sample ‹spring-tally› estimates more than 40 contacts per day then route to Billing" },
        { "CXR3004", "if ‹handle time > 20 min› then route to Billing" },
        { "CXR3004", "if ‹agent = kim and handle time > 20 min› then route to Billing" },
        { "CXR3004", "if ‹weekly average handle time > 10 min and at least 20 contacts› then route to Billing" },
        { "CXR3005", "if channel = phone and ‹channel = chat› then route to Billing" },
        { "CXR3005", "if channel = \"Phone Call\" and ‹channel in (phone, chat)› then route to Billing" },
        { "CXR3005", "if csat > 4 and ‹csat < 2› then route to Billing" },
        { "CXR3005", "if ‹csat between 4 and 2› then route to Billing" },
        { "CXR3005", "if transfers > 2 and ‹transfers < 3› then route to Billing" },
        { "CXR3005", "if cancelled and not ‹cancelled› then route to Billing" },
        { "CXR3005", "if channel = phone and weekly volume of (‹channel = chat›) > 5 then route to Billing" },
        { "CXR3005", "if region = x and (channel = a or (product = b and ‹product = c›)) then route to Billing" },
    };

    public static TheoryData<string> Fine =>
    [
        "rule one expires 2026-07-02 if channel = phone then route to Billing",
        "if sample meter-confusion estimates more than 40 contacts per day then route to Billing",
        "rule one if sample june-tally estimates more than 40 contacts per day and disposition in billing and weekly tally > 5 then route to Billing",
        "if handle time > 20 min and csat <= 2 then route to Billing",
        "if weekly average handle time > 10 min and weekly share of (reopens > 0) > 5% then route to Billing",
        "if channel = \"Phone Call\" and channel in (phone-call, chat) then route to Billing",
        "if tag = vip and tag = press then route to Billing",
        "if csat > 2 and csat < 4 then route to Billing",
        "if transfers > 2 and transfers < 4 then route to Billing",
        "if channel = phone or channel = chat then route to Billing",
        "if channel = phone and weekly volume of (product = x) > 5 then route to Billing",
    ];

    [Theory]
    [MemberData(nameof(Findings))]
    public void Rule_Suspicious_IsNamedOnce(string code, string marked) => Assert.Equal(code, Compiled.OnlyMistake(marked).Code);

    [Theory]
    [MemberData(nameof(Fine))]
    public void Rule_Sensible_HasNoFinding(string text) => Assert.NotNull(Compiled.Rule(text));

    [Fact]
    public void Owner_UnreachableInTwoRules_IsNamedOnce() =>
        Assert.Single(Compiled.File("rule one if channel = a then route to Silent\nrule two if channel = b then route to Silent").Diagnostics);

    [Fact]
    public void Expired_Rule_IsLeftOut() =>
        Assert.Empty(Compiled.File("rule one expires 2026-05-31 if channel = phone then route to Billing").RuleSet.Rules);
}
