namespace CxRules.Language.Tests.Syntax;

internal static class Samples
{
    public const string InFull = """
        rule billing-confusion-spike "Customers cannot read the new bill"
          author   cx-analytics            # who answers for the rule's text
          severity high                    # low | medium | high | critical
          priority 10                      # higher first
          expires  2027-06-30              # `check` warns 30 days ahead, fails after
          see      "https://wiki/bill-redesign"

          if disposition = billing-confusion
             and channel in (phone, chat)
             and weekly volume > baseline × 1.3
             and at least 50 contacts
          for   2 days                      # held at each evaluation
          until weekly volume < baseline × 1.1 for 14 days      # hysteresis
          per   product, region             # one signal and one case for each combination
          every day                         # when it is evaluated; `every monday at 06:00`
          then route to Billing with cost estimate
               because "the March bill layout doubled the number of line items"
          then suppress other-rule

        """;

    public const string InFullYaml = """
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
              - suppress other-rule

        """;
}
