using System.Collections.Immutable;
using CxRules.Model.Cases;

namespace CxRules.Language.Transitions;

/// <summary>What can be said of a step besides its case, time and author.</summary>
/// <param name="Name">As in the file: `review by`.</param>
/// <param name="Doc">A sentence.</param>
public sealed record StepKey(string Name, bool IsNeeded, bool IsList, string Example, string Doc)
{
    /// <summary>Those of a step to a state, the needed ones first.</summary>
    public static ImmutableArray<StepKey> Of(CaseStanding to)
    {
        var needed = TransitionKeys.Needed.GetValueOrDefault(to, []);
        var own = TransitionKeys.Own.Where(entry => entry.Of == to).Select(entry => entry.Key).Prepend(TransitionKeys.Because);
        return [.. own.Select(key => new StepKey(key.Name, needed.Contains(key), key.Value is Shapes.ListShape, key.Value.Example.Trim('[', ']'), key.Doc)).OrderBy(key => !key.IsNeeded)];
    }
}
