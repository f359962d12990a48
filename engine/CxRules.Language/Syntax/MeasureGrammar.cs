using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Measures with their windows: `weekly share of (A) among (B)`, `average handle time over 7 days`.</summary>
internal static class MeasureGrammar
{
    private static readonly Parser<NumberSyntax> WindowLength = Choose(
        NumberGrammar.Length,
        (input => input.Peek(1).Is("cycles") || input.Peek(1).Is("cycle"), Refuse<NumberSyntax>(UnsupportedConstruct.Cycles, words: 3)));

    /// <summary>`over 36 hours`, or null.</summary>
    public static readonly Parser<WindowSyntax?> Over = OrNull(Sequence(
        Word("over"),
        WindowLength,
        (over, length) => new WindowSyntax(over.Span.To(length.Span), null, length)));

    private static readonly Parser<WindowSyntax?> WindowWord = OrNull(Map(
        Satisfy(input => input.Lexeme.IsOneOf(Vocabulary.Windows), new("a window such as weekly", "hourly", "daily", "weekly", "monthly")),
        word => new WindowSyntax(word.Span, word.Value.ToLowerInvariant(), null)));

    private static readonly Parser<MeasureSyntax> WithWord = Sequence(
        WindowWord,
        MeasureNames.Measure,
        (window, measure) => window is null ? measure : measure with { Span = window.Span.To(measure.Span), Window = window });

    /// <summary>What may follow a measure in the language, and not yet here.</summary>
    private static readonly Parser<object?> NoMore = Choose(
        Parse.Return<object?>(null),
        (input => input.Lexeme.Is("per") && input.Peek(1).Kind == TokenKind.Number, Refuse<object?>(UnsupportedConstruct.PerExposure, words: 3)),
        (input => input.Lexeme.Kind == TokenKind.Number && input.Peek(2).Is("earlier"), Refuse<object?>(UnsupportedConstruct.Earlier, words: 3)),
        (input => input.Lexeme.Is("within") && input.Peek(-1).Is("rate"), Refuse<object?>(UnsupportedConstruct.RepeatRate)));

    /// <summary>On the right of a comparison, where `over` belongs to the comparison.</summary>
    public static readonly Parser<MeasureSyntax> Right = Sequence(WithWord, NoMore, (measure, _) => measure);

    /// <summary>On the left of a comparison.</summary>
    public static readonly Parser<MeasureSyntax> Left = Sequence(
        Right,
        Over,
        (measure, over) => over is null
            ? measure
            : measure with { Span = measure.Span.To(over.Span), Window = over });
}
