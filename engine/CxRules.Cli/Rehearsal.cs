using CxRules.Language;
using CxRules.Language.Text;

namespace CxRules.Cli;

/// <summary>
/// Compiles two small rules on the second core while the command reads its arguments, finds the files and reads the project. A cold start is
/// mostly the run time getting types and methods ready; those of the compiler are then ready when the rules of the user come.
/// </summary>
internal static class Rehearsal
{
    /// <summary>In both spellings, with the parts that most rules have.</summary>
    internal static RuleTexts Texts { get; } = new(
        [
            new("first.yaml", """
                rules:
                  - rule: first
                    title: First
                    author: team
                    if:
                      - disposition = one
                      - weekly volume > baseline × 1.3
                    until: weekly volume < baseline × 1.1 for 7 days
                    per: product
                    then: route to Billing with cost estimate because "reason"
                """),
            new("second.cxr", """
                rule second "Second"
                  author   team     # comment
                  severity high
                  expires  2099-12-31
                  see      "https://example.test"
                  if disposition in (one, two)
                     and (handle time > 5 min or not channel = phone)
                     and text contains any of ("bill", "late fee")
                     and has csat and cancelled
                     and weekday in (saturday, sunday)
                     and daily volume is 40% above baseline
                     and at least 50 contacts
                  for   2 weeks
                  until weekly share of (channel = phone) > 12%
                  per   product, region
                  every monday at 06:00
                  then route to Billing
                       with cost estimate
                       with priority high
                       with evidence 5 contacts
                       because "reason"

                rule third
                  if disposition = one and csat <= 2.5
                  then route to Billing and Networks
                """),
        ],
        null,
        []);

    /// <summary>Begins where a command with an argument is about to run, and a second core can take it.</summary>
    public static void Begin(string[] args)
    {
        if (args.Length > 1 && Environment.ProcessorCount > 1)
        {
            _ = Task.Run(() => RuleCompilation.Create(Texts, DateOnly.MinValue));
        }
    }
}
