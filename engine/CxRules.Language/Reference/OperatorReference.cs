using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Reference;

/// <summary>What comparisons ask; how they are written stands in the grammar.</summary>
internal static class OperatorReference
{
    public static readonly ImmutableArray<(OperatorKind Kind, string Meaning)> All =
    [
        (OperatorKind.Equal, "It is this."),
        (OperatorKind.NotEqual, "It is something else; a contact without the field is neither."),
        (OperatorKind.Less, "It is less, or earlier."),
        (OperatorKind.LessOrEqual, "It is less, or the same."),
        (OperatorKind.Greater, "It is more, or later."),
        (OperatorKind.GreaterOrEqual, "It is more, or the same."),
        (OperatorKind.In, "It is one of a list, or a code below one of them."),
        (OperatorKind.NotIn, "It is none of a list, and no code below one of them."),
    ];
}
