using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Time;

namespace CxRules.Testing.Tests.Estimates;

/// <summary>Ideas, feedback and looked-at contacts beside ten contacts a day from 1 March 2026.</summary>
public sealed class KindReplayTests
{
    private const string Ideas = """
        rule ideas
          if kind = idea and daily volume >= 1
          until volume < 1 over 14 days
          per disposition
          then route to owner of disposition with evidence 5 contacts

        """;

    [Fact]
    public void Records_BesideContacts_CountInNothingThatDoesNotAskForThem()
    {
        const string Rules = "rule many\n  if daily volume > 9 and daily share of (disposition = fee) < 1%\n  then route to Billing\nrule fees\n  if disposition = fee\n  then route to Billing\n";
        var plain = Run(Rules, "");
        var beside = Run(Rules, WrittenSample.Row("i1", 2, "idea", "fee") + WrittenSample.Row("f1", 3, "Feedback", "fee", rating: "1") + WrittenSample.Row("s1", 3, "sample", "fee") + WrittenSample.Row("k1", 3, "contact", "other"));

        Assert.Equal("84 0 0 0 0 0 0", WrittenReplay.Counts(beside));
        Assert.Equal((81, 80), (beside.Totals.Contacts, plain.Totals.Contacts));
        Assert.Equal([("Feedback", 1L), ("idea", 1L), ("sample", 1L)], beside.History.Beside.Select(kind => (kind.Key, kind.Value)));
        Assert.Empty(beside.ContactRoutes.Where(route => route.Contacts > 0));
        Assert.Equal((80, 81), (plain.Cases[0].Contacts, beside.Cases[0].Contacts));
        Assert.Equal(81 * 6m, beside.Cases[0].Cost?.Mid);
    }

    [Fact]
    public void Ideas_ThatAreAlike_JoinInOneCase()
    {
        var more = WrittenSample.Row("i1", 2, "idea", "fee", agent: "ann") + WrittenSample.Row("i2", 5, "idea", "fee", agent: "bob") + WrittenSample.Row("i3", 5, "idea", "meter", agent: "ann") + WrittenSample.Row("i4", 6, "idea");
        var result = Run(Ideas, more);

        Assert.Equal(
            ["fee by Billing: i1,i2", "meter by CX: i3"],
            result.Cases.Select(found => $"{found.Group[0].Value} by {found.Owners[0]}: {string.Join(',', found.Evidence.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));
        Assert.All(result.Cases, found => Assert.Equal(0, found.Cost?.Mid));
        Assert.Equal(2, result.Cases.Single(found => found.Group[0].Value == "fee").Contacts);
    }

    /// <summary>It waits for the next: 14 days without one, then the case is over.</summary>
    [Fact]
    public void Idea_LongAfterAnother_IsACaseOfItsOwn()
    {
        var result = WrittenSample.Replay(Ideas, project: "fallback owner: CX").Run(WrittenSample.Contacts(30, 10, WrittenSample.Row("i1", 2, "idea", "fee") + WrittenSample.Row("i2", 27, "idea", "fee")));

        Assert.Equal([new DateTime(2026, 3, 17), null], result.Cases.Select(found => found.ClosedUtc));
    }

    [Fact]
    public void Feedback_OfARule_HasItsRatesAndShares()
    {
        var more = string.Concat(Enumerable.Range(0, 10).Select(number => WrittenSample.Row($"f{number}", 3, "feedback", number < 6 ? "fee" : "meter", rating: number < 4 ? "1" : "5")));
        var result = Run(
            "rule unhappy\n  if kind = feedback and daily bottom-2 rate >= 40% and at least 10 ratings\n  then route to Billing\nrule driver\n  if kind = feedback and disposition = fee and daily share = 60%\n  then route to Billing\n",
            more);

        Assert.Equal(["unhappy 10", "driver 6"], result.Cases.Select(found => $"{found.Rule} {found.Contacts}"));
    }

    [Fact]
    public void Feedback_ThatIsRouted_CostsNothingAndIsNoRoutedContact()
    {
        var result = Run("rule r\n  if kind = feedback and rating <= 2\n  then route to Billing\n", WrittenSample.Row("f1", 3, "feedback", "fee", rating: "1"));
        var route = Assert.Single(result.ContactRoutes);

        Assert.Equal((1, 0m, 0), (route.Contacts, route.Cost?.Mid, result.Totals.Routed));
    }

    [Fact]
    public void Kind_ThatIsNone_IsRejected()
    {
        var result = Run("rule r\n  if kind = feedback\n  then route to Billing\n", WrittenSample.Row("f1", 3, "survey"));

        Assert.Equal("80 0 0 0 0 1 0", WrittenReplay.Counts(result));
        Assert.Equal("CXR4026", Assert.Single(result.Rejects).Code);
    }

    /// <summary>Surveys come in after the last contact: nobody stopped calling.</summary>
    [Fact]
    public void Days_WithoutAContactAfterTheLast_HaveNoData()
    {
        var result = Run("rule quiet\n  if daily volume < 5\n  then route to Billing\n", WrittenSample.Row("f1", 11, "feedback", rating: "4"));

        Assert.Empty(result.Cases);
        Assert.Equal([9, 10, 11], result.History.Gaps.Select(day => day.Day));
    }

    [Fact]
    public void Contact_OfAKind_IsExplained()
    {
        var explained = WrittenSample.Replay("rule r\n  if disposition = fee\n  then route to Billing\n").ExplainContact("f1", WrittenSample.Contacts(8, 10, WrittenSample.Row("f1", 3, "feedback", "fee")));

        Assert.Equal("not one of this rule's contacts: it is of kind feedback, and the rule does not ask for `kind`", Assert.Single(explained.Rules).Outcome);
    }

    private static ReplayResult Run(string rules, string more) => WrittenSample.Replay(rules, project: "fallback owner: CX").Run(WrittenSample.Contacts(8, 10, more));
}
