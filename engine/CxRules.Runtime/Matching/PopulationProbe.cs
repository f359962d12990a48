using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>Asks of single contacts whether conditions hold: by the matcher that decides in a replay.</summary>
public sealed class PopulationProbe
{
    private readonly Matcher _matcher;
    private readonly int _count;
    private readonly ulong[] _truth;
    private readonly ulong[] _possible;

    /// <param name="dictionaries">They hold every field that the conditions read.</param>
    public PopulationProbe(ImmutableArray<PopulationPlan> conditions, ContactDictionaries dictionaries)
    {
        _matcher = new Matcher(conditions, dictionaries);
        _count = conditions.Length;
        _truth = new ulong[_matcher.Words];
        _possible = new ulong[_matcher.Words];
    }

    /// <summary>The truth of each condition.</summary>
    public ImmutableArray<Truth> Ask(ContactBatch batch, int row)
    {
        _matcher.Match(batch, row, _truth, _possible);
        return [.. Enumerable.Range(0, _count).Select(index => BitRow.Has(_truth, index) ? Truth.True : BitRow.Has(_possible, index) ? Truth.Unknown : Truth.False)];
    }
}
