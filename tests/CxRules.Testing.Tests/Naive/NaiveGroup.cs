using CxRules.Language.Binding;

namespace CxRules.Testing.Tests.Naive;

/// <summary>One rule for one combination of its `per` fields, with all that happened to it so far.</summary>
/// <param name="first">When its first contact was known to belong, UTC ticks.</param>
internal sealed class NaiveGroup(BoundRule rule, List<KeyValuePair<string, string>> values, long first = 0)
{
    public BoundRule Rule { get; } = rule;

    /// <summary>Field → value, in the order of `per`.</summary>
    public List<KeyValuePair<string, string>> Values { get; } = values;

    public bool Active => Activity.Now;

    public NaiveActivity Activity { get; } = new();

    public List<NaiveEpisode> Episodes { get; } = [];

    /// <summary>Evaluations so far by instant.</summary>
    public Dictionary<long, NaiveVerdict> Verdicts { get; } = [];

    /// <summary>When its rule had its turn.</summary>
    public HashSet<long> Turns { get; } = [];

    /// <summary>Evaluations of `until` since the last opening.</summary>
    public Dictionary<long, bool?> Untils { get; } = [];

    /// <summary>Instants at which the rule was active beyond chance in a young case: they are no reference.</summary>
    public HashSet<long> LeftOut { get; } = [];

    /// <summary>Nobody knows of a group before its first contact.</summary>
    public bool Exists(Moment at) => at.Utc > first;

    public bool Holds(NaiveContact contact) => Values.TrueForAll(pair => contact.Code(pair.Key) == pair.Value);

    /// <summary>Every combination that ever occurs in the rule's population.</summary>
    public static List<NaiveGroup> Of(NaiveWorld world, BoundRule rule) => rule.Per.IsEmpty
        ? [new(rule, [])]
        : [.. world.Known(rule.Population)
            .Where(entry => rule.Per.All(field => entry.Contact.Code(field.Name) is not null))
            .Select(entry => (entry.Since, Values: rule.Per.Select(field => KeyValuePair.Create(field.Name, entry.Contact.Code(field.Name) ?? "")).ToList()))
            .DistinctBy(group => string.Join('\u001f', group.Values.Select(pair => pair.Value)))
            .Select(group => new NaiveGroup(rule, group.Values, group.Since))];
}

/// <param name="True">Null is unknown.</param>
/// <param name="P">The smallest p of the condition's comparisons; null where there is none or it is unknown.</param>
internal sealed record NaiveVerdict(Moment At, bool? True, double? P);

/// <summary>A case while it grows.</summary>
internal sealed class NaiveEpisode(int ordinal, Moment opened)
{
    public int Ordinal { get; } = ordinal;

    public Moment Opened { get; } = opened;

    public Moment? Closed { get; set; }

    /// <summary>The smallest count with which it would have been opened; null where that is no single number.</summary>
    public long? Smallest { get; init; }

    /// <summary>Its evaluations at which `if` was true.</summary>
    public Dictionary<long, NaiveVerdict> Trues { get; } = [];

    /// <summary>Its evaluations at which the signal was on.</summary>
    public HashSet<long> On { get; } = [];

    public Moment LastTrue => Trues.Values.MaxBy(verdict => verdict.At.Utc)?.At ?? Opened;
}
