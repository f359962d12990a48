using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A rule about cases and signals begins to hold for a case.</summary>
internal sealed record NaiveFiring(BoundRule Rule, NaiveGroup Group, NaiveEpisode Episode, long At);

/// <summary>What a rule about cases and signals knows of a case.</summary>
internal sealed class NaiveWatch(NaiveGroup group, NaiveEpisode episode)
{
    public NaiveGroup Group => group;

    public NaiveEpisode Episode => episode;

    /// <summary>By instant.</summary>
    public Dictionary<long, bool?> Truths { get; } = [];

    public NaiveActivity Activity { get; } = new();
}

/// <summary>When something was active.</summary>
internal sealed class NaiveActivity
{
    private readonly List<(long At, bool Active)> _changes = [];

    public bool Now => _changes.Count > 0 && _changes[^1].Active;

    public void Change(long at, bool active) => _changes.Add((at, active));

    public bool ChangedAt(long at) => _changes.Exists(change => change.At == at);

    public bool At(long at) => _changes.LastOrDefault(change => change.At <= at).Active;
}

/// <summary>What rules ask about one another.</summary>
internal sealed class NaiveChain(IReadOnlyList<BoundRule> rules, Func<BoundRule, List<NaiveGroup>> groupsOf)
{
    private readonly Dictionary<(BoundSignal Fact, long At), List<(NaiveGroup Group, bool? Truth)>> _noted = [];

    /// <summary>What is known of cases.</summary>
    public NaiveBook? Book { get; set; }

    public Dictionary<string, List<NaiveWatch>> Watched { get; } = rules.Where(rule => KindOf(rule) == RuleKind.Cases).ToDictionary(rule => rule.Id, _ => new List<NaiveWatch>());

    public List<NaiveFiring> Firings { get; } = [];

    /// <summary>Random bound rules do not say what they are about.</summary>
    public static RuleKind KindOf(BoundRule rule) => rule.Signal is null ? RuleKind.Contacts : Leaves(rule.Signal).All(IsFact) ? rule.Kind : RuleKind.Measures;

    public static bool IsFact(BoundSignal? signal) => signal is BoundSignalActive || IsAboutCases(signal);

    public static bool IsAboutCases(BoundSignal? signal) => signal is BoundCaseState or BoundPastCap or BoundCaseCost;

    /// <summary>What a rule asks about cases.</summary>
    public static List<BoundSignal> CaseFacts(BoundRule rule) => [.. Leaves(rule.Signal).Concat(Leaves(rule.Until)).Where(IsAboutCases)];

    /// <summary>The rules that one waits for.</summary>
    public IEnumerable<BoundRule> Before(BoundRule rule) => rules.Where(other => other.Suppresses.Contains(rule.Id)
        || Leaves(rule.Signal).Concat(Leaves(rule.Until)).Any(fact => fact is BoundSignalActive active ? Emits(other, active.Signal) : IsAboutCases(fact) && Opens(other, fact)));

    /// <summary>True where a rule opens cases that a fact is about.</summary>
    public static bool Opens(BoundRule rule, BoundSignal fact) => KindOf(rule) == RuleKind.Measures && NamedIn(fact) is var name && (name is null || rule.Id == name || rule.Id.StartsWith($"{name}/", StringComparison.Ordinal));

    private static string? NamedIn(BoundSignal fact) => fact switch
    {
        BoundCaseState state => state.Rule,
        BoundPastCap cap => cap.Rule,
        BoundCaseCost cost => cost.Rule,
        _ => throw new NotSupportedException(fact.GetType().Name),
    };

    /// <param name="codeOf">By field; null where the asker has none.</param>
    /// <param name="about">The case that is looked at; null where it is none.</param>
    public bool? Holds(BoundSignal fact, Func<string, string?> codeOf, long at, (NaiveGroup Group, NaiveEpisode Episode)? about = null) => fact switch
    {
        BoundSignalAnd and => Logic.And(and.Operands.Select(operand => Holds(operand, codeOf, at, about))),
        BoundSignalOr or => Logic.Or(or.Operands.Select(operand => Holds(operand, codeOf, at, about))),
        BoundSignalNot not => !Holds(not.Operand, codeOf, at, about),
        BoundSignalActive active => rules.Any(rule => Emits(rule, active.Signal) && IsActive(rule, codeOf, at)),
        _ when about is var (group, episode) && Opens(group.Rule, fact) => OfCase(fact, group, episode, at),
        _ => Logic.Or(CasesOf(fact).Where(found => Agrees(found.Group, codeOf)).Select(found => OfCase(fact, found.Group, found.Episode, at)).ToList()),
    };

    /// <summary>Keeps what was known when a day (an hour) began, for the contacts that came in it.</summary>
    public void Note(BoundRule rule, long at)
    {
        foreach (var fact in CaseFacts(rule))
        {
            _noted[(fact, at)] = [.. CasesOf(fact).Select(found => (found.Group, OfCase(fact, found.Group, found.Episode, at)))];
        }
    }

    /// <summary>Whether a rule takes a contact.</summary>
    /// <param name="began">When its day (its hour) began.</param>
    public bool? Takes(BoundSignal signal, Func<string, string?> codeOf, long at, long began) => signal switch
    {
        BoundSignalAnd and => Logic.And(and.Operands.Select(operand => Takes(operand, codeOf, at, began))),
        BoundSignalOr or => Logic.Or(or.Operands.Select(operand => Takes(operand, codeOf, at, began))),
        BoundSignalNot not => !Takes(not.Operand, codeOf, at, began),
        _ when IsAboutCases(signal) => Logic.Or(_noted[(signal, began)].Where(noted => Agrees(noted.Group, codeOf)).Select(noted => noted.Truth)),
        _ => Holds(signal, codeOf, at),
    };

    private IEnumerable<(NaiveGroup Group, NaiveEpisode Episode)> CasesOf(BoundSignal fact) =>
        rules.Where(rule => Opens(rule, fact)).SelectMany(groupsOf).SelectMany(group => group.Episodes.Select(episode => (group, episode)));

    private bool? OfCase(BoundSignal fact, NaiveGroup group, NaiveEpisode episode, long at) =>
        Book is { } book ? book.Holds(fact, group, episode, at) : throw new InvalidOperationException("Nobody knows of cases.");

    /// <summary>A group that agrees in every field that both have.</summary>
    public bool IsActive(BoundRule rule, Func<string, string?> codeOf, long at) => KindOf(rule) == RuleKind.Cases
        ? Watched[rule.Id].Any(watch => watch.Activity.At(at) && Agrees(watch.Group, codeOf))
        : groupsOf(rule).Any(group => group.Activity.At(at) && Agrees(group, codeOf));

    /// <summary>The cases that a rule looks at: those it names, or the last ones of the signals it names.</summary>
    public IEnumerable<(NaiveGroup Group, NaiveEpisode Episode)> CasesFor(BoundRule rule) => CaseFacts(rule) is { Count: > 0 } facts
        ? facts.SelectMany(CasesOf).Distinct()
        : Leaves(rule.Signal).OfType<BoundSignalActive>()
            .SelectMany(active => rules.Where(other => Emits(other, active.Signal)))
            .SelectMany(other => KindOf(other) == RuleKind.Cases ? CasesFor(other) : groupsOf(other).Where(group => group.Episodes.Count > 0).Select(group => (group, group.Episodes[^1])))
            .Distinct();

    /// <summary>Something that a rule asks for has changed at this very instant: a signal, or a case that was opened, or that people do something with.</summary>
    public bool HasChanged(BoundRule rule, long at) =>
        Leaves(rule.Signal).OfType<BoundSignalActive>().SelectMany(active => rules.Where(other => Emits(other, active.Signal)))
            .Any(other => KindOf(other) == RuleKind.Cases ? Watched[other.Id].Any(watch => watch.Activity.ChangedAt(at)) : groupsOf(other).Any(group => group.Activity.ChangedAt(at)))
        || CaseFacts(rule).SelectMany(CasesOf).Any(found => found.Episode.Opened.Utc == at || (Book is { } book && book.IsActedOn(found.Group, found.Episode, at)));

    public static Func<string, string?> CodesOf(NaiveGroup group) => field => group.Values.Where(pair => pair.Key == field).Select(pair => pair.Value).FirstOrDefault();

    private static bool Agrees(NaiveGroup group, Func<string, string?> codeOf) => group.Values.TrueForAll(pair => codeOf(pair.Key) is not { } code || code == pair.Value);

    private static bool Emits(BoundRule rule, string signal) => rule.Actions.OfType<BoundEmitSignal>().Any(emit => emit.Signal == signal);

    private static IEnumerable<BoundSignal> Leaves(BoundSignal? signal) => signal switch
    {
        null => [],
        BoundSignalAnd and => and.Operands.SelectMany(Leaves),
        BoundSignalOr or => or.Operands.SelectMany(Leaves),
        BoundSignalNot not => Leaves(not.Operand),
        _ => [signal],
    };
}
