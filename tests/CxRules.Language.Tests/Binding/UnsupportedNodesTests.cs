using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Binding;

/// <summary>What is read and not bound yet is refused by its name, once.</summary>
public sealed class UnsupportedNodesTests
{
    public static TheoryData<string, string> Rules => new()
    {
        { "if followed by (a = b) within 30 days then route to X", "CXR1201" },
        { "if not followed by (a = b) within 30 days then route to X", "CXR1201" },
        { "if preceded by any contact within 1 day then route to X", "CXR1201" },
        { "if customer is repeat within 7 days then route to X", "CXR1201" },
        { "if weekly repeat rate within 7 days > 5% then route to X", "CXR1201" },
        { "if weekly volume per 100 bills > 3 then route to X", "CXR1202" },
        { "if weekly tally > 3 then route to X", "CXR1203" },
        { "if sample meter-confusion estimates more than 40 contacts per day then route to X", "CXR1203" },
        { "if case billing-confusion-spike is declined for 90 days then route to X", "CXR1204" },
        { "if case cost > 50,000 USD then route to X", "CXR1204" },
        { "if signal outage-north is active then route to X", "CXR1204" },
        { "if csharp \"a.B > \\\"c\\\"\" then route to X", "CXR1205" },
        { "for each row of thresholds.csv as t\nrule a\nif a = b then route to X", "CXR1206" },
        { "rule a\nif a = b\nonly on weekdays\nthen route to X", "CXR1207" },
        { "rule a\nif a = b\nexcept during holidays\nthen route to X", "CXR1207" },
        { "if a = b then escalate to \"Chief\"", "CXR1208" },
        { "if a = b then tag contact with recover", "CXR1208" },
        { "if a = b then call back within 4 hours", "CXR1208" },
        { "if a = b then notify agents", "CXR1208" },
        { "if a = b then emit signal outage-north", "CXR1208" },
        { "if a = b then route to X via jira", "CXR1208" },
        { "if weekly volume > 2 × weekly volume 52 weeks earlier then route to X", "CXR1209" },
        { "if weekly volume > baseline × by segment (private 1.1, otherwise 2) then route to X", "CXR1210" },
        { "if volume over 3 cycles of bills > 3 then route to X", "CXR1211" },
        { "rule a\nif weekly volume > 3\nper product top 5 by cost\nthen route to X", "CXR1212" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OfANodeThatIsNotBound_IsRefused(string text, string code) =>
        Assert.Equal([code], Compiled.File(text).Diagnostics.Select(diagnostic => diagnostic.Code).Distinct());
}
