using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Money;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Lives;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>
/// The cases that rules have opened so far: their figures, their shares of the money, and what became of them. Nothing that it says while the
/// rules run looks at contacts, or at what people do, later than the instant that is asked for.
/// </summary>
internal sealed class CaseBook
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly History _history;
    private readonly ContactGates _gates;
    private readonly Func<CaseDecision, IEnumerable<CaseTransition>> _stepsOf;
    private readonly Dictionary<CaseState, BookedCase> _cases = [];
    private readonly Dictionary<string, BookedCase> _byId = new(StringComparer.Ordinal);
    private readonly List<BookedCase> _stepped = [];
    private readonly Dictionary<(CaseState State, long DeclinedAt), CapReading> _caps = [];
    private readonly CaseLives _lives;
    private (long At, int Version, Dictionary<CaseState, CaseLife> Lives) _led = (0, -1, []);
    private (long At, int Version, ContactLedger? Ledger) _shared = (0, -1, null);
    private int _version;

    /// <param name="stepsOf">What people did with a case.</param>
    public CaseBook(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, History history, ContactGates gates, Func<CaseDecision, IEnumerable<CaseTransition>> stepsOf)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _history = history;
        _gates = gates;
        _stepsOf = stepsOf;
        Keys = new(plan, dictionaries, counter.Layout);
        _lives = new(plan, history, new Neighbourhood(plan, dictionaries, counter, Keys.GroupOf), decision => _byId[decision.Id].Steps, PassingOf);
    }

    public ProfileKeys Keys { get; }

    public CaseLives Lives => _lives;

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyCollection<BookedCase> Cases => _cases.Values;

    /// <summary>The cases that somebody has done something with by an instant.</summary>
    public IEnumerable<BookedCase> SteppedBy(long utcTicks) => _stepped.Where(booked => booked.Steps[0].At <= utcTicks);

    /// <summary>Takes in what a rule did at one of its evaluations.</summary>
    /// <returns>The cases that it opened.</returns>
    public ImmutableArray<BookedCase> Take(RuleSession session, long utcTicks)
    {
        _version++;
        ImmutableArray<BookedCase> opened = [.. session.TakeOpened().Select(entry => Open(session, entry.Group, entry.State))];
        foreach (var booked in _stepped.Where(booked => booked.Session == session))
        {
            ReadCap(booked, utcTicks);
        }

        return opened;
    }

    /// <summary>What became of a case by an instant; null: it was not there.</summary>
    /// <param name="utcTicks">What happens at this very instant counts.</param>
    public CaseLife? LifeOf(CaseState state, long utcTicks)
    {
        if (_led.At != utcTicks || _led.Version != _version)
        {
            _led = (utcTicks, _version, Lead(utcTicks));
        }

        return (_led.Lives.TryGetValue(state, out var life) ? life : _cases[state].Outline.Life).Until(utcTicks);
    }

    /// <summary>What a case has cost by an instant, shared with the cases of then; null where that is unknown.</summary>
    public CostRange? CostOf(CaseState state, long utcTicks) => CostSince(_cases[state], 0, utcTicks);

    /// <summary>How the cap of a decline stands.</summary>
    public CapReading CapOf(CaseState state, CaseTransition decline) => _caps.GetValueOrDefault((state, decline.At), new(null, true));

    /// <summary>Shares contacts out among the cases of now.</summary>
    /// <param name="takes">Whether a contact rule takes the contacts that a profile has in a slot.</param>
    public ContactLedger Ledger(Func<RulePlan, Profile, int, bool> takes) => new(
        _plan,
        _cases.Values.Select(booked => booked.Figures(_history)).Where(figures => figures.Claim is not null).Select(figures => new CaseClaim(figures.State, figures.Timeline, figures.Claim ?? Claim.Whole)),
        Keys.GroupOf,
        Keys.OwnersOf,
        Keys.PartOf)
    {
        SlotOf = _counter.Layout.SlotOf,
        Takes = takes,
    };

    public CaseFigures FiguresOf(BookedCase booked) => booked.Figures(_history);

    private BookedCase Open(RuleSession session, GroupState group, CaseState state)
    {
        var outline = Outline(state);
        var booked = new BookedCase(session, group, state, outline, [.. _stepsOf(outline).OrderBy(step => step.At)]);
        _cases.Add(state, booked);
        _byId.Add(outline.Id, booked);
        if (!booked.Steps.IsEmpty)
        {
            _stepped.Add(booked);
        }

        return booked;
    }

    private CaseDecision Outline(CaseState state)
    {
        ImmutableArray<KeyValuePair<string, string>> group = [.. state.Rule.Per.Zip(state.Group.Codes, (field, code) => KeyValuePair.Create(field.Name, _dictionaries[field][code]))];
        return new()
        {
            Id = CaseId.Compute(_plan.Tenant, state.Rule.Id, group, state.Ordinal),
            Rule = state.Rule,
            Group = group,
            Ordinal = state.Ordinal,
            Owners = [],
            Life = CaseCourse.Begin(state.Rule, state.Opened.UtcTicks),
            Opened = state.Opened.UtcTicks,
            Closed = null,
            Peak = default,
            Contacts = 0,
            Excess = null,
            PValue = null,
            Cost = null,
            CostUnknownBecause = null,
            Breakdown = null,
            Evidence = [],
            Chart = [],
        };
    }

    /// <summary>Cases that nobody did anything with have the lives that they began with; but others may go into them.</summary>
    private Dictionary<CaseState, CaseLife> Lead(long utcTicks)
    {
        if (_stepped.Count == 0)
        {
            return [];
        }

        var cases = _stepped.Exists(booked => booked.Steps.Any(step => step.To == CaseStanding.Merged)) ? _cases.Values : (IEnumerable<BookedCase>)_stepped;
        ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> entries = [.. cases.Select(booked => (booked.Outline, FiguresOf(booked)))];
        return _lives.At(entries, utcTicks).Zip(entries).ToDictionary(pair => pair.Second.Figures.State, pair => pair.First.Life);
    }

    /// <summary>A declined case costs more with each evaluation that adds to it: then it is looked at whether its cap is passed.</summary>
    private void ReadCap(BookedCase booked, long utcTicks)
    {
        if (booked.Steps.Any(step => step.Cap is not null)
            && LifeOf(booked.State, utcTicks) is { Decline: { Cap: { } cap } decline, DeclineEnd: null }
            && CapOf(booked.State, decline).Passed is null)
        {
            var cost = CostSince(booked, booked.Session.Timeline.FirstFrom(decline.At), utcTicks);
            _caps[(booked.State, decline.At)] = new(cost?.Mid > cap ? utcTicks : null, cost is not null);
            _version++;
        }
    }

    /// <param name="first">The first unit that counts.</param>
    private CostRange? CostSince(BookedCase booked, int first, long utcTicks)
    {
        if (_plan.Project.Currency is not { } currency || _plan.Project.Costs.IsEmpty || FiguresOf(booked) is not { Claim: not null } figures)
        {
            return null;
        }

        if (_shared.Ledger is null || _shared.At != utcTicks || _shared.Version != _version)
        {
            _shared = (utcTicks, _version, Ledger((rule, profile, slot) => _gates.IsOver(rule, profile, slot, utcTicks) && _gates.Takes(rule, profile, slot)));
        }

        return new CaseMeter(figures, _shared.Ledger).Between(first, int.MaxValue, currency);
    }

    private long? PassingOf(CaseState state, CaseTransition decline) => CapOf(state, decline).Passed;
}

/// <summary>How the cap of a decline stands.</summary>
/// <param name="Passed">UTC ticks: the evaluation by which the case had cost more; null: it has not.</param>
/// <param name="IsKnown">False where what it costs is unknown.</param>
internal readonly record struct CapReading(long? Passed, bool IsKnown);
