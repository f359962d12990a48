using System.Collections.Immutable;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Ledger;

/// <summary>
/// Four days of one profile, 10 contacts of 1 each a day. Two rules with a case, one about days 1 and 2 that claims half, one about day 2 that claims all;
/// and two that route each contact.
/// </summary>
public sealed class ContactLedgerTests
{
    private const int Days = 4;
    private static readonly Timeline Timeline = SmallHistory.Timeline(TimeUnit.Day, Days);
    private static readonly SignalPlan Spike = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false);
    private static readonly RulePlan Half = new() { Id = "half", Index = 0, Population = 0, Signal = Spike, Route = new(["H"], null, 5) };
    private static readonly RulePlan Whole = new() { Id = "whole", Index = 1, Population = 1, Signal = Spike };
    private static readonly RulePlan Route = new() { Id = "route", Index = 2, Population = 2, Route = new(["R"], null, 5) };
    private static readonly RulePlan Last = new() { Id = "last", Index = 3, Population = 3, Route = new(["L"], null, 5) };

    /// <summary>What each claimant gets of 40, with the rules that hold the profile.</summary>
    [Theory]

    // Day 0 and 3: nobody's. Day 1: half of 10. Day 2: a = ½ and 1: ⅓ and ⅔ of 10.
    [InlineData(MatchPolicy.All, "half whole", "half 8.333333, whole 6.666667", 0)]
    [InlineData(MatchPolicy.First, "half whole", "half 10, whole 5", 0)]
    [InlineData(MatchPolicy.All, "half", "half 10", 0)]

    // With a route: day 0 and 3 whole, day 1 ⅓ and ⅔, day 2 0.2, 0.4 and 0.4.
    [InlineData(MatchPolicy.All, "half whole route", "half 5.333333, whole 4, route 30.666667", 40)]
    [InlineData(MatchPolicy.All, "route last", "route 20, last 20", 40)]

    // The first alone routes; a case's claim of what is left of one.
    [InlineData(MatchPolicy.First, "route last", "route 40", 40)]
    [InlineData(MatchPolicy.First, "half whole route last", "half 10, whole 5, route 25", 40)]
    [InlineData(MatchPolicy.First, "last", "last 40", 40)]
    [InlineData(MatchPolicy.All, "", "", 0)]
    public void Add_AProfile_SharesItsContacts(MatchPolicy policy, string rules, string expected, long routed)
    {
        var shared = Ledger(policy);
        shared.Ledger.Add(Profile(rules));
        Assert.Equal(expected, Text(shared));
        Assert.Equal(routed, shared.Ledger.Routed);
    }

    /// <summary>A higher priority is asked first; equal ones by their place in the file.</summary>
    [Theory]
    [InlineData(0, 0, 0, 0, "half 10, whole 5, route 25")]
    [InlineData(0, 1, 0, 0, "half 5, whole 10, route 25")]
    [InlineData(0, 0, 1, 0, "route 40")]
    [InlineData(0, 0, 0, 1, "last 40")]
    public void Add_ByPriority_AsksTheHighestFirst(int half, int whole, int route, int last, string expected)
    {
        var shared = Ledger(MatchPolicy.First, [half, whole, route, last]);
        shared.Ledger.Add(Profile("half whole route last"));
        Assert.Equal(expected, Text(shared));
    }

    /// <summary>The case of another group, or of a profile that lacks the group's value, gets nothing.</summary>
    [Fact]
    public void Add_AProfileOfAnotherGroup_IsNoPartOfTheCase()
    {
        var other = Ledger(MatchPolicy.All, groupOf: (_, _) => new GroupKey([7]));
        other.Ledger.Add(Profile("half whole"));
        Assert.Equal("", Text(other));
        var lacking = Ledger(MatchPolicy.All, groupOf: (_, _) => null);
        lacking.Ledger.Add(Profile("half whole route"));
        Assert.Equal("route 40", Text(lacking));
    }

    /// <summary>Stated cancellations are claimed whole, beside the others' claims; escalations and inferred ones as their contacts.</summary>
    [Fact]
    public void Add_Consequences_HaveTheirOwnWeights()
    {
        var profile = Profile("half route");
        ref var cell = ref profile.Cells.At(SmallHistory.Monday.DayNumber + 1);
        cell.Consequences = new();
        cell.Consequences.Escalated.Add(30_000_000);
        cell.Consequences.Left.Add(60_000_000);
        cell.Consequences.LeftWithReason.Add(80_000_000);
        var (ledger, cases) = Ledger(MatchPolicy.All);
        ledger.Add(profile);
        var half = ledger.AccountOf(cases[0]).Breakdown("GBP");

        // a = ½ and 1: ⅓ of 30 and of 60; and ½ of 80.
        Assert.Equal(10, (double)half.Escalations.Cost.Mid, 1e-9);
        Assert.Equal(60, (double)half.Cancellations.Cost.Mid, 1e-9);
        Assert.Equal(80, (double)ledger.Routes.Single().Account.Breakdown("GBP").Cancellations.Cost.Mid, 1e-9);

        // The claim's own low and high, beside the other's mid: 0.25 ÷ 1.25 and 0.75 ÷ 1.75 of 30.
        Assert.Equal(6, (double)half.Escalations.Cost.Low, 1e-9);
        Assert.Equal(30 * 0.75 / 1.75, (double)half.Escalations.Cost.High, 1e-9);
    }

    [Fact]
    public void Add_TwoProfiles_AddUp()
    {
        var shared = Ledger(MatchPolicy.All);
        shared.Ledger.Add(Profile("half whole"));
        shared.Ledger.Add(Profile("half whole route"));
        shared.Ledger.Add(Profile("route"));
        Assert.Equal("half 13.666667, whole 10.666667, route 70.666667", Text(shared));
        Assert.Equal(80, shared.Ledger.Routed);
    }

    /// <summary>Routes to other owners are apart; to the same, one.</summary>
    [Fact]
    public void Add_Routes_ByTheirOwners()
    {
        var plan = Plan(MatchPolicy.All, [Route]);
        var ledger = new ContactLedger(plan, [], (_, _) => GroupKey.None, (profile, _) => [$"owner {profile.Code(0)}"], _ => (0, 0));
        ledger.Add(Profile("route", 1));
        ledger.Add(Profile("route", 2));
        ledger.Add(Profile("route", 1));
        Assert.Equal(["owner 1: 80", "owner 2: 40"], ledger.Routes.Select(route => $"{route.Owners[0]}: {route.Account.Contacts}"));
    }

    /// <summary>A rule that neither watches a signal nor routes gets nothing of a contact; under `match: first` the second route knows nothing of it.</summary>
    [Theory]
    [InlineData(MatchPolicy.All, "route: 40 at 20, last: 40 at 20")]
    [InlineData(MatchPolicy.First, "route: 40 at 40")]
    public void Add_ARuleThatTakesNoContact_LeavesItToTheRoutes(MatchPolicy policy, string expected)
    {
        var silent = Route with { Id = "silent", Route = null };
        var ledger = new ContactLedger(Plan(policy, [silent with { Index = 0 }, Route, Last]), [], (_, _) => GroupKey.None, (_, rule) => rule.Route?.Owners ?? [], _ => (0, 0));
        ledger.Add(Profile("route last"));
        Assert.Equal(expected, string.Join(", ", ledger.Routes.Select(route => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{route.Rule.Id}: {route.Account.Contacts} at {route.Account.Breakdown("GBP").Total.Mid:0.######}"))));
    }

    [Fact]
    public void Add_RoutesToTwoOwners_AreNotThoseToOne()
    {
        var ledger = new ContactLedger(Plan(MatchPolicy.All, [Route]), [], (_, _) => GroupKey.None, (profile, _) => profile.Code(0) == 1 ? ["A", "B"] : ["AB"], _ => (0, 0));
        ledger.Add(Profile("route", 1));
        ledger.Add(Profile("route", 2));
        Assert.Equal([2, 1], ledger.Routes.Select(route => route.Owners.Length));
    }

    /// <summary>Money is added up by what the profile's codes are.</summary>
    [Fact]
    public void Add_AProfile_NamesItsPart()
    {
        var (ledger, cases) = Ledger(MatchPolicy.All);
        ledger.Add(Profile("half", 5));
        ledger.Add(Profile("half", 6));
        Assert.Equal([(5, 50), (6, 60)], ledger.AccountOf(cases[0]).Parts.Select(part => part.Key));
        Assert.Equal(0, ledger.AccountOf(cases[1]).Contacts);
    }

    /// <summary>A case of an earlier time comes first under one rule, whatever the order in which cases are named.</summary>
    [Fact]
    public void Add_CasesOfOneRule_ShareTheirOwnDays()
    {
        var (early, late) = (State(Half, 1, 1, 2), State(Half, 2, 2, 3));
        var ledger = new ContactLedger(
            Plan(MatchPolicy.First, [Half]),
            [new(late, Timeline, Claim.Whole), new(early, Timeline, new(0.1m, 0.25m, 0.5m))],
            (_, _) => GroupKey.None,
            (_, _) => [],
            _ => (0, 0));
        ledger.Add(Profile("half"));
        Assert.Equal((2.5m, 10m), (ledger.AccountOf(early).Breakdown("GBP").Total.Mid, ledger.AccountOf(late).Breakdown("GBP").Total.Mid));
    }

    [Fact]
    public void Add_CasesOfOneRuleAndDay_AskTheEarlierFirst()
    {
        var (early, late) = (State(Half, 1, 2, 3), State(Half, 3, 2, 3));
        var ledger = new ContactLedger(
            Plan(MatchPolicy.First, [Half]),
            [new(late, Timeline, Claim.Whole), new(early, Timeline, new(0.1m, 0.25m, 0.5m))],
            (_, _) => GroupKey.None,
            (_, _) => [],
            _ => (0, 0));
        ledger.Add(Profile("half"));
        Assert.Equal((2.5m, 7.5m), (ledger.AccountOf(early).Breakdown("GBP").Total.Mid, ledger.AccountOf(late).Breakdown("GBP").Total.Mid));
    }

    /// <summary>The same figures that were added, contact by contact.</summary>
    [Theory]
    [InlineData(0, "route owners R 1 of 1")]
    [InlineData(1, "half 0.333333 of 0.5, route owners R 0.666667 of 1")]
    [InlineData(2, "half 0.2 of 0.5, whole 0.4 of 1, route owners R 0.4 of 1")]
    public void SharesOf_ASlot_AreWhatWasAdded(int day, string expected)
    {
        var shared = Ledger(MatchPolicy.All);
        var profile = Profile("half whole route");
        shared.Ledger.Add(profile);
        var shares = shared.Ledger.SharesOf(profile, SmallHistory.Monday.DayNumber + day, claim => claim?.Claim ?? Claim.Whole).ToList();
        Assert.Equal(expected, string.Join(", ", shares.Select(share => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share.Rule.Id}{(share.Owners.IsEmpty ? "" : $" owners {share.Owners[0]}")} {share.Weight.Mid:0.######} of {share.Claim.Mid:0.##}"))));
        Assert.Equal(shares.Select(share => share.Rule.Signal is null), shares.Select(share => share.Case is null));
        Assert.Equal("half 5.333333, whole 4, route 30.666667", Text(shared));
    }

    /// <summary>Two rules wait for a signal. It is active for the first on days 0 and 1: there alone it takes what the last else has.</summary>
    [Theory]
    [InlineData(MatchPolicy.First, "route 20, last 20", "route", "last")]
    [InlineData(MatchPolicy.All, "route 10, last 30", "route last", "last")]
    public void Add_RulesThatWaitForASignal_TakeWhatIsLeft(MatchPolicy policy, string expected, string active, string over)
    {
        var signal = new ActiveSignal("outage", []);
        var ledger = new ContactLedger(
            Plan(policy, [Route with { Index = 0, Signal = signal }, Last with { Index = 1, Signal = signal }]), [], (_, _) => GroupKey.None, (_, rule) => rule.Route?.Owners ?? [], _ => (0, 0))
        {
            Takes = (rule, _, slot) => rule.Id == Last.Id || slot < SmallHistory.Monday.DayNumber + 2,
        };
        var profile = Profile("route last");
        ledger.Add(profile);

        Assert.Equal(expected, Text((ledger, [])));
        Assert.Equal(40, ledger.Routed);
        Assert.Equal([active, over], new[] { 1, 2 }.Select(day => string.Join(' ', ledger.SharesOf(profile, SmallHistory.Monday.DayNumber + day, _ => Claim.Whole).Select(share => share.Rule.Id))));
    }

    /// <summary>Three of the records of a day are no contacts.</summary>
    [Fact]
    public void Add_RecordsBesideContacts_AreNotRouted()
    {
        var profile = Profile("route");
        profile.Cells.At(SmallHistory.Monday.DayNumber + 1).Consequences = new() { Beside = 3 };
        var (ledger, _) = Ledger(MatchPolicy.All);
        ledger.Add(profile);

        Assert.Equal(37, ledger.Routed);
    }

    private static (ContactLedger Ledger, CaseState[] Cases) Ledger(MatchPolicy policy, int[]? priorities = null, Func<Profile, RulePlan, GroupKey?>? groupOf = null)
    {
        RulePlan[] rules = [.. ((RulePlan[])[Half, Whole, Route, Last]).Select(rule => rule with { Priority = priorities?[rule.Index] ?? 0 })];
        CaseState[] cases = [State(rules[0], 2, 1, 3), State(rules[1], 3, 2, 3)];
        CaseClaim[] claims = [new(cases[0], Timeline, new(0.25m, 0.5m, 0.75m)), new(cases[1], Timeline, Claim.Whole)];
        return (new(Plan(policy, rules), claims, groupOf ?? ((_, _) => GroupKey.None), (_, rule) => rule.Route?.Owners ?? [], profile => (profile.Code(0), profile.Code(0) * 10)), cases);
    }

    private static EnginePlan Plan(MatchPolicy policy, RulePlan[] rules) => SmallHistory.Plan(new Project { Match = policy, Currency = "GBP" }, [], [], rules);

    private static CaseState State(RulePlan rule, int opened, int start, int end)
    {
        var state = new CaseState(rule, GroupKey.None, 0, Timeline.AtIndex(opened), Days);
        state.Add(start, Timeline.AtIndex(end), null);
        return state;
    }

    private static Profile Profile(string rules, int code = 0)
    {
        var truth = rules.Split(' ').Aggregate(0UL, (bits, rule) => bits | rule switch { "half" => 1UL, "whole" => 2UL, "route" => 4UL, "last" => 8UL, _ => 0UL });
        var profile = new Profile([truth], [code]);
        for (var day = 0; day < Days; day++)
        {
            ref var cell = ref profile.Cells.At(SmallHistory.Monday.DayNumber + day);
            (cell.Contacts, cell.Cost) = (10, 10_000_000);
        }

        return profile;
    }

    /// <summary>Mid costs above nothing, of the cases and of the routes.</summary>
    private static string Text((ContactLedger Ledger, CaseState[] Cases) shared) => string.Join(", ", shared.Cases
        .Select(state => (state.Rule.Id, shared.Ledger.AccountOf(state).Breakdown("GBP").Total.Mid))
        .Concat(shared.Ledger.Routes.Select(route => (route.Rule.Id, route.Account.Breakdown("GBP").Total.Mid)))
        .Where(line => line.Mid > 0)
        .Select(line => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line.Id} {line.Mid:0.######}")));
}
