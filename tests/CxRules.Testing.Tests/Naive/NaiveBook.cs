using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What was known of cases at an instant: reckoned anew for each, from what the rules had found by then.</summary>
/// <param name="steps">What people do, by case.</param>
/// <param name="subjectsNow">The cases found so far.</param>
/// <param name="livesOf">What became of some, with caps passed as told.</param>
/// <param name="ledgerAt">Shares money out among the cases found so far, and the contacts that rules had routed by an instant.</param>
internal sealed class NaiveBook(
    ILookup<string, CaseTransition> steps,
    Func<List<NaiveSubject>> subjectsNow,
    Func<List<NaiveSubject>, Func<string, long, long?>, Dictionary<string, NaiveLife>> livesOf,
    Func<List<NaiveSubject>, long, NaiveLedger> ledgerAt)
{
    private readonly Dictionary<(string Case, long Declined), long> _passings = [];
    private readonly HashSet<(string Case, long Declined)> _unreadable = [];
    private (List<NaiveSubject>? Of, int Passings, Dictionary<string, NaiveLife> Lives) _lives = (null, 0, []);
    private (List<NaiveSubject>? Of, long At, NaiveLedger? Ledger) _ledger;

    /// <summary>When people do something.</summary>
    public IEnumerable<long> Acts => steps.SelectMany(steps => steps).Select(step => step.At).Distinct().Order();

    public long? PassingOf(string id, long declined) => _passings.TryGetValue((id, declined), out var at) ? at : null;

    /// <summary>People do something with a case; or its rule, at one of its turns, may have changed one that they did something with.</summary>
    public bool IsActedOn(NaiveGroup group, NaiveEpisode episode, long at)
    {
        var own = steps[IdOf(group, episode)].ToList();
        return episode.Opened.Utc < at && (own.Exists(step => step.At == at) || (own.Exists(step => step.At < at) && group.Turns.Contains(at)));
    }

    public bool? Holds(BoundSignal fact, NaiveGroup group, NaiveEpisode episode, long at) => fact switch
    {
        BoundCaseState state => LifeOf(group, episode, at) is { } life && IsIn(life, episode, NaiveLives.NameOf(state.Standing), state.HeldTicks ?? 0, at),
        BoundPastCap cap => IsPast(cap.HeldTicks ?? 0, group, episode, at),
        BoundCaseCost cost => CostSince(group, episode, 0, at) is { } known ? Logic.Holds(known.CompareTo(cost.Amount), cost.Comparison) : null,
        _ => throw new NotSupportedException(fact.GetType().Name),
    };

    /// <summary>After each turn of a rule: which declined cases have cost more than they may?</summary>
    public void ReadCaps(BoundRule rule, long at)
    {
        if (!steps.SelectMany(steps => steps).Any(step => step.Cap is not null))
        {
            return;
        }

        foreach (var subject in subjectsNow().Where(subject => subject.Rule == rule))
        {
            if (LifeOf(subject.Group, subject.Episode, at) is { Decline: { Cap: { } cap } decline, IsDeclineOver: false } && PassingOf(subject.Case.Id, decline.At) is null)
            {
                var cost = CostSince(subject.Group, subject.Episode, decline.At, at);
                _unreadable.Remove((subject.Case.Id, decline.At));
                if (cost is null)
                {
                    _unreadable.Add((subject.Case.Id, decline.At));
                }
                else if (cost > cap)
                {
                    _passings[(subject.Case.Id, decline.At)] = at;
                }
            }
        }
    }

    private static string IdOf(NaiveGroup group, NaiveEpisode episode) => CaseId.Compute("default", group.Rule.Id, [.. group.Values], episode.Ordinal);

    private static bool IsIn(NaiveLife life, NaiveEpisode episode, string state, long held, long at) =>
        (life.State == state && at - (life.Steps.Count == 0 ? episode.Opened.Utc : life.Steps[^1].At) >= held) || (held == 0 && life.Steps.Exists(step => step.At == at && step.State == state));

    private bool? IsPast(long held, NaiveGroup group, NaiveEpisode episode, long at)
    {
        if (LifeOf(group, episode, at) is not { Decline: { Cap: not null } decline, IsDeclineOver: false })
        {
            return false;
        }

        var id = IdOf(group, episode);
        return PassingOf(id, decline.At) is { } passed ? at - passed >= held : _unreadable.Contains((id, decline.At)) ? null : false;
    }

    private NaiveLife? LifeOf(NaiveGroup group, NaiveEpisode episode, long at)
    {
        var subjects = subjectsNow();
        if (_lives.Of != subjects || _lives.Passings != _passings.Count)
        {
            _lives = (subjects, _passings.Count, livesOf(subjects, PassingOf));
        }

        return episode.Opened.Utc > at ? null : _lives.Lives[IdOf(group, episode)].By(at);
    }

    /// <summary>The mid cost of the days (hours) from an instant on; null where it is unknown.</summary>
    private decimal? CostSince(NaiveGroup group, NaiveEpisode episode, long since, long at)
    {
        var subjects = subjectsNow();
        var subject = subjects.Single(found => found.Episode == episode && found.Group == group);
        if (subject.Claim is null)
        {
            return null;
        }

        if (_ledger.Ledger is null || _ledger.Of != subjects || _ledger.At != at)
        {
            _ledger = (subjects, at, ledgerAt(subjects, at));
        }

        return _ledger.Ledger.CostOf(subject.Claim, subject.Units.Where(unit => unit.Span.Start >= since).SelectMany(unit => subject.Series.Within(unit.Span)))?.Sum.Mid;
    }
}
