using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>Asks of single contacts whether conditions hold: by the matcher that decides in a replay.</summary>
public sealed class PopulationProbe
{
    private readonly Matcher _matcher;
    private readonly int _count;

    /// <param name="dictionaries">They hold every field that the conditions read.</param>
    public PopulationProbe(ImmutableArray<PopulationPlan> conditions, ContactDictionaries dictionaries)
    {
        _matcher = new Matcher(conditions, dictionaries);
        _count = conditions.Length;
    }

    /// <summary>The truth of each condition.</summary>
    public ImmutableArray<Truth> Ask(ContactBatch batch, int row)
    {
        _matcher.Match(batch, row);
        return [.. Enumerable.Range(0, _count).Select(index => BitRow.Has(_matcher.Truth, index) ? Truth.True : BitRow.Has(_matcher.Possible, index) ? Truth.Unknown : Truth.False)];
    }
}
