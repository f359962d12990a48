namespace CxRules.Language.Tests.Binding;

/// <summary>Sentences and keys bind to the same rules.</summary>
public sealed class SpellingTests
{
    public static TheoryData<string, string> Pairs => new()
    {
        {
            """
            rule billing-confusion-spike "Customers cannot read the new bill"
              author cx-analytics
              severity high
              priority 10
              expires 2027-06-30
              see "https://wiki/bill-redesign"
              if disposition = billing-confusion
                 and channel in (phone, chat)
                 and weekly volume > baseline × 1.3
                 and at least 50 contacts
              for 2 days
              until weekly volume < baseline × 1.1 for 14 days
              per product, region
              every day
              then route to Billing with cost estimate because "the March bill layout doubled the number of line items"
            """,
            """
            rules:
              - rule: billing-confusion-spike
                title: Customers cannot read the new bill
                author: cx-analytics
                severity: high
                priority: 10
                expires: 2027-06-30
                see: https://wiki/bill-redesign
                if:
                  - disposition = billing-confusion
                  - channel in (phone, chat)
                  - weekly volume > baseline × 1.3
                  - at least 50 contacts
                for: 2 days
                until: weekly volume < baseline × 1.1 for 14 days
                per: product, region
                every: day
                then:
                  - route to Billing with cost estimate because "the March bill layout doubled the number of line items"
            """
        },
        {
            "rule one if channel = phone and (cancelled or escalated) and not (region = north or region = south) then route to Marketing and Billing",
            """
            rules:
              - rule: one
                if:
                  all:
                    - channel = phone
                    - any: [ cancelled, escalated ]
                    - none: [ region = north, region = south ]
                then: route to Marketing and Billing
            """
        },
        {
            "rule one if text contains \"bill\" and weekly volume > 5 then route to Billing",
            """
            rules:
              - rule: one
                if: >
                  text contains "bill"
                  and weekly volume > 5
                then: "route to Billing"
            """
        },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Rule_EitherSpelling_BindsAlike(string sentences, string keys) =>
        Assert.Equal(BoundPrinter.Rule(Compiled.Rule(sentences)), BoundPrinter.Rule(Compiled.Rule(keys, name: "rules/some-rule.yaml")));

    [Fact]
    public void Mistake_InsideAScalar_IsAtItsWords() => Assert.Equal(
        "CXR2002",
        Compiled.OnlyMistake("rules:\n  - rule: one\n    if:\n      - disposition = ‹refnd›\n      - weekly volume > 5\n    then: route to Billing\n", name: "some-rule.yaml").Code);
}
