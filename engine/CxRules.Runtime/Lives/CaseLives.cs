using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Leads cases through their lives, and joins those that people put together.</summary>
/// <param name="stepsOf">What people did with a case.</param>
/// <param name="passingOf">UTC ticks: when a case had cost more than the cap of a decline; null: it has not.</param>
internal sealed class CaseLives(
    EnginePlan plan,
    History history,
    Neighbourhood neighbourhood,
    Func<CaseDecision, IEnumerable<CaseTransition>> stepsOf,
    Func<CaseState, CaseTransition, long?> passingOf)
{
    /// <summary>What became of cases by an instant: the same in the same order, without what it costs and saves.</summary>
    /// <param name="utcTicks">What happens at this very instant counts.</param>
    public ImmutableArray<CaseDecision> At(ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> cases, long utcTicks) => Settle(cases, utcTicks, (_, decision) => decision);

    /// <summary>What became of cases by the end of the history: the same in the same order.</summary>
    /// <param name="ledger">Shares their money out.</param>
    /// <param name="handedOn">To whom rules about cases gave a case, and when (UTC ticks), in the order of time.</param>
    public ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> Lead(
        ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> cases,
        ContactLedger ledger,
        Func<string, IEnumerable<(long At, ImmutableArray<string> Owners)>> handedOn)
    {
        var byGroup = GroupsOf(cases);
        var lives = Settle(cases, long.MaxValue, (course, decision) => decision with { Check = course.CheckOf(decision.Life), Owners = OwnersOf(decision, handedOn(decision.Id)) });
        lives = [.. lives.Select((decision, index) => Counted(decision, cases[index].Figures, byGroup[KeyOf(cases[index].Figures)], ledger))];
        return [.. Join(lives, [.. cases.Select(entry => entry.Figures)]).Zip(cases, (decision, entry) => (decision, entry.Figures))];
    }

    /// <param name="complete">What else is to be known of each.</param>
    private ImmutableArray<CaseDecision> Settle(ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> cases, long until, Func<CaseCourse, CaseDecision, CaseDecision> complete)
    {
        var byGroup = GroupsOf(cases);
        var steps = cases.Select(entry => stepsOf(entry.Decision).ToList()).ToList();
        return CaseMerges.Settle([.. cases.Select((_, index) => Live(index, new HashSet<CaseTransition>()))], Live);

        CaseDecision Live(int index, IReadOnlySet<CaseTransition> without)
        {
            var (decision, figures) = cases[index];
            var verifier = new FixVerifier(
                figures,
                [.. byGroup[KeyOf(figures)].Where(state => state.Ordinal >= figures.State.Ordinal)],
                history.ExclusionsOf(figures.State.Rule.Unit),
                history.ExposuresOf(figures.State.Rule.Unit),
                before => neighbourhood.Of(figures, before));
            var course = new CaseCourse(decision, figures, verifier.Check, decline => passingOf(figures.State, decline), plan.Zone);
            var lived = complete(course, course.Run(steps[index].Where(step => !without.Contains(step)), until));
            return lived with { RefusedSteps = [.. lived.RefusedSteps, .. without.OrderBy(step => step.At).Select(step => new RefusedStep(step, lived.Life.At(step.At)) { HasNowhereToGo = true })] };
        }
    }

    private static ILookup<(RulePlan Rule, GroupKey Group), CaseState> GroupsOf(IEnumerable<(CaseDecision Decision, CaseFigures Figures)> cases) =>
        cases.Select(entry => entry.Figures.State).ToLookup(state => (state.Rule, state.Group));

    /// <summary>Those whom the last one named who gave it to somebody: a person or a rule.</summary>
    private static ImmutableArray<string> OwnersOf(CaseDecision decision, IEnumerable<(long At, ImmutableArray<string> Owners)> handedOn)
    {
        var named = decision.Life.Steps.LastOrDefault(step => !step.Owners.IsEmpty)?.At;
        return handedOn.Where(given => !(named > given.At)).Select(given => given.Owners).LastOrDefault(decision.Owners);
    }

    /// <summary>The case with what it costs while it is declined, and what its fixes save.</summary>
    private CaseDecision Counted(CaseDecision decision, CaseFigures figures, IEnumerable<CaseState> group, ContactLedger ledger) => decision with
    {
        Meter = decision.Life.Decline is { } decline ? MeterOf(decision, decline, figures, ledger) : null,
        Savings = decision.IsFalseAlarm ? [] : [.. Savings(decision, figures, group)],
    };

    private DeclinedMeter MeterOf(CaseDecision decision, CaseTransition decline, CaseFigures figures, ContactLedger ledger)
    {
        var timeline = figures.Timeline;
        var ended = decision.Life.DeclineEnd;
        var cost = decision.Cost is not null && plan.Project.Currency is { } currency
            ? new CaseMeter(figures, ledger).Between(timeline.FirstFrom(decline.At), ended is { } end ? timeline.FirstFrom(end) : timeline.Length, currency)
            : null;
        return new(decline.At, ended, cost, cost is null ? decision.CostUnknownBecause ?? "the cost of a contact is unknown" : null)
        {
            Cap = decline.Cap,
            ReviewBy = decline.ReviewBy,
            Passed = passingOf(figures.State, decline),
        };
    }

    private static (RulePlan Rule, GroupKey Group) KeyOf(CaseFigures figures) => (figures.State.Rule, figures.State.Group);

    private IEnumerable<FixSavings> Savings(CaseDecision decision, CaseFigures figures, IEnumerable<CaseState> group) => new SavingsMeter(
        figures,
        decision.Breakdown,
        decision.CostUnknownBecause,
        group.FirstOrDefault(state => state.Ordinal == figures.State.Ordinal + 1)?.Opened.UtcTicks,
        history.ExclusionsOf(figures.State.Rule.Unit),
        history.ExposuresOf(figures.State.Rule.Unit)).Of(decision.Life);

    private static IEnumerable<CaseDecision> Join(ImmutableArray<CaseDecision> lives, ImmutableArray<CaseFigures> figures)
    {
        var gone = lives.Select((decision, index) => (decision, index)).Where(entry => entry.decision.MergedInto is not null).ToLookup(entry => entry.decision.MergedInto, entry => entry.index, StringComparer.Ordinal);
        return lives.Select((decision, index) => gone[decision.Id].ToList() is { Count: > 0 } others ? decision with { Joined = Joined(lives, figures, [index, .. others]) } : decision);
    }

    private static JoinedCases Joined(ImmutableArray<CaseDecision> lives, ImmutableArray<CaseFigures> figures, List<int> members)
    {
        var costs = members.Select(member => lives[member].Cost).OfType<CostRange>().ToList();
        return new(
            [.. members.Skip(1).Select(member => lives[member].Id).Order(StringComparer.Ordinal)],
            Contacts(members.ConvertAll(member => figures[member])),
            costs.Count == 0 ? null : costs.Aggregate((left, right) => left + right));
    }

    /// <summary>Each contact once, in however many of the cases it is.</summary>
    private static long Contacts(List<CaseFigures> members)
    {
        var contacts = 0L;
        foreach (var (profile, holders) in members.SelectMany(member => member.Series.Profiles.Select(profile => (profile, member))).GroupBy(entry => entry.profile, entry => entry.member, (profile, holders) => (profile, holders.ToList())))
        {
            foreach (ref readonly var cell in profile.Counts.Span)
            {
                var slot = cell.Slot;
                contacts += holders.Exists(member => member.Holds(profile, slot)) ? cell.Contacts : 0;
            }
        }

        return contacts;
    }
}
