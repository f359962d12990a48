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

    public bool At(long at) => _changes.LastOrDefault(change => change.At <= at).Active;
}

/// <summary>What rules ask about one another.</summary>
internal sealed class NaiveChain(IReadOnlyList<BoundRule> rules, Func<BoundRule, List<NaiveGroup>> groupsOf)
{
    public Dictionary<string, List<NaiveWatch>> Watched { get; } = rules.Where(rule => KindOf(rule) == RuleKind.Cases).ToDictionary(rule => rule.Id, _ => new List<NaiveWatch>());

    public List<NaiveFiring> Firings { get; } = [];

    /// <summary>Random bound rules do not say what they are about.</summary>
    public static RuleKind KindOf(BoundRule rule) => rule.Signal is null ? RuleKind.Contacts : Leaves(rule.Signal).All(IsFact) ? rule.Kind : RuleKind.Measures;

    public static bool IsFact(BoundSignal? signal) => signal is BoundSignalActive;

    /// <summary>The rules that one waits for.</summary>
    public IEnumerable<BoundRule> Before(BoundRule rule) => rules.Where(other =>
        other.Suppresses.Contains(rule.Id) || Leaves(rule.Signal).Concat(Leaves(rule.Until)).OfType<BoundSignalActive>().Any(active => Emits(other, active.Signal)));

    /// <param name="codeOf">By field; null where the asker has none.</param>
    public bool? Holds(BoundSignal fact, Func<string, string?> codeOf, long at) => fact switch
    {
        BoundSignalAnd and => Logic.And(and.Operands.Select(operand => Holds(operand, codeOf, at))),
        BoundSignalOr or => Logic.Or(or.Operands.Select(operand => Holds(operand, codeOf, at))),
        BoundSignalNot not => !Holds(not.Operand, codeOf, at),
        BoundSignalActive active => rules.Any(rule => Emits(rule, active.Signal) && IsActive(rule, codeOf, at)),
        _ => throw new NotSupportedException(fact.GetType().Name),
    };

    /// <summary>A group that agrees in every field that both have.</summary>
    public bool IsActive(BoundRule rule, Func<string, string?> codeOf, long at) => KindOf(rule) == RuleKind.Cases
        ? Watched[rule.Id].Any(watch => watch.Activity.At(at) && Agrees(watch.Group, codeOf))
        : groupsOf(rule).Any(group => group.Activity.At(at) && Agrees(group, codeOf));

    /// <summary>The cases that a rule about signals looks at.</summary>
    public IEnumerable<(NaiveGroup Group, NaiveEpisode Episode)> CasesFor(BoundRule rule) => Leaves(rule.Signal).OfType<BoundSignalActive>()
        .SelectMany(active => rules.Where(other => Emits(other, active.Signal)))
        .SelectMany(other => KindOf(other) == RuleKind.Cases ? CasesFor(other) : groupsOf(other).Where(group => group.Episodes.Count > 0).Select(group => (group, group.Episodes[^1])))
        .Distinct();

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
