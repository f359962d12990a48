using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Fixing;

/// <summary>What came of applying the fixes of a rule set's diagnostics.</summary>
/// <param name="Texts">The texts with all fixes that helped.</param>
/// <param name="Fixed">The diagnostics whose fixes were applied, in the order they were; places are those of the text they were found in.</param>
public sealed record FixResult(RuleTexts Texts, ImmutableArray<Diagnostic> Fixed)
{
    /// <summary>The texts that differ from those of another state, with what they were there.</summary>
    public IEnumerable<(SourceText Before, SourceText After)> ChangedFrom(RuleTexts before)
    {
        var earlier = RuleFixer.All(before).ToDictionary(text => text.File, StringComparer.Ordinal);
        return RuleFixer.All(Texts).Select(text => (earlier[text.File], text)).Where(pair => pair.Item1.Content != pair.text.Content);
    }
}
