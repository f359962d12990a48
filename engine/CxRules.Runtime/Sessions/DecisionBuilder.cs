using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Money;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Lives;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Turns what the rule sessions found into cases with figures, and shares the money out.</summary>
internal sealed class DecisionBuilder
{
    private const int LongSilenceDays = 28;
    private const string ThatIsMissing = "a field of its condition is missing, or the history does not show all of the time it looks at";
    private const string NoCosts = "the project file names no costs";

    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly History _history;
    private readonly CaseBook _book;

    public DecisionBuilder(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, History history, CaseBook book)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _history = history;
        _book = book;
    }

    /// <param name="evaluated">The first and the last local day that was evaluated.</param>
    /// <param name="gates">Say which contacts a rule takes that waits for something.</param>
    public LedgeredDecisions Build(IReadOnlyList<EvaluatedRule> sessions, (int First, int Last) evaluated, ContactGates gates)
    {
        var estimates = EstimatesOf(sessions.OfType<RuleSession>());
        var ledger = _book.Ledger(gates.Takes);
        foreach (var profile in _counter.Table.Profiles)
        {
            ledger.Add(profile);
        }

        var routes = ledger.Routes.Where(route => route.Account.Contacts > 0)
            .OrderBy(route => route.Rule.Index).ThenBy(route => string.Join('\u001f', route.Owners), StringComparer.Ordinal)
            .Select(route => (Decision: Route(route.Rule, route.Owners, route.Account), route.Account))
            .ToImmutableArray();
        var found = _book.Cases
            .Select(booked => (Booked: booked, Figures: _book.FiguresOf(booked)))
            .Select(entry => (Decision: Case(entry.Booked, entry.Figures, ledger.AccountOf(entry.Booked.State)) with { Estimate = estimates.GetValueOrDefault(entry.Booked.State) }, entry.Figures))
            .OrderBy(entry => entry.Decision.Opened).ThenBy(entry => entry.Decision.Rule.Index)
            .ThenBy(entry => string.Join('\u001f', entry.Decision.Group.Select(pair => pair.Value)), StringComparer.Ordinal)
            .ToImmutableArray();
        ImmutableArray<Firing> firings = [.. sessions.OfType<CaseRuleSession>().SelectMany(session => session.Firings)];
        var figuresOf = found.ToDictionary(entry => entry.Figures.State, entry => entry);
        var handedOn = firings.Where(firing => firing.Rule.Route is not null).OrderBy(firing => firing.At).ThenBy(firing => firing.Rule.Order)
            .ToLookup(firing => figuresOf[firing.State].Decision.Id, firing => (firing.At, _book.Keys.OwnersOf(figuresOf[firing.State].Figures, firing.Rule.Route)));
        var cases = _book.Lives.Lead(found, ledger, id => handedOn[id]);
        var decisions = new Decisions(
            [.. cases.Select(entry => entry.Decision)],
            [.. routes.Select(entry => entry.Decision)],
            [],
            _counter.Contacts,
            ledger.Routed,
            _counter.First,
            _counter.Last,
            [.. _history.Gaps.Order()],
            LongestSilence(_counter.Days.Keys))
        {
            Beside = [.. _counter.Beside.Select(kind => KeyValuePair.Create(_dictionaries[_dictionaries.Schema.Kind][kind.Key], kind.Value)).OrderBy(kind => kind.Key, StringComparer.Ordinal)],
            FalseAlarms = cases.Where(entry => entry.Decision.IsFalseAlarm).Select(entry => entry.Decision.Cost).OfType<CostRange>().Aggregate((CostRange?)null, (sum, cost) => sum is { } known ? known + cost : cost),
            UnpricedLeavers = _counter.Leavers?.Unpriced ?? 0,
            UnnamedEscalations = [.. _counter.Escalations?.Unnamed ?? []],
        };
        decisions = decisions with { Rules = [.. _plan.Rules.Select(rule => Outcome(rule, sessions, decisions, evaluated, gates))] };
        var accounts = cases.Where(entry => entry.Decision is { Cost: not null, IsFalseAlarm: false }).Select(entry => (ledger.AccountOf(entry.Figures.State), entry.Decision.Owners))
            .Concat(routes.Where(entry => entry.Decision.Cost is not null).Select(entry => (entry.Account, entry.Decision.Owners)));
        return new(WithTotals(decisions, accounts), ledger, cases) { Gates = gates, Firings = firings };
    }

    private Dictionary<CaseState, CaseEstimate> EstimatesOf(IEnumerable<RuleSession> sessions) => sessions.Where(session => SignalMeasures.IsEstimate(session.Rule))
        .SelectMany(session => session.Groups.SelectMany(group => group.Cases.Select(state => (State: state, Estimate: new CaseEstimates(_plan.Project, session).Of(group, state)))))
        .ToDictionary(entry => entry.State, entry => entry.Estimate);

    private Decisions WithTotals(Decisions decisions, IEnumerable<(Account Account, ImmutableArray<string> Owners)> accounts)
    {
        if (_plan.Project.Currency is not { } currency || _plan.Project.Costs.IsEmpty)
        {
            return decisions;
        }

        var schema = _dictionaries.Schema;
        var totals = new LedgerTotals(currency, new CodeNames(_plan.Project), _dictionaries[schema.Disposition], _dictionaries[schema.Touchpoint]);
        foreach (var (account, owners) in accounts)
        {
            totals.Add(account, owners);
        }

        return decisions with
        {
            Cost = totals.ByOwner is { IsEmpty: false } lines ? lines.Select(line => line.Cost).Aggregate((left, right) => left + right) : null,
            ByOwner = totals.ByOwner,
            ByTouchpoint = totals.ByTouchpoint,
            ByDisposition = totals.ByDisposition,
        };
    }

    /// <summary>A contact with a wrong date stands far from all others, and makes the history seem to begin (or end) where it does not.</summary>
    private static (int First, int Last)? LongestSilence(IEnumerable<int> days)
    {
        var longest = days.Zip(days.Skip(1)).Select(pair => (First: pair.First + 1, Last: pair.Second - 1)).DefaultIfEmpty().MaxBy(silence => silence.Last - silence.First);
        return longest.Last - longest.First + 1 >= LongSilenceDays ? longest : null;
    }

    private CaseDecision Case(BookedCase booked, CaseFigures figures, Account account)
    {
        var state = figures.State;
        var because = figures.UnpricedBecause ?? CostUnknownBecause(account);
        var breakdown = Breakdown(account, because);
        return booked.Outline with
        {
            Owners = _book.Keys.OwnersOf(figures, state.Rule.Route),
            Closed = state.Closed?.UtcTicks,
            Peak = figures.Timeline.LocalStartOf(figures.Peak),
            Contacts = figures.Observed,
            Excess = figures.Excess,
            PValue = state.PValue,
            Cost = breakdown?.Total,
            CostUnknownBecause = because,
            Breakdown = breakdown,
            Evidence = EvidenceOf(figures),
            Chart = SignalMeasures.IsEstimate(state.Rule) ? [] : CaseChart.Draw(figures.References, figures.Series, figures.Timeline),
        };
    }

    private string? CostUnknownBecause(Account account) => _plan.Project.Currency is null || _plan.Project.Costs.IsEmpty ? NoCosts
        : account.Unpriced is > 0 and var unpriced ? $"no cost is known for {unpriced} of its contacts"
        : null;

    private CostBreakdown? Breakdown(Account account, string? because) =>
        because is null && _plan.Project.Currency is { } currency ? account.Breakdown(currency) : null;

    private RouteDecision Route(RulePlan rule, ImmutableArray<string> owners, Account account)
    {
        var because = CostUnknownBecause(account);
        return new(rule, owners, account.Contacts, Breakdown(account, because), because);
    }

    private RuleDecision Outcome(RulePlan rule, IReadOnlyList<EvaluatedRule> sessions, Decisions decisions, (int First, int Last) evaluated, ContactGates gates)
    {
        if (rule.Kind == RuleKind.Contacts)
        {
            var unknown = _counter.UnknownIn(rule.Population);
            return new(rule, FiredOn(rule, decisions, gates), unknown, UnknownBecause(rule, unknown), RunRateOf(rule, decisions, (_counter.Days.Keys.First(), _counter.Days.Keys.Last())))
            {
                Undecided = _counter.UndecidedIn(rule.Population),
            };
        }

        var evaluatedRule = sessions.Single(candidate => candidate.Rule == rule);
        if (evaluatedRule is CaseRuleSession about)
        {
            return new(rule, about.Firings.Count, about.Unknown, about.Unknown == 0 ? null : "what a case costs is unknown", new(null, null, "it opens no case"));
        }

        var session = (RuleSession)evaluatedRule;
        var reasons = session.Unknown.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal).ToList();
        return new(rule, session.Groups.Sum(group => group.Cases.Count), reasons.Sum(reason => reason.Value), reasons.Count == 0 ? null : reasons[0].Key, RunRateOf(rule, decisions, evaluated)) { ChanceAlone = session.ChanceAlone, Undecided = _counter.UndecidedIn(rule.Population) };
    }

    /// <summary>Contacts that a rule without measures routed; all that meet it where it routes none.</summary>
    private long FiredOn(RulePlan rule, Decisions decisions, ContactGates gates) => rule.Route is null
        ? _counter.Table.Profiles.Where(profile => profile.Holds(rule.Population)).Sum(profile => TakenOf(rule, profile, gates))
        : decisions.Routes.Where(route => route.Rule == rule).Sum(route => route.Contacts);

    private static long TakenOf(RulePlan rule, Profile profile, ContactGates gates)
    {
        if (rule.Signal is null)
        {
            return profile.Counts.Contacts;
        }

        var contacts = 0L;
        foreach (ref readonly var cell in profile.Counts.Span)
        {
            contacts += gates.Takes(rule, profile, cell.Slot) ? cell.Contacts : 0;
        }

        return contacts;
    }

    private string? UnknownBecause(RulePlan rule, long unknown) =>
        unknown == 0 ? null
        : _counter.UndecidedIn(rule.Population) is > 0 and var undecided ? string.Create(CultureInfo.InvariantCulture, $"the time in which another contact may follow is not over for {undecided:N0} of its contacts{(undecided == unknown ? "" : $"; for others {ThatIsMissing}")}")
        : _plan.Populations[rule.Population].Journey is not null ? ThatIsMissing
        : "a field of its condition is missing";

    /// <param name="period">Local days in which the rule's costs arose.</param>
    private RunRate RunRateOf(RulePlan rule, Decisions decisions, (int First, int Last) period)
    {
        if (_plan.Project.Currency is not { } currency || _plan.Project.Costs.IsEmpty)
        {
            return new(null, null, NoCosts);
        }

        var cases = decisions.Cases.Where(decision => decision.Rule == rule && !decision.IsFalseAlarm).ToList();
        var routes = decisions.Routes.Where(route => route.Rule == rule).ToList();
        var cost = cases.Select(decision => decision.Cost).Concat(routes.Select(route => route.Cost)).OfType<CostRange>()
            .Aggregate(new CostRange(0, 0, 0, currency), (left, right) => left + right);
        var because = cases.Where(decision => decision.Cost is null && decision.CostUnknownBecause != CaseFigures.WithinChance).Select(decision => decision.CostUnknownBecause)
            .Concat(routes.Where(route => route.Cost is null).Select(route => route.CostUnknownBecause))
            .FirstOrDefault();
        return because is not null ? new(cost, null, $"a cost is unknown: {because}")
            : RunRate.Of(cost, DateOnly.FromDayNumber(period.First), DateOnly.FromDayNumber(period.Last), _plan.Project.Exposures.FirstOrDefault(exposure => exposure.Name == rule.Exposure));
    }

    private static ImmutableArray<string> EvidenceOf(CaseFigures figures)
    {
        var evidence = new Evidence(figures.State.Rule.Evidence);
        foreach (var profile in figures.Series.Profiles)
        {
            foreach (ref readonly var cell in profile.Cells.Span)
            {
                if (cell.Evidence is { } sample && figures.Holds(profile, cell.Slot))
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

/// <summary>Decisions, with what it takes to explain them.</summary>
internal sealed record LedgeredDecisions(Decisions Decisions, ContactLedger Ledger, ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> Cases)
{
    public required ContactGates Gates { get; init; }

    /// <summary>What rules about cases and signals acted on, rule by rule in the order of time.</summary>
    public required ImmutableArray<Firing> Firings { get; init; }
}
