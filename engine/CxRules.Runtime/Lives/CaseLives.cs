using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Leads every case of a history through its life, and joins those that people put together.</summary>
/// <param name="stepsOf">What people did with a case.</param>
internal sealed class CaseLives(
    EnginePlan plan,
    History history,
    Neighbourhood neighbourhood,
    ContactLedger ledger,
    Func<CaseDecision, IEnumerable<CaseTransition>> stepsOf)
{
    /// <summary>The same cases in the same order.</summary>
    public ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> Lead(ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> cases)
    {
        var byGroup = cases.Select(entry => entry.Figures.State).ToLookup(state => (state.Rule, state.Group));
        var steps = cases.Select(entry => stepsOf(entry.Decision).ToList()).ToList();
        var lives = CaseMerges.Settle([.. cases.Select((_, index) => Live(index, new HashSet<CaseTransition>()))], Live);
        lives = [.. lives.Select((decision, index) => decision.IsFalseAlarm ? decision : decision with { Savings = [.. Savings(decision, cases[index].Figures, byGroup[KeyOf(cases[index].Figures)])] })];
        return [.. Join(lives, [.. cases.Select(entry => entry.Figures)]).Zip(cases, (decision, entry) => (decision, entry.Figures))];

        CaseDecision Live(int index, IReadOnlySet<CaseTransition> without)
        {
            var (decision, figures) = cases[index];
            var verifier = new FixVerifier(
                figures,
                [.. byGroup[KeyOf(figures)].Where(state => state.Ordinal >= figures.State.Ordinal)],
                history.ExclusionsOf(figures.State.Rule.Unit),
                history.ExposuresOf(figures.State.Rule.Unit),
                before => neighbourhood.Of(figures, before));
            var course = new CaseCourse(decision, figures, () => decision.Cost is null ? null : new CaseMeter(figures, ledger), verifier.Check, plan.Zone, plan.Project.Currency);
            var lived = course.Run(steps[index].Where(step => !without.Contains(step)));
            return lived with { RefusedSteps = [.. lived.RefusedSteps, .. without.OrderBy(step => step.At).Select(step => new RefusedStep(step, lived.Life.At(step.At)) { HasNowhereToGo = true })] };
        }
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
