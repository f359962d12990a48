using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Symbols;

/// <summary>The rule sets that invariants of the semantic model are held against.</summary>
internal static class SemanticPacks
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>Every construct that names something, in a set of its own.</summary>
    private static readonly RuleTexts Names = new(
        [
            new("cases.cxr", """
                rule declined-twice "The owner says no"
                  if case late-fees is declined for 90 days
                  then escalate to "Chief Operating Officer"

                rule dear-case
                  if case late-fees cost > 50,000 GBP and signal storm is active
                  then route to Billing via billing-jira

                rule storm-is-coming
                  if weekly volume per 100 bills > baseline × 1.2 and at least 50 contacts
                  only  within 2 days after storms
                  except during storms
                  then emit signal storm
                  then notify agents
                """),
            new("fees.cxr", """
                define fee-talk as disposition in (late-fees, "Late Fee") or plan = gold
                define fee-codes as ("Late Fee", billing)

                rule late-fees "Fees"
                  if fee-talk and disposition in (fee-codes, billing-confusion)
                     and has first billed at
                     and touchpoint = first-bill
                     and not followed by (channel = web and region = north) within 30 days
                     and weekly volume of (segment = business) > baseline × by segment (private 1.1, business 1.2, otherwise 1.5)
                     and weekly average handle time > 3 min
                  until weekly volume < 20
                  per   plan, segment
                  then route to "Chief Operating Officer" and Billing
                  then suppress storm-is-coming

                for each row of thresholds.csv as t
                rule by-product
                  if product = t.product and weekly volume > t.limit
                  then route to Billing
                """),
            new("more.yaml", """
                define:
                  angry: csat <= 2 and escalated
                rules:
                  - rule: angry-customers
                    title: They are angry
                    if:
                      all:
                        - angry
                        - field plan = gold
                        - disposition = bill-query
                        - sample meters estimates more than 40 contacts per day
                    then:
                      - route to owner of disposition
                """),
        ],
        new("cxrules.yaml", """
            currency: GBP
            fields:
              plan: category
              first billed at: instant
            dispositions:
              billing: { title: Billing }
              billing-confusion: { below: billing, touchpoint: first-bill, was: [bill-query] }
              Late Fee: { below: billing }
              late-fees: { touchpoint: first-bill }
            touchpoints:
              first-bill: { owner: Billing }
            owners:
              Billing: { email: billing@example.test, via: billing-jira }
              Chief Operating Officer: { email: coo@example.test }
            fallback owner: Billing
            calendars:
              storms: [2026-01-03]
            exposure: { bills: bills.csv }
            samples: { meters: { file: meters.csv } }
            webhooks:
              billing-jira: { url: "https://jira.example.test/hook" }
            """),
        []) { Tables = [new("thresholds.csv", "product,limit\nfibre,50\nmobile,70\n")] };

    public static IEnumerable<(string Name, RuleTexts Texts)> All()
    {
        yield return ("names", Names);
        var root = Path.Combine(MarkdownBlocks.DocsFolder(), "..");
        foreach (var folder in new[] { "rules", "samples" }.SelectMany(name => Directory.GetDirectories(Path.Combine(root, name))).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder, "cxrules.yaml")))
            {
                yield return ($"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}", Read(folder));
            }
        }
    }

    public static IEnumerable<SourceText> Files(RuleTexts texts) => texts.Rules.Concat(texts.Project is { } project ? [project] : []).Concat(texts.Sources);

    private static RuleTexts Read(string folder)
    {
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml" && !file.Contains("history", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => new SourceText(Path.GetRelativePath(folder, file), File.ReadAllText(file))).ToList();
        var project = texts.SingleOrDefault(text => text.File == "cxrules.yaml");
        var sources = texts.Where(text => text.File.EndsWith(".source.yaml", StringComparison.Ordinal)).ToList();
        return new([.. texts.Where(text => text != project && !sources.Contains(text))], project, [.. sources]);
    }
}
