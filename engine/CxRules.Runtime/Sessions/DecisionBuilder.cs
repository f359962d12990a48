using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Money;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Turns what the rule sessions found into cases with figures, and shares the money out.</summary>
internal sealed class DecisionBuilder
{
    private const int LongSilenceDays = 28;

    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly History _history;
    private readonly OwnerMap _owners;

    public DecisionBuilder(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, History history)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _history = history;
        _owners = new OwnerMap(plan.Project, dictionaries.Schema);
    }

    public Decisions Build(List<RuleSession> sessions)
    {
        var figures = sessions
            .SelectMany(session => session.Groups.SelectMany(group => group.Cases.Select((state, ordinal) =>
                CaseFigures.Of(state, group.Cases[..ordinal], group.Population, session.Timeline, _history.ExclusionsOf(session.Rule.Unit), _history.ExposuresOf(session.Rule.Unit)))))
            .ToList();
        var ledger = new ContactLedger(
            _plan,
            figures.Where(figure => figure.Claim is not null).Select(figure => new CaseClaim(figure.State, figure.Timeline, figure.Claim ?? Claim.Whole)),
            GroupOf,
            OwnersOf);
        foreach (var profile in _counter.Table.Profiles)
        {
            ledger.Add(profile);
        }

        var routes = ledger.Routes
            .OrderBy(route => route.Rule.Index).ThenBy(route => string.Join('\u001f', route.Owners), StringComparer.Ordinal)
            .Select(route => Route(route.Rule, route.Owners, route.Account))
            .ToImmutableArray();
        return new(
            [.. figures.Select(figure => Case(figure, ledger.AccountOf(figure.State)))
                .OrderBy(decision => decision.Opened).ThenBy(decision => decision.Rule.Index)
                .ThenBy(decision => string.Join('\u001f', decision.Group.Select(pair => pair.Value)), StringComparer.Ordinal)],
            routes,
            [.. _plan.Rules.Select(rule => Outcome(rule, sessions, routes))],
            _counter.Contacts,
            ledger.Routed,
            _counter.First,
            _counter.Last,
            [.. _history.Gaps.Order()],
            LongestSilence(_counter.Days.Keys));
    }

    /// <summary>A contact with a wrong date stands far from all others, and makes the history seem to begin (or end) where it does not.</summary>
    private static (int First, int Last)? LongestSilence(IEnumerable<int> days)
    {
        var longest = days.Zip(days.Skip(1)).Select(pair => (First: pair.First + 1, Last: pair.Second - 1)).DefaultIfEmpty().MaxBy(silence => silence.Last - silence.First);
        return longest.Last - longest.First + 1 >= LongSilenceDays ? longest : null;
    }

    private CaseDecision Case(CaseFigures figures, Account account)
    {
        var state = figures.State;
        var because = CostUnknownBecause(figures, account);
        return new()
        {
            Rule = state.Rule,
            Group = [.. state.Rule.Per.Zip(state.Group.Codes, (field, code) => KeyValuePair.Create(field.Name, _dictionaries[field][code]))],
            Ordinal = state.Ordinal,
            Owners = OwnersOf(figures),
            Opened = state.Opened.UtcTicks,
            Closed = state.Closed?.UtcTicks,
            Peak = figures.Timeline.LocalStartOf(figures.Peak),
            Contacts = figures.Observed,
            Excess = figures.Excess,
            PValue = state.PValue,
            Cost = because is null && _plan.Project.Currency is { } currency ? account.Total(currency) : null,
            CostUnknownBecause = because,
            Evidence = EvidenceOf(figures),
            Chart = [.. CaseChart.Draw(figures.References, figures.Series, figures.Timeline)],
        };
    }

    private string? CostUnknownBecause(CaseFigures figures, Account account) =>
        figures.UnpricedBecause
        ?? (_plan.Project.Currency is null || _plan.Project.Costs.IsEmpty ? "the project file names no costs"
            : account.Unpriced > 0 ? $"no cost is known for {account.Unpriced} of its contacts"
            : null);

    private RouteDecision Route(RulePlan rule, ImmutableArray<string> owners, Account account)
    {
        var because = _plan.Project.Currency is null || _plan.Project.Costs.IsEmpty ? "the project file names no costs"
            : account.Unpriced > 0 ? $"no cost is known for {account.Unpriced} of its contacts"
            : null;
        return new(rule, owners, account.Contacts, because is null && _plan.Project.Currency is { } currency ? account.Total(currency) : null, because);
    }

    private RuleDecision Outcome(RulePlan rule, List<RuleSession> sessions, ImmutableArray<RouteDecision> routes)
    {
        if (rule.Signal is null)
        {
            var unknown = _counter.Table.Profiles.Where(profile => profile.IsUnknown(rule.Population)).Sum(profile => profile.Cells.Contacts);
            return new(rule, routes.Where(route => route.Rule == rule).Sum(route => route.Contacts), unknown, unknown == 0 ? null : "a field of its condition is missing");
        }

        var session = sessions.Single(candidate => candidate.Rule == rule);
        var reasons = session.Unknown.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).ToList();
        return new(rule, session.Groups.Sum(group => group.Cases.Count), reasons.Sum(reason => reason.Value), reasons.Count == 0 ? null : reasons[0].Key);
    }

    private GroupKey? GroupOf(Profile profile, RulePlan rule)
    {
        var codes = rule.Per.Select(field => profile.Codes[_counter.Layout.Fields.IndexOf(field)]).ToImmutableArray();
        return codes.Contains(0) ? null : new GroupKey(codes);
    }

    private ImmutableArray<string> OwnersOf(Profile profile, RulePlan rule) => rule.Route switch
    {
        null => [],
        { OwnerOf: null } route => route.Owners,
        { OwnerOf: { } field } => [_owners.OwnerOf(field, _dictionaries[field][profile.Codes[_counter.Layout.Fields.IndexOf(field)]])],
    };

    private ImmutableArray<string> OwnersOf(CaseFigures figures)
    {
        var rule = figures.State.Rule;
        return rule.Route switch
        {
            null => [],
            { OwnerOf: null } route => route.Owners,
            { OwnerOf: { } field } when figures.Series.Profiles.Count == 0 => [_owners.OwnerOf(field, "")],
            _ => OwnerMap.OfMost([.. figures.Series.Profiles.Select(profile => (OwnersOf(profile, rule)[0], figures.ContactsOf(profile, _plan.BucketUnit), profile.Cells.Contacts))]),
        };
    }

    private ImmutableArray<string> EvidenceOf(CaseFigures figures)
    {
        var evidence = new Evidence(figures.State.Rule.Evidence);
        foreach (var profile in figures.Series.Profiles)
        {
            foreach (ref readonly var cell in profile.Cells.Span)
            {
                if (cell.Evidence is { } sample && figures.State.Holds(figures.Timeline.IndexOf(cell.Slot, _plan.BucketUnit)))
                {
                    foreach (var (hash, id) in sample.Entries)
                    {
                        evidence.Add(hash, id);
                    }
                }
            }
        }

        return [.. evidence.Entries.Select(entry => entry.Id)];
    }
}
