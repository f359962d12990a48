using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Completions;

/// <summary>Every word that the grammar knows, for trial.</summary>
internal static class KeywordTable
{
    public static readonly ImmutableArray<string> Words =
    [
        .. ClauseGrammar.Keywords
            .Concat(Vocabulary.Reserved)
            .Concat(Vocabulary.EndOfName)
            .Concat(Vocabulary.Windows)
            .Concat(OperatorGrammar.Words)
            .Concat(OperatorGrammar.Quantities)
            .Concat(Units.Counts)
            .Concat(["90th"])
            .Except(Vocabulary.ClauseStarts)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];
}
