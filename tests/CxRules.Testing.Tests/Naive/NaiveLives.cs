using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A case, and what its life is judged by.</summary>
internal sealed record NaiveSubject(BoundRule Rule, NaiveGroup Group, NaiveEpisode Episode, NaiveCase Case, NaiveClaim? Claim, NaiveSeries Series, NaiveExcess Excess, List<NaiveUnit> Units, List<NaiveUnit> Earlier)
{
    public bool IsHourly { get; init; }
}

/// <summary>What became of a case.</summary>
internal sealed record NaiveLife
{
    /// <summary>State, UTC ticks, and whether the engine took the step.</summary>
    public List<(string State, long At, bool ByEngine)> Steps { get; init; } = [];

    public List<CaseTransition> Refused { get; } = [];

    public List<NaiveSaving> Savings { get; set; } = [];

    public (NaiveMoney? Cost, long? Until)? Meter { get; set; }

    /// <summary>Those whom a later routing named, and when; null: nobody.</summary>
    public ImmutableArray<string>? Owners { get; set; }

    public long OwnersSince { get; set; }

    /// <summary>Each that was taken.</summary>
    public List<CaseTransition> Declines { get; init; } = [];

    public CaseTransition? Decline => Declines.LastOrDefault();

    /// <summary>Somebody took back the last decline, or the case is none any more.</summary>
    public bool IsDeclineOver => Steps.SkipWhile(step => step.State != "declined" || step.At != Decline?.At).Any(step => step.State is "accepted" or "merged" or "false-alarm");

    public string State => Steps.Count == 0 ? "detected" : Steps[^1].State;

    /// <summary>The life as it was at an instant.</summary>
    public NaiveLife By(long at) => new() { Steps = Steps.FindAll(step => step.At <= at), Declines = Declines.FindAll(step => step.At <= at) };
}

internal sealed record NaiveSaving(long? Until, decimal FixCost, decimal? Fewer, decimal? Half, decimal? Average, decimal? Cashable);

/// <summary>The lives of cases, written down from docs/cases.md: who may do what, and what the contacts say about a fix.</summary>
internal sealed class NaiveLives(NaiveWorld world, NaiveLedger? ledger, List<NaiveSubject> subjects, ILookup<string, CaseTransition> written, Func<string, long, long?> passingOf)
{
    private static readonly Dictionary<string, string> s_people = new()
    {
        ["detected"] = "open",
        ["routed"] = "acknowledged accepted declined disputed",
        ["acknowledged"] = "accepted declined disputed",
        ["disputed"] = "routed",
        ["declined"] = "accepted",
        ["accepted"] = "in-progress",
        ["in-progress"] = "fix-claimed",
        ["verified"] = "loop-closed",
        ["loop-closed"] = "closed",
    };

    private readonly NaiveCancellations _cancellations = new(world.Contacts);
    private readonly Dictionary<NaiveSubject, HashSet<CaseTransition>> _banned = subjects.ToDictionary(subject => subject, _ => new HashSet<CaseTransition>(ReferenceEqualityComparer.Instance));

    private readonly Dictionary<bool, NaiveUnits> _units = subjects.Select(subject => subject.IsHourly).Distinct().ToDictionary(hourly => hourly, hourly => new NaiveUnits(world, hourly));

    private long End => world.DaySpan(world.LastDay).End;

    /// <summary>By case.</summary>
    public Dictionary<string, NaiveLife> All()
    {
        var lives = Settled();
        foreach (var subject in subjects)
        {
            lives[subject.Case.Id].Savings = Owner(lives, subject.Case.Id) is var last && lives[last].State == "false-alarm" ? [] : [.. Savings(subject, lives[subject.Case.Id])];
        }

        return lives;
    }

    /// <summary>By case, without what it saved.</summary>
    public Dictionary<string, NaiveLife> Settled()
    {
        while (true)
        {
            var lives = subjects.ToDictionary(subject => subject.Case.Id, Live);
            var wrong = subjects.Where(subject => lives[subject.Case.Id].State == "merged")
                .OrderBy(subject => lives[subject.Case.Id].Steps[^1].At).ThenBy(subject => subject.Case.Opened).ThenBy(subject => subject.Rule.Ordinal)
                .FirstOrDefault(subject => !MayGoInto(lives, subject.Case.Id, StepOf(subject, lives)));
            if (wrong is null)
            {
                return lives;
            }

            _banned[wrong].Add(StepOf(wrong, lives));
        }
    }

    /// <summary>The case that a case is by now.</summary>
    public string Owner(Dictionary<string, NaiveLife> lives, string id)
    {
        while (lives[id].State == "merged")
        {
            id = written[id].First(step => step.To == CaseStanding.Merged && step.At == lives[id].Steps[^1].At && !lives[id].Refused.Contains(step)).Into ?? "";
        }

        return id;
    }

    private CaseTransition StepOf(NaiveSubject subject, Dictionary<string, NaiveLife> lives) =>
        written[subject.Case.Id].First(step => step.To == CaseStanding.Merged && step.At == lives[subject.Case.Id].Steps[^1].At && !lives[subject.Case.Id].Refused.Contains(step));

    private bool MayGoInto(Dictionary<string, NaiveLife> lives, string id, CaseTransition step) =>
        step.Into is { } into && into != id && subjects.Find(subject => subject.Case.Id == into) is { } other && other.Episode.Opened.Utc <= step.At
        && !lives[into].Steps.Exists(taken => taken.At <= step.At && taken.State is "merged" or "false-alarm" && taken.At <= step.At);

    private NaiveLife Live(NaiveSubject subject)
    {
        var life = new NaiveLife();
        if (subject.Rule.Route is not null)
        {
            life.Steps.Add(("open", subject.Episode.Opened.Utc, true));
            life.Steps.Add(("routed", subject.Episode.Opened.Utc, true));
        }

        CaseTransition? decline = null;
        foreach (var step in written[subject.Case.Id].OrderBy(step => step.At))
        {
            var to = NameOf(step.To);
            LetTheEngineWork(subject, life, decline, Math.Min(step.At, End));
            var since = life.Steps.Count == 0 ? subject.Episode.Opened.Utc : life.Steps[^1].At;
            var ended = life.State is "closed" or "merged" or "false-alarm";
            var may = to is "merged" or "false-alarm" ? !ended : s_people.GetValueOrDefault(life.State, "").Split(' ').Contains(to);
            if (!may || step.At > End || step.At < since || _banned[subject].Contains(step))
            {
                life.Refused.Add(step);
                continue;
            }

            life.Steps.Add((to, step.At, false));
            decline = to == "declined" ? step : decline;
            life.Declines.AddRange(to == "declined" ? [step] : []);
            (life.Owners, life.OwnersSince) = step.Owners.IsEmpty ? (life.Owners, life.OwnersSince) : (step.Owners, step.At);
        }

        LetTheEngineWork(subject, life, decline, End);
        life.Meter = decline is null ? null : Meter(subject, life, decline.At);
        return life;
    }

    private void LetTheEngineWork(NaiveSubject subject, NaiveLife life, CaseTransition? decline, long until)
    {
        while (Next(subject, life, decline) is var (state, at) && at <= until)
        {
            life.Steps.Add((state, at, true));
        }
    }

    private (string State, long At)? Next(NaiveSubject subject, NaiveLife life, CaseTransition? decline)
    {
        if (life.Steps.Count == 0)
        {
            return null;
        }

        var since = life.Steps[^1].At;
        switch (life.State)
        {
            case "declined":
                var review = decline?.ReviewBy is { } day ? Math.Max(since, world.Calendar.StartOfDay(NodaTime.LocalDate.FromDateOnly(day))) : long.MaxValue;
                var back = Math.Min(review, decline?.Cap is not null ? passingOf(subject.Case.Id, decline.At) ?? long.MaxValue : long.MaxValue);
                return back == long.MaxValue ? null : ("routed", back);
            case "fix-claimed":
                return ("verifying", since);
            case "verifying":
                return Verdict(subject, since) is var (worked, decided) ? (worked ? "verified" : "failed", decided) : null;
            case "failed":
                return ("in-progress", since);
            case "reopened":
                return ("routed", since);
            case "verified" or "loop-closed" or "closed":
                var again = subject.Episode.On.Where(instant => UnitsOf(subject).StartOfTheOneBefore(instant) >= since).Order().ToList();
                return again.Count == 0 ? null : ("reopened", again[0]);
            default:
                return null;
        }
    }

    private NaiveUnits UnitsOf(NaiveSubject subject) => _units[subject.IsHourly];

    private NaiveMoney? CostOf(NaiveSubject subject, IEnumerable<NaiveUnit> units) => subject.Claim is null || ledger is null || subject.Case.Cost is null
        ? null
        : ledger.CostOf(subject.Claim, units.SelectMany(unit => subject.Series.Within(unit.Span)))?.Sum;

    private (NaiveMoney? Cost, long? Until) Meter(NaiveSubject subject, NaiveLife life, long declined)
    {
        var after = life.Steps.SkipWhile(step => step.State != "declined" || step.At != declined).Where(step => step.State is "accepted" or "merged" or "false-alarm").ToList();
        var until = after.Count == 0 ? (long?)null : after[0].At;
        return (CostOf(subject, subject.Units.Where(unit => unit.Span.Start >= declined && (until is null || unit.Span.Start < until))), until);
    }

    /// <summary>Four windows (fewer of long ones, more of short ones and for a long `until`) without too many contacts, without the signal, and nothing else rose.</summary>
    private (bool Worked, long At)? Verdict(NaiveSubject subject, long claimed)
    {
        var (rule, units) = (subject.Rule, UnitsOf(subject));
        if (units.From(claimed).Select(unit => (NaiveUnit?)unit).FirstOrDefault() is not { } first)
        {
            return null;
        }

        decimal hours = rule.Window.NominalHours;
        var hold = rule.UntilFor is { } until ? new Window(until.Span, until.Unit) : (Window?)null;
        var needed = Math.Max(Math.Clamp(Math.Floor(28 * 24 / hours), 1, 4), Math.Max(Math.Ceiling(24 / hours), hold is { } wait ? Math.Ceiling((hours + wait.NominalHours) / hours) : 0));
        var decided = units.After(first.Span.Start, rule.Window);
        decided = hold is { } held ? units.After(decided, held) : decided;
        var proof = new List<NaiveUnit>();
        var windows = 0;
        for (var window = new Span(first.Span.Start, units.After(first.Span.Start, rule.Window)); window.End <= units.End; window = new(window.End, units.After(window.End, rule.Window)))
        {
            if (!world.IsReferenceOfCycles(window))
            {
                continue;
            }

            var p = rule.Basis == CaseBasis.Excess ? P(subject.Excess, subject.Series, units.Within(window), subject.Units[0].Local, subject.Earlier, agreed: true) : null;
            var isAbove = p?.Value < .001;
            if (FirstOn(subject, Math.Max(decided, window.Start + 1), isAbove ? window.End - 1 : window.End) is { } on)
            {
                return (false, on);
            }

            if (rule.Basis == CaseBasis.Excess && p is null)
            {
                return null;
            }

            if (isAbove)
            {
                return (false, window.End);
            }

            proof.AddRange(units.Within(window));
            if (++windows == needed)
            {
                return (!SomethingRose(subject, proof, first, window.End), window.End);
            }
        }

        return null;
    }

    /// <summary>The first instant in [from, to] at which the signal was on.</summary>
    private static long? FirstOn(NaiveSubject subject, long from, long to) => subject.Group.Episodes
        .Where(episode => episode.Ordinal >= subject.Episode.Ordinal)
        .SelectMany(episode => episode.On)
        .Where(instant => instant >= from && instant <= to)
        .Select(instant => (long?)instant)
        .Min();

    private bool SomethingRose(NaiveSubject subject, List<NaiveUnit> proof, NaiveUnit first, long end)
    {
        var reasons = new NaiveReasons(world);
        var own = subject.Units.Where(unit => unit.Span.Start < end).SelectMany(unit => subject.Series.Within(unit.Span)).Select(reasons.Of).ToHashSet();
        var others = world.Contacts.Where(contact => subject.Group.Holds(contact) && world.Journeys.Since(subject.Rule.Population, contact) is null).ToList();
        var sets = new List<List<NaiveContact>>();
        sets.AddRange(others.Where(contact => reasons.Of(contact) is { Length: > 0 } reason && !own.Contains(reason) && own.Any(mine => reasons.AreSiblings(mine, reason))).GroupBy(reasons.Of).Select(set => set.ToList()));
        sets.Add(others.FindAll(contact => !own.Contains(reasons.Of(contact)) && reasons.SaysNothing(reasons.Of(contact))));
        sets.AddRange(others.Where(contact => own.Contains(reasons.Of(contact)) && contact.Code("channel") is not null).GroupBy(contact => Model.Contacts.Code.ToBareWord(contact.Code("channel") ?? "")).Select(set => set.ToList()));
        var isStanding = subject.Rule.Basis == CaseBasis.All;
        var anchor = isStanding ? first.Local : subject.Units[0].Local;
        var earlier = isStanding ? [] : subject.Earlier;
        var chances = new List<double>();
        foreach (var set in sets.Where(set => set.Count > 0))
        {
            var series = new NaiveSeries(set.ConvertAll(contact => (contact, contact.OccurredAt)));
            var excess = new NaiveExcess(world, subject.Rule, series, subject.IsHourly);
            if (proof.Sum(unit => series.Count(unit.Span)) + excess.ReferencesBefore(anchor, earlier).Sum(reference => reference.Count) > 0 && P(excess, series, proof, anchor, earlier, agreed: false) is { } p)
            {
                chances.Add(p.Value);
            }
        }

        return chances.Exists(p => p < .001 / chances.Count);
    }

    private static (double Value, decimal Expected)? P(NaiveExcess excess, NaiveSeries series, List<NaiveUnit> units, NodaTime.LocalDateTime first, List<NaiveUnit> earlier, bool agreed)
    {
        if (excess.Usual(units, first, earlier, agreed) is not { } usual)
        {
            return null;
        }

        var observed = units.Sum(unit => series.Count(unit.Span));
        var variance = Math.Max(usual.Error * usual.Error, usual.Mean * (1 + 1e-9));
        return (NaiveStatistics.NegativeBinomialAtLeast(observed, usual.Mean, variance), usual.Expected);
    }

    private IEnumerable<NaiveSaving> Savings(NaiveSubject subject, NaiveLife life)
    {
        var spent = 0m;
        var claimed = 0L;
        foreach (var (index, step) in life.Steps.Index())
        {
            if (step.State == "fix-claimed")
            {
                claimed = step.At;
                spent += written[subject.Case.Id].First(one => one.To == CaseStanding.FixClaimed && one.At == step.At && !life.Refused.Contains(one)).FixCost ?? 0;
            }
            else if (step.State == "verified")
            {
                var ends = life.Steps.Skip(index + 1).Where(later => later.State is "reopened" or "merged" or "false-alarm").Select(later => later.At).Take(1)
                    .Concat(subject.Group.Episodes.Where(episode => episode.Ordinal == subject.Episode.Ordinal + 1 && episode.Opened.Utc > step.At).Select(episode => episode.Opened.Utc)).ToList();
                yield return Saving(subject, claimed, ends.Count == 0 ? null : ends.Min(), spent);
                spent = 0;
            }
        }
    }

    private NaiveSaving Saving(NaiveSubject subject, long claimed, long? until, decimal spent)
    {
        var after = UnitsOf(subject).From(claimed).ToList();
        var most = after.Take(subject.Units.Count(unit => unit.Span.Start < claimed)).ToList();
        var end = until is { } ended ? after.Select(unit => unit.Span.Start).FirstOrDefault(start => start >= ended, End) : End;
        until = most.Count > 0 && most.Count < after.Count && most[^1].Span.End < end ? most[^1].Span.End : until;
        var saving = new NaiveSaving(until, spent, null, null, null, null);
        var units = most.FindAll(unit => !(unit.Span.Start >= until) && !world.GapSpans.Exists(unit.Span.Overlaps));
        if (units.Count == 0)
        {
            return saving;
        }

        var anchor = after[0].Local;
        if (subject.Excess.Usual(units, anchor, [], agreed: false) is not { } usual)
        {
            return saving;
        }

        var fewer = usual.Expected - units.Sum(unit => subject.Series.Count(unit.Span));
        saving = saving with { Fewer = fewer, Half = (decimal)(NaiveStatistics.StudentQuantile95(usual.Degrees) * usual.Error) };
        var before = subject.Excess.ReferencesBefore(anchor, []).SelectMany(reference => subject.Series.Within(reference.Unit.Span)).ToList();
        if (subject.Case.Costs is not { } costs || before.Count == 0 || before.Exists(contact => world.Prices.OfContact(contact) is null))
        {
            return saving;
        }

        var whole = subject.Case.Members.Sum(contact => world.Prices.OfContact(contact) ?? 0) * (subject.Claim?.Mid ?? 0);
        var part = whole == 0 ? 1 : Math.Min(1, costs.Contacts.Cost.Mid / whole);
        return saving with
        {
            Average = fewer * part * before.Sum(contact => world.Prices.OfContact(contact) ?? 0) / before.Count,
            Cashable = fewer * part * before.Sum(contact => (world.Prices.OfEscalation(contact) ?? 0) + (_cancellations.IsCarrier(contact) ? world.Prices.OfCancellation(contact) ?? 0 : 0)) / before.Count,
        };
    }

    /// <summary>`in-progress`.</summary>
    public static string NameOf(CaseStanding standing) => Model.Contacts.Code.ToBareWord(CaseStandings.NameOf(standing));
}

/// <summary>Reasons of contacts, and which of them are alike.</summary>
internal sealed class NaiveReasons(NaiveWorld world)
{
    private readonly NaiveDispositions _declared = new(world.Project);

    /// <summary>As a bare word; empty where there is none.</summary>
    public string Of(NaiveContact contact) => Model.Contacts.Code.ToBareWord(_declared.Of(contact)?.Code ?? contact.Code("disposition") ?? "");

    public bool SaysNothing(string reason) =>
        reason.Length == 0 || (Find(reason) is { Below: null, Touchpoint: null } found && found.Demand == Model.Projects.Demand.Unclassified);

    public bool AreSiblings(string left, string right) => Find(left) is { } one && Find(right) is { } other
        && ((one.Below is not null && Word(one.Below) == Word(other.Below)) || (one.Touchpoint is not null && Word(one.Touchpoint) == Word(other.Touchpoint)));

    private static string? Word(string? code) => code is null ? null : Model.Contacts.Code.ToBareWord(code);

    private Model.Projects.Disposition? Find(string reason) => world.Project.Dispositions.FirstOrDefault(known => Word(known.Code) == reason);
}
