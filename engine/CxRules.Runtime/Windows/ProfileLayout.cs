using System.Collections.Immutable;
using System.Numerics;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Windows;

/// <summary>Which parts of a contact make its profile: derived from the plan once.</summary>
internal sealed class ProfileLayout
{
    private readonly ulong[][] _fieldUsers;

    /// <summary>Populations that only journeys look for.</summary>
    private readonly ulong[] _targets;

    /// <summary>By population: where a profile's codes say since when it holds its contacts; -1: since they occurred.</summary>
    private readonly int[] _decisions;

    /// <summary>Under `match: first`, populations that only say where a contact is routed; none under `match: all`.</summary>
    private readonly ulong[] _rivals;

    /// <summary>By population: the place of its first rule in the order of priority.</summary>
    private readonly int[] _ranks;

    /// <summary>The rivals are numbered in that order, as they are where no rule names a priority.</summary>
    private readonly bool _areInOrder;

    public ProfileLayout(EnginePlan plan)
    {
        Words = BitRow.WordsFor(plan.Populations.Length);
        ContactRules = new ulong[Words];
        NeedsCustomers = new ulong[Words];
        NeedsValues = new ulong[Words];
        NeedsEvidence = new ulong[Words];
        var users = new Dictionary<ContactField, ulong[]>();
        foreach (var rule in plan.Rules.Where(rule => rule.Kind != RuleKind.Cases))
        {
            var populations = PopulationsOf(rule, plan).ToHashSet();
            foreach (var field in GroupsAskedFor(rule, plan))
            {
                Use(users, field, [rule.Population]);
            }

            foreach (var field in rule.Per)
            {
                Use(users, field, populations);
            }

            if (rule.Route?.OwnerOf is { } ownerOf)
            {
                Use(users, ownerOf, [rule.Population]);
            }

            BitRow.Set(rule.Kind == RuleKind.Contacts ? ContactRules : NeedsEvidence, rule.Population);
            EvidenceSize = Math.Max(EvidenceSize, rule.Evidence);
        }

        if (plan.Census is { } census)
        {
            foreach (var field in plan.Rules.SelectMany(rule => rule.Per).Append(plan.Project.Schema.Disposition).Append(plan.Project.Schema.Channel))
            {
                Use(users, field, [census]);
            }
        }

        if (!plan.Project.Costs.IsEmpty)
        {
            // Money is added up by disposition and touchpoint.
            var routed = plan.Rules.Where(rule => rule.Kind != RuleKind.Cases).Select(rule => rule.Population).ToHashSet();
            Use(users, plan.Project.Schema.Disposition, routed);
            Use(users, plan.Project.Schema.Touchpoint, routed);
        }

        foreach (var measure in plan.Measures)
        {
            if (measure.Kind is QuantityKind.Customers or QuantityKind.Cancellations)
            {
                BitRow.Set(NeedsCustomers, measure.Population);
            }
            else if (measure.Kind is QuantityKind.Percentile)
            {
                BitRow.Set(NeedsValues, measure.Population);
            }
        }

        _rivals = new ulong[Words];
        _ranks = new int[64 * Words];
        if (plan.Project.Match == MatchPolicy.First)
        {
            Rank(plan);
        }

        var ranks = _ranks.Where((_, population) => BitRow.Has(_rivals, population)).ToList();
        _areInOrder = ranks.SequenceEqual(ranks.Order());
        _rivals = BitRow.Compact(_rivals);
        NeedsCustomers = BitRow.Compact(NeedsCustomers);
        NeedsValues = BitRow.Compact(NeedsValues);
        NeedsEvidence = BitRow.Compact(NeedsEvidence);

        Fields = [.. users.Keys.OrderBy(field => field.Ordinal)];
        _fieldUsers = [.. Fields.Select(field => users[field])];
        AverageFields = FieldsOf(plan, QuantityKind.Average);
        PercentileFields = FieldsOf(plan, QuantityKind.Percentile);
        NeedsCancellations = plan.Measures.Any(measure => measure.Kind == QuantityKind.Cancellations);
        _targets = BitRow.Compact(TargetsOf(plan));
        Delayed = DelayedOf(plan);
        _decisions = [.. Enumerable.Range(0, plan.Populations.Length).Select(population => Delayed.IndexOf(population)).Select(place => place < 0 ? -1 : Fields.Length + place)];
    }

    public int Words { get; }

    /// <summary>Fields whose codes group contacts or name their owner.</summary>
    public ImmutableArray<ContactField> Fields { get; }

    /// <summary>Populations that measures count by when it was decided that they hold a contact, which may be later than the contact.</summary>
    public ImmutableArray<int> Delayed { get; }

    public ImmutableArray<ContactField> AverageFields { get; }

    public ImmutableArray<ContactField> PercentileFields { get; }

    /// <summary>Populations of rules about single contacts: contacts of which it is unknown whether they belong are counted.</summary>
    public ulong[] ContactRules { get; }

    public ulong[] NeedsCustomers { get; }

    public ulong[] NeedsValues { get; }

    public ulong[] NeedsEvidence { get; }

    public int EvidenceSize { get; }

    public bool NeedsCancellations { get; }

    /// <summary>True when one of the populations a contact belongs to is grouped by the field.</summary>
    public bool Uses(int field, ReadOnlySpan<ulong> truth) => BitRow.Intersects(truth, _fieldUsers[field]);

    /// <summary>Where a profile's codes say in which slot a population counts its contacts; -1: in that of the contact.</summary>
    public int DecisionOf(int population) => _decisions[population];

    /// <summary>The slot in which a population counts the contacts that a profile has in one.</summary>
    public int SlotOf(Profile profile, int population, int slot) => _decisions[population] is >= 0 and var place ? profile.Code(place) : slot;

    /// <summary>Takes out the populations that nobody counts.</summary>
    public void LeaveTargets(Span<ulong> truth)
    {
        if (_targets.Length > 0)
        {
            BitRow.Remove(truth, _targets);
        }
    }

    /// <summary>Of the populations that only say where a contact is routed, leaves the one whose rule is the first: the others get nothing of it.</summary>
    public void LeaveFirst(Span<ulong> truth)
    {
        if (_rivals.Length == 0)
        {
            return;
        }

        var first = _areInOrder ? BitRow.FirstShared(truth, _rivals) : FirstByRank(truth);
        BitRow.Remove(truth, _rivals);
        if (first >= 0)
        {
            BitRow.Set(truth, first);
        }
    }

    private int FirstByRank(ReadOnlySpan<ulong> truth)
    {
        var first = -1;
        for (var word = 0; word < Words; word++)
        {
            for (var rivals = truth[word] & _rivals[word]; rivals != 0; rivals &= rivals - 1)
            {
                var population = (word << 6) + BitOperations.TrailingZeroCount(rivals);
                first = first < 0 || _ranks[population] < _ranks[first] ? population : first;
            }
        }

        return first;
    }

    private ulong[] TargetsOf(EnginePlan plan)
    {
        var counted = plan.Rules.SelectMany(rule => PopulationsOf(rule, plan)).ToHashSet();
        var targets = new ulong[Words];
        foreach (var target in plan.Journeys.Select(atom => atom.Target).Where(target => !counted.Contains(target)))
        {
            BitRow.Set(targets, target);
        }

        return targets;
    }

    private static ImmutableArray<int> DelayedOf(EnginePlan plan) =>
    [
        .. plan.Rules.Where(rule => rule.Signal is not null).SelectMany(rule => PopulationsOf(rule, plan)).Distinct().Order()
            .Where(population => JourneyCondition.IsDelayed(plan.Populations[population].Journey, plan.Journeys, plan.Populations)),
    ];

    private void Rank(EnginePlan plan)
    {
        // One that waits for a signal may leave a contact to the next.
        var others = plan.Rules.Where(rule => rule.Signal is not null || !rule.Actions.IsEmpty).SelectMany(rule => PopulationsOf(rule, plan)).ToHashSet();
        foreach (var (rank, rule) in plan.Rules.Where(rule => rule.Kind != RuleKind.Cases).OrderByDescending(rule => rule.Priority).ThenBy(rule => rule.Index).Index().Reverse())
        {
            _ranks[rule.Population] = rank;
            if (!others.Contains(rule.Population))
            {
                BitRow.Set(_rivals, rule.Population);
            }
        }
    }

    private static ImmutableArray<ContactField> FieldsOf(EnginePlan plan, QuantityKind kind) =>
        [.. plan.Measures.Where(measure => measure.Kind == kind).Select(measure => measure.Field).OfType<ContactField>().Distinct().OrderBy(field => field.Ordinal)];

    private void Use(Dictionary<ContactField, ulong[]> users, ContactField field, IEnumerable<int> populations)
    {
        if (!users.TryGetValue(field, out var row))
        {
            users.Add(field, row = new ulong[Words]);
        }

        foreach (var population in populations)
        {
            BitRow.Set(row, population);
        }
    }

    private static IEnumerable<int> PopulationsOf(RulePlan rule, EnginePlan plan) =>
        SignalMeasures.Of(rule)
            .SelectMany(index => (int[])[plan.Measures[index].Population, plan.Measures[index].Among])
            .Append(rule.Population)
            .Where(population => population >= 0);

    /// <summary>A contact rule that waits for a signal looks at the group of each contact.</summary>
    private static IEnumerable<ContactField> GroupsAskedFor(RulePlan rule, EnginePlan plan) =>
        rule.Kind == RuleKind.Contacts ? SignalMeasures.Facts(rule).SelectMany(fact => fact.Rules).SelectMany(index => plan.Rules[index].Per) : [];
}
