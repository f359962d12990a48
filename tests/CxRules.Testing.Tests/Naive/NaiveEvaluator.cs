using System.Collections.Immutable;
using System.Text;
using CxRules.Language.Binding;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Model.Hashing;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>
/// Says what a rule set decides about a history, with lists and loops: the independent witness that the engine is held against.
/// </summary>
internal sealed class NaiveEvaluator
{
    private readonly BoundRuleSet _ruleSet;
    private readonly NaiveHistory _history;
    private readonly NaiveWorld _world;
    private readonly NaiveRun _run;
    private readonly NaiveOwners _owners;
    private readonly Dictionary<string, BoundCondition> _populations;

    private readonly ImmutableArray<WrittenTransition> _steps;
    private readonly ILookup<string, CaseTransition> _stepsOf;
    private (int Version, List<NaiveSubject> Subjects) _found = (-1, []);

    private NaiveEvaluator(BoundRuleSet written, ContactSource source, NaiveHistory history, ImmutableArray<WrittenTransition> steps)
    {
        var ruleSet = written with { Rules = [.. written.Rules.Select(NaiveEstimates.Narrowed)] };
        _populations = written.Rules.ToDictionary(rule => rule.Id, rule => rule.Population);
        _ruleSet = ruleSet;
        _history = history;
        _world = new(ruleSet.Project, source, history);
        _run = new(_world, ruleSet, _populations);
        _owners = new(ruleSet.Project);
        _steps = steps;
        _stepsOf = steps.ToLookup(step => step.Case, step => step.Step with { At = _world.Calendar.Utc(LocalDateTime.FromDateTime(step.LocalAt)) });
        _run.Chain.Book = new(_stepsOf, Found, LivesOf, (subjects, at) => Shared(subjects, Routes(at)));
    }

    /// <summary>Days where evaluations fall on midnights and no window is of hours.</summary>
    public static bool IsHourly(BoundRule rule) => rule.Window.Unit == TimeUnit.Hour || rule.Every.Kind == ScheduleKind.Hour || rule.Every.Hour != 0;

    /// <param name="act">What people do with the cases; null: nothing.</param>
    public static NaiveResult Replay(
        BoundRuleSet ruleSet, ContactSource source, IEnumerable<string> files, DateOnly? from = null, DateOnly? to = null, Func<IReadOnlyList<NaiveCase>, ImmutableArray<WrittenTransition>>? act = null)
    {
        var history = NaiveHistory.Read(ruleSet.Project, source, files);
        return history.Contacts.Count == 0
            ? new(history, [], [], [.. ruleSet.Rules.Select(rule => new NaiveOutcome(rule.Id, 0, 0))], 0, null)
            : Acted(steps => new(ruleSet, source, history, steps), act ?? (_ => []), from, to).Result(from, to);
    }

    /// <summary>People act on what they are shown; what they do may change which cases there are.</summary>
    private static NaiveEvaluator Acted(Func<ImmutableArray<WrittenTransition>, NaiveEvaluator> begin, Func<IReadOnlyList<NaiveCase>, ImmutableArray<WrittenTransition>> act, DateOnly? from, DateOnly? to)
    {
        var evaluator = begin([]);
        evaluator._run.Evaluate(from, to);
        var steps = act(evaluator.Found().ConvertAll(subject => subject.Case));
        while (steps.Length > 0)
        {
            evaluator = begin(steps);
            evaluator._run.Evaluate(from, to);
            var ids = evaluator.Found().ConvertAll(subject => subject.Case.Id);
            ImmutableArray<WrittenTransition> known = [.. steps.Where(step => ids.Contains(step.Case) && (step.Step.Into is not { } into || ids.Contains(into)))];
            if (known.Length == steps.Length)
            {
                return evaluator;
            }

            steps = known;
        }

        return evaluator;
    }

    private List<NaiveSubject> Found()
    {
        if (_found.Version != _run.Version)
        {
            _found = (_run.Version, _ruleSet.Rules.Where(rule => NaiveChain.KindOf(rule) == RuleKind.Measures).SelectMany(rule => _run.Groups(rule).SelectMany(group => CasesOf(rule, group))).ToList());
        }

        return _found.Subjects;
    }

    private Dictionary<string, NaiveLife> LivesOf(List<NaiveSubject> subjects, Func<string, long, long?> passingOf) =>
        new NaiveLives(_world, null, subjects, _stepsOf, passingOf).Settled();

    private NaiveLedger Shared(List<NaiveSubject> subjects, Dictionary<BoundRule, NaiveClaim> routes) =>
        new(_world, [.. subjects.Select(draft => draft.Claim).OfType<NaiveClaim>(), .. routes.Where(route => route.Key.Route is not null).Select(route => route.Value)]);

    private NaiveResult Result(DateOnly? from, DateOnly? to)
    {
        var cases = Found();
        var routes = Routes(long.MaxValue);
        var ledger = Shared(cases, routes);
        var priced = cases.ConvertAll(draft => draft with { Case = draft.Case with { Costs = draft.Claim is { } claim ? ledger.CostOf(claim, claim.Contacts) : null } });
        var lives = new NaiveLives(_world, ledger, priced, _stepsOf, (id, declined) => _run.Chain.Book?.PassingOf(id, declined));
        var finished = Led(priced, lives);
        var routed = _ruleSet.Rules.Where(rule => NaiveChain.KindOf(rule) == RuleKind.Contacts && rule.Route is not null)
            .SelectMany(rule => routes[rule].Contacts.GroupBy(contact => string.Join('\n', _owners.Of(rule.Route, [contact]))).Select(owners =>
                (Route: new NaiveRoute(rule.Id, [.. owners.Key.Split('\n')], owners.Count(), ledger.CostOf(routes[rule], owners)), Claim: routes[rule], Contacts: owners.ToList()))).ToList();
        var lines = new List<NaiveLine>();
        lines.AddRange(finished.Where(found => found.Case is { Cost: not null, IsFalseAlarm: false }).Select(found => Line(found.Case.Rule, found.Case.Owners, found.Claim, found.Claim?.Contacts, found.Case.Cost)));
        lines.AddRange(routed.Where(found => found.Route.Cost is not null).Select(found => Line(found.Route.Rule, found.Route.Owners, found.Claim, found.Contacts, found.Route.Cost)));
        var totals = new NaiveTotals(_ruleSet.Project, ledger, lines);
        var rates = new NaiveRunRates(_world, from, to);
        return new(
            _history,
            finished.ConvertAll(found => found.Case),
            routed.ConvertAll(found => found.Route),
            [.. _ruleSet.Rules.Select(rule => NaiveChain.KindOf(rule) == RuleKind.Cases ? new NaiveOutcome(rule.Id, _run.Chain.Firings.Count(firing => firing.Rule == rule), _run.Chain.Watched[rule.Id].Count(watch => watch.Truths.MaxBy(truth => truth.Key).Value is null))
                : (NaiveChain.KindOf(rule) == RuleKind.Contacts ? ContactOutcome(rule, routes[rule]) : SignalOutcome(rule)) with
            {
                RunRate = rates.Of(rule, CostOf(finished.Select(found => found.Case).Where(found => found.Rule == rule.Id && !found.IsFalseAlarm), routed.Select(found => found.Route).Where(route => route.Rule == rule.Id))),
            })],
            routes.Where(route => route.Key.Route is not null).SelectMany(route => route.Value.Contacts).Distinct().Count(NaiveKinds.IsContact),
            NaiveMoney.Sum(lines.Select(line => line.Cost)))
        {
            ByOwner = totals.ByOwner,
            ByTouchpoint = totals.ByTouchpoint,
            ByDisposition = totals.ByDisposition,
            Steps = _steps,
            Tasks = new NaiveTasks(_world, _owners).Of(_ruleSet.Rules, finished.ConvertAll(found => found.Case), _run.Chain.Firings, Waits),
        };
    }

    /// <summary>With what became of the cases, and with the owners that they have by then.</summary>
    private List<(NaiveCase Case, NaiveClaim? Claim)> Led(List<NaiveSubject> subjects, NaiveLives lives)
    {
        var all = lives.All();
        var owners = subjects.ToDictionary(subject => subject.Case.Id, subject => OwnersOf(subject, all.GetValueOrDefault(subject.Case.Id)));
        return subjects.ConvertAll(subject => all.TryGetValue(subject.Case.Id, out var life) && lives.Owner(all, subject.Case.Id) is var last
            ? (subject.Case with { Life = life, Owners = owners[last], MergedInto = last == subject.Case.Id ? null : last, IsFalseAlarm = all[last].State == "false-alarm" }, subject.Claim)
            : (subject.Case, subject.Claim));
    }

    /// <summary>Whom people or rules gave it to last.</summary>
    private ImmutableArray<string> OwnersOf(NaiveSubject subject, NaiveLife? life)
    {
        var given = _run.Chain.Firings.Where(firing => firing.Episode == subject.Episode && firing.Rule.Route is not null).OrderBy(firing => firing.At).ThenBy(firing => _run.PlaceOf(firing.Rule)).LastOrDefault();
        return given is not null && !(life is { Owners: not null } && life.OwnersSince > given.At)
            ? _owners.Of(given.Rule.Route, subject.Case.Members.Count > 0 ? subject.Case.Members : _world.Matching(subject.Rule.Population).Where(subject.Group.Holds))
            : life?.Owners ?? subject.Case.Owners;
    }

    private static NaiveLine Line(string rule, ImmutableArray<string> owners, NaiveClaim? claim, List<NaiveContact>? contacts, NaiveMoney? cost) =>
        claim is not null && contacts is not null && cost is not null ? new(rule, owners, claim, contacts, cost) : throw new InvalidOperationException("What has a price has a claim.");

    /// <summary>What cases and routes of a rule cost together; null where that is unknown of one. What chance explains takes no part.</summary>
    private decimal? CostOf(IEnumerable<NaiveCase> cases, IEnumerable<NaiveRoute> routes) => _world.Project.Currency is null
        ? null
        : cases.Where(found => !found.IsWithinChance).Select(found => found.Cost).Concat(routes.Select(route => route.Cost)).Aggregate((decimal?)0, (sum, cost) => sum + cost?.Mid);

    private NaiveOutcome ContactOutcome(BoundRule rule, NaiveClaim claim) =>
        new(rule.Id, claim.Contacts.Count, _world.Contacts.Count(contact => _world.Journeys.AtLast(rule.Population, contact) is null));

    private NaiveOutcome SignalOutcome(BoundRule rule) =>
        new(rule.Id, _run.Groups(rule).Sum(group => group.Episodes.Count), _run.Groups(rule).Sum(group => group.Verdicts.Values.Count(verdict => verdict.True is null)));

    /// <summary>The contacts of each contact rule; under `match: first` each contact goes to one. By an instant: those whose day (hour) is over.</summary>
    private Dictionary<BoundRule, NaiveClaim> Routes(long by)
    {
        var taken = new HashSet<NaiveContact>();
        var routes = new Dictionary<BoundRule, NaiveClaim>();
        foreach (var rule in _ruleSet.Rules.Where(rule => NaiveChain.KindOf(rule) == RuleKind.Contacts).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Ordinal))
        {
            var contacts = _world.Matching(rule.Population)
                .Where(contact => rule.Signal is null || (IsOver(rule, contact, by) && Waits(rule, contact)))
                .Where(contact => rule.Route is null || _ruleSet.Project.Match == MatchPolicy.All || taken.Add(contact))
                .Where(contact => IsOver(rule, contact, by)).ToList();
            routes[rule] = new(rule.Priority, rule.Ordinal, 0, 1, 1, 1, contacts);
        }

        return routes;
    }

    private bool IsOver(BoundRule rule, NaiveContact contact, long by) => by == long.MaxValue || BucketOf(rule, contact).End <= by;

    private Span BucketOf(BoundRule rule, NaiveContact contact)
    {
        var at = _world.Journeys.Since(rule.Population, contact) ?? contact.OccurredAt;
        var day = _world.DaySpan(_world.Calendar.DayOf(at));
        if (!_run.CountsHours)
        {
            return day;
        }

        List<long> hours = [.. _world.Calendar.Scheduled(Schedule.EveryHour, day.Start - 1, day.End).Select(hour => hour.Utc)];
        return new(hours.Last(hour => hour <= at), hours.First(hour => hour > at));
    }

    /// <summary>A rule that waits for something takes the contacts that are its own while that holds.</summary>
    private bool Waits(BoundRule rule, NaiveContact contact) => rule.Signal is null
        || _run.Chain.Takes(rule.Signal, field => contact.Code(field) ?? "\0", _world.Journeys.Since(rule.Population, contact) ?? contact.OccurredAt, NaiveChain.CaseFacts(rule).Count == 0 ? 0 : BucketOf(rule, contact).Start) == true;

    private IEnumerable<NaiveSubject> CasesOf(BoundRule rule, NaiveGroup group)
    {
        var hourly = IsHourly(rule);
        var series = _world.Series(rule.Population, group);
        var excess = new NaiveExcess(_world, rule, series, hourly);
        var earlier = new List<NaiveUnit>();
        foreach (var episode in group.Episodes)
        {
            var units = excess.UnitsOf(episode);
            var contacts = units.SelectMany(unit => series.Within(unit.Span)).ToList();
            var found = rule.Basis == CaseBasis.Excess ? excess.Of(units, earlier, episode.Trues.Count == 1 ? episode.Smallest : null) : null;
            var pValue = episode.Trues.Values.Min(verdict => verdict.P);
            var draft = Describe(rule, group, episode, contacts) with
            {
                Peak = units.OrderByDescending(unit => series.Count(unit.Span)).ThenBy(unit => unit.Span.Start).First().Local.ToDateTimeUnspecified(),
                Expected = found?.Expected,
                Excess = found?.Excess,
                PValue = pValue,
                Estimate = NaiveEstimates.IsAll(rule.Signal) ? Estimated(rule, group, episode, units, hourly) : null,
                IsWithinChance = found is not null && IsWithinChance(rule, pValue),
            };
            yield return new(rule, group, episode, draft, Claim(rule, episode, contacts, found?.Excess, pValue), series, excess, units, [.. earlier]) { IsHourly = hourly };
            earlier.AddRange(units);
        }
    }

    private (NaiveRange? Contacts, NaiveMoney? Cost) Estimated(BoundRule rule, NaiveGroup group, NaiveEpisode episode, List<NaiveUnit> units, bool hourly)
    {
        var estimate = new NaiveEstimates(_world, _run.Measures).OfCase(rule, _populations[rule.Id], group, episode, units.ConvertAll(unit => unit.Span), units.Count / (hourly ? 24.0 : 1));
        if (estimate is null)
        {
            return (null, null);
        }

        var contacts = new NaiveRange((decimal)estimate.Low, (decimal)estimate.Mid, (decimal)estimate.High);
        var price = units.Select(unit => _world.Prices.Average(unit.Local.Date)).Aggregate((decimal?)0, (sum, cost) => sum + cost) / units.Count;
        return (contacts, price is { } each ? new(contacts.Low * each, contacts.Mid * each, contacts.High * each) : null);
    }

    private static NaiveClaim? Claim(BoundRule rule, NaiveEpisode episode, List<NaiveContact> contacts, NaiveRange? excess, double? pValue)
    {
        if (NaiveEstimates.IsAll(rule.Signal))
        {
            return null;
        }

        if (rule.Basis == CaseBasis.All)
        {
            return new(rule.Priority, rule.Ordinal, episode.Opened.Utc, 1, 1, 1, contacts);
        }

        if (excess is null || IsWithinChance(rule, pValue))
        {
            return null;
        }

        var observed = Math.Max(1, contacts.Count);
        return new(rule.Priority, rule.Ordinal, episode.Opened.Utc, excess.Low / observed, excess.Mid / observed, excess.High / observed, contacts);
    }

    private static bool IsWithinChance(BoundRule rule, double? pValue) => LooksAtChance(rule.Signal) && !(pValue < .001);

    /// <summary>A number that was agreed on is no matter of chance; what was learned is.</summary>
    private static bool LooksAtChance(BoundSignal? signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.Any(LooksAtChance),
        BoundSignalOr or => or.Operands.Any(LooksAtChance),
        BoundSignalNot not => LooksAtChance(not.Operand),
        BoundThreshold threshold => threshold.Amount is BoundBaseline { Spec.Method: not BaselineMethod.Fixed },
        _ when NaiveChain.IsFact(signal) => false,
        BoundSample => false,
        _ => true,
    };

    private NaiveCase Describe(BoundRule rule, NaiveGroup group, NaiveEpisode episode, List<NaiveContact> contacts) => new()
    {
        Id = CaseId.Compute("default", rule.Id, group.Values, episode.Ordinal),
        Rule = rule.Id,
        Group = [.. group.Values],
        Owners = _owners.Of(rule.Route, contacts.Count > 0 ? contacts : _world.Matching(rule.Population).Where(group.Holds)),
        Opened = new(episode.Opened.Utc, DateTimeKind.Utc),
        Closed = episode.Closed is { } closed ? new(closed.Utc, DateTimeKind.Utc) : null,
        Peak = default,
        Contacts = contacts.Count,
        Expected = null,
        Excess = null,
        PValue = null,
        Costs = null,
        Members = contacts,
        On = [.. episode.On.Select(instant => _world.Calendar.Local(instant).ToDateTimeUnspecified())],
        Evidence = [.. contacts.Select(contact => (contact.Id, Hash: StableHash.Of(Encoding.UTF8.GetBytes(contact.Id)))).OrderBy(id => id.Hash).ThenBy(id => id.Id, StringComparer.Ordinal).Take(rule.Route?.Evidence ?? 5).Select(id => id.Id)],
    };
}
