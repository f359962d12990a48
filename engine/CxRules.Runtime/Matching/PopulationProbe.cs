using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>Asks of single contacts whether conditions hold: by the matcher that decides in a replay.</summary>
public sealed class PopulationProbe
{
    private readonly Matcher _matcher;
    private readonly ImmutableArray<PopulationPlan> _conditions;
    private readonly Func<JourneyCondition, ContactBatch, int, Truth> _journeys;

    /// <param name="dictionaries">They hold every field that the conditions read.</param>
    public PopulationProbe(ImmutableArray<PopulationPlan> conditions, ContactDictionaries dictionaries)
        : this(conditions, dictionaries, static (_, _, _) => Truth.Unknown)
    {
    }

    /// <param name="journeys">Decides about conditions that look at other contacts.</param>
    internal PopulationProbe(ImmutableArray<PopulationPlan> conditions, ContactDictionaries dictionaries, Func<JourneyCondition, ContactBatch, int, Truth> journeys)
    {
        _matcher = new Matcher(conditions, dictionaries);
        _conditions = conditions;
        _journeys = journeys;
    }

    /// <summary>The truth of each condition.</summary>
    public ImmutableArray<Truth> Ask(ContactBatch batch, int row)
    {
        _matcher.Match(batch, row);
        return [.. _conditions.Select((condition, index) =>
            BitRow.Has(_matcher.Truth, index) ? Truth.True
            : !BitRow.Has(_matcher.Possible, index) ? Truth.False
            : condition.Journey is { } journey ? _journeys(journey, batch, row)
            : Truth.Unknown)];
    }
}
