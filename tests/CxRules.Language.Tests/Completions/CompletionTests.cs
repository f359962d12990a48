using CxRules.Language.Completions;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Completions;

/// <summary>What may stand at the place marked `|`.</summary>
public sealed class CompletionTests
{
    private const string Starts = "every, except, for, only, per, then, until";
    private const string Codes = "billing, billing-confusion, late-fee, outage";
    private const string Days = "friday, monday, saturday, sunday, thursday, tuesday, wednesday";
    private const string Categories = "agent, cancellation reason, cause, channel, customer, demand, direction, disposition, escalation, kind, outcome, owner hint, plan, "
        + "product, queue, region, segment, source, sub-disposition, thread, topic, touchpoint";

    private const string Project = """
        currency: GBP
        fields:
          plan: category
          first billed at: instant
          refund: money
        dispositions:
          billing: { title: Billing }
          billing-confusion: { below: billing, touchpoint: first-bill, was: [bill-query] }
          Late Fee: { below: billing }
          outage: { demand: failure }
        touchpoints:
          first-bill: { owner: Billing }
        owners:
          Billing: { email: billing@example.test }
          Chief Operating Officer: { email: coo@example.test }
        calendars:
          storms: [2026-01-03]
        exposure: { bills: bills.csv }
        samples: { meters: { file: meters.csv } }
        webhooks:
          billing-jira: { url: "https://jira.example.test/hook" }
        """;

    [Theory]
    [InlineData("if disposition |", "in, is")]
    [InlineData("if text |", "contains, matches")]
    [InlineData("if tag |", "has")]
    [InlineData("if handle time |", "above, at least, at most, below, between, fewer than, greater than, in, is, less than, more than")]
    [InlineData("if customer is |", "in, not, repeat")]
    [InlineData("if handle |", "handle time")]
    [InlineData("if disposition = bil|", Codes)]
    [InlineData("if disposition = x y z = and channel |", "in, is")]
    [InlineData("if disposition in (billing, |", Codes)]
    [InlineData("if disposition = \"La|te\"", "\"Late Fee\", \"billing\", \"billing-confusion\", \"outage\"")]
    [InlineData("if touchpoint = |", "first-bill")]
    [InlineData("if weekday in (|", Days)]
    [InlineData("if abandoned is |", "no, not, yes")]
    [InlineData("if refund > 5 |", "GBP, and, or, " + Starts)]
    [InlineData("if disposition = billing |", "and, or, " + Starts)]
    [InlineData("if abandoned |", "and, is, or, " + Starts)]
    [InlineData("if within 45 days after |", "cancelled at, ended at, first billed at, occurred at, revised at")]
    [InlineData("if not followed by (disposition = |", Codes)]
    [InlineData("if followed by (disposition = outage) |", "within")]
    [InlineData("if followed by (disposition = outage) within 3 |", "day, days, hours, minutes, seconds, weeks")]
    public void ContactConditions_OfferWhatFitsTheField(string marked, string expected) => Assert.Equal(Sorted(expected), InSentences(marked));

    [Theory]
    [InlineData("if weekly |", "90th, average, bottom-2, cancellations, cost, customers, median, repeat, share, tally, top-2, volume")]
    [InlineData("if weekly repeat |", "rate")]
    [InlineData("if weekly volume > |", "average, baseline, cancellations, cost, customers, daily, hourly, median, monthly, share, tally, volume, weekly")]
    [InlineData("if weekly volume > baseline from |", "ewma, fixed, mean, median, per, same, trimmed")]
    [InlineData("if weekly volume > 50 |", "and, contact, contacts, or, over, " + Starts)]
    [InlineData("if weekly volume > 2 × weekly volume 4 |", "day, days, week, weeks")]
    [InlineData("if weekly volume > 2 × weekly volume 4 weeks |", "earlier")]
    [InlineData("if weekly share > 50 |", "%, and, or, over, " + Starts)]
    [InlineData("if weekly average |", "csat, handle time, of, rating, refund, reopens, transfers, version, wait time")]
    [InlineData("if weekly volume per 100 |", "bills")]
    [InlineData("if volume over 3 cycles of |", "bills")]
    [InlineData("if at least 50 |", "contact, contacts, customer, customers, rating, ratings")]
    [InlineData("if at |", "least, most")]
    [InlineData("if sample |", "meters")]
    [InlineData("if sample meters |", "estimates")]
    [InlineData("if sample meters estimates more |", "more than")]
    [InlineData("if sample meters estimates more than 40 contacts per |", "day, hour, month, week")]
    public void MeasuresAndFacts_OfferTheirOwn(string marked, string expected) => Assert.Equal(Sorted(expected), InSentences(marked));

    [Theory]
    [InlineData("if weekly volume > baseline + 50 |", true)]
    [InlineData("if weekly volume > baseline × 1.3 |", false)]
    [InlineData("if weekly volume > baseline × by channel (phone 1.1 |", false)]
    [InlineData("if weekly volume > baseline from median of 8 |", false)]
    [InlineData("if weekly volume > 50\n  |", false)]
    public void Units_StandBehindAnAmountOnItsLine(string marked, bool isOffered) => Assert.Equal(isOffered, InSentences(marked).Split(", ").Contains("contacts"));

    [Theory]
    [InlineData("if outage then |", "call, emit, escalate, notify, route, suppress, tag")]
    [InlineData("if outage then route to |", "\"Chief Operating Officer\", Billing, owner")]
    [InlineData("if outage then route to owner of |", "disposition, touchpoint")]
    [InlineData("if outage then route to Billing with |", "cost, evidence, priority")]
    [InlineData("if outage then route to Billing with priority |", "critical, high, low, medium")]
    [InlineData("if outage then route to Billing via |", "billing-jira")]
    [InlineData("if outage then tag contact with |", "coach, praise, recover")]
    [InlineData("if outage then notify |", "agents, customers")]
    [InlineData("rule a\n  severity |", "critical, high, low, medium")]
    [InlineData("rule a\n  if x = y\n  per product, |", Categories)]
    [InlineData("rule a\n  if x = y\n  only on |", Days + ", holidays, weekdays")]
    [InlineData("rule a\n  if x = y\n  only during |", "holidays, incidents, storms")]
    [InlineData("rule a\n  if x = y\n  for 2 |", "day, days, hours, minutes, of, seconds, weeks")]
    [InlineData("rule a\n  severity high\n  |\n  then notify agents", "author, define, every, except, expires, for, for each row of, if, only, per, priority, rule, see, then, until")]
    [InlineData("rule a\n  author cx\n  if outage\nrule b\n  author |", "cx")]
    [InlineData("rule a\n  if x = y\n  then emit signal storm\nrule b\n  if signal |", "storm")]
    [InlineData("rule a\n  if x = y\n  then emit signal storm\nrule b\n  if case |", "a, b, cost, is")]
    [InlineData("rule a\n  if weekly volume > 3\n  then suppress |\nrule b\n  if x = y", "b")]
    [InlineData("rule a\n  if weekly volume > 3\nrule b\n  if weekly volume > 4\n  then suppress |", "a")]
    [InlineData("define hot as |csat <= 2 then", null)]
    [InlineData("define late as (billing, |", Codes)]
    [InlineData("define late |", "as")]
    [InlineData("for each |", "for each row of")]
    [InlineData("rule |", "")]
    [InlineData("if channel = web # com|", "")]
    [InlineData("if weekly volume > 5|0", "")]
    public void ClausesAndActions_OfferTheirOwn(string marked, string? expected)
    {
        var found = InSentences(marked);
        if (expected is null)
        {
            Assert.Contains("disposition", found.Split(", "));
            return;
        }

        Assert.Equal(Sorted(expected), found);
    }

    [Theory]
    [InlineData("|", "define, rules")]
    [InlineData("rules:\n  - rule: a\n    |\n    then: notify agents\n", "author, every, except, expires, for, for each, if, only, per, priority, see, severity, title, until")]
    [InlineData("rules:\n  - rule: a\n    if: disposition = |", Codes)]
    [InlineData("rules:\n  - rule: a\n    if: \"disposition = |\"", Codes)]
    [InlineData("rules:\n  - rule: a\n    if: >\n      channel = web\n      and disposition = |", Codes)]
    [InlineData("rules:\n  - rule: a\n    if:\n      any:\n        - disposition = bil|", Codes)]
    [InlineData("rules:\n  - rule: a\n    per: [product, |]", Categories)]
    [InlineData("rules:\n  - rule: a\n    then:\n      - route to |", "\"Chief Operating Officer\", Billing, owner")]
    [InlineData("rules:\n  - rule: a\n    only: during |", "holidays, incidents, storms")]
    [InlineData("rules:\n  - rule: b\n    if: \"broken\n    then\n  - rule: a\n    if: disposition = |", Codes)]
    [InlineData("define:\n  late: disposition in (|", Codes)]
    public void Yaml_OffersTheSame(string marked, string expected) => Assert.Equal(Sorted(expected), At(marked, "rules.yaml", Project));

    [Theory]
    [InlineData("currency: GBP\nowners: { Billing: {} }\ntouchpoints:\n  first-bill: { owner: | }", "Billing")]
    [InlineData("dispositions:\n  a: {}\n  b: { below: | }", "a, b")]
    [InlineData("dispositions:\n  a: { demand: | }", "failure, unclassified, value")]
    [InlineData("dispositions:\n  a: { title: A, | }", "below, demand, missing, touchpoint, was")]
    [InlineData("baseline: { | }", "chance guard, exposure, least, method, windows")]
    public void ProjectFile_OffersItsKeysAndNames(string marked, string expected)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        var text = new SourceText("cxrules.yaml", marked.Remove(position, 1));
        Assert.Equal(Sorted(expected), Show(RuleCompilation.Create(new([], text, []), new(2026, 6, 1)).Model.CompletionsAt(text.File, position)));
    }

    [Fact]
    public void Completion_OfAName_SaysWhatItIsAndWhatItReplaces()
    {
        var text = new SourceText("a.cxr", "if handle ti");
        var found = RuleCompilation.Create(new([text], null, []), new(2026, 6, 1)).Model.CompletionsAt("a.cxr", text.Content.Length);
        var completion = Assert.Single(found);
        Assert.Equal((CompletionKind.Name, "handle time"), (completion.Kind, completion.Symbol?.Name));
        Assert.Equal("handle ti", text[completion.Replaces]);
    }

    [Fact]
    public void CompletionsAt_WithCodesFromData_OffersThem()
    {
        const string Text = "if product = ";
        var model = RuleCompilation.Create(new([new("a.cxr", Text)], null, []), new(2026, 6, 1)).Model;
        Assert.Empty(model.CompletionsAt("a.cxr", Text.Length));
        Assert.Equal("debt-collection", Show(model.CompletionsAt("a.cxr", Text.Length, new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { ["product"] = ["Debt collection"] })));
    }

    private static string InSentences(string marked) => At(marked, "some-rule.cxr", Project);

    private static string At(string marked, string file, string project)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        var text = new SourceText(file, marked.Remove(position, 1));
        return Show(RuleCompilation.Create(new([text], new("cxrules.yaml", project), []), new(2026, 6, 1)).Model.CompletionsAt(file, position));
    }

    private static string Show(IEnumerable<Completion> completions) => string.Join(", ", completions.Select(found => found.Text).Order(StringComparer.Ordinal));

    private static string Sorted(string list) => string.Join(", ", list.Split(", ").Order(StringComparer.Ordinal));
}
