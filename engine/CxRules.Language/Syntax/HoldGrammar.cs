using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>`for 2 days`, `for 3 of 5 days`.</summary>
internal static class HoldGrammar
{
    private static readonly Parser<HoldSyntax> Stretch = Map(NumberGrammar.Length, length => new HoldSyntax(length.Span, length, null));

    private static readonly Parser<HoldSyntax> PartOfStretch = Sequence(
        NumberGrammar.Plain,
        Word("of"),
        NumberGrammar.Length,
        (needed, _, length) => new HoldSyntax(needed.Span.To(length.Span), length, needed));

    /// <summary>What stands behind `for`.</summary>
    public static readonly Parser<HoldSyntax> Length = Choose(Stretch, (input => input.Peek(1).Is("of"), PartOfStretch));

    /// <summary>`for …`, or null.</summary>
    public static readonly Parser<HoldSyntax?> Hold = OrNull(Sequence(Word("for"), Length, (word, hold) => hold with { Span = word.Span.To(hold.Span) }));
}
