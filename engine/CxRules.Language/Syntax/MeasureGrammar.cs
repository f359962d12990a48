using CxRules.Language.Text;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Measures with their windows: `weekly share of (A) among (B)`, `average handle time over 7 days`.</summary>
internal static class MeasureGrammar
{
    private static readonly Parser<WindowSyntax> Stretch = Map(NumberGrammar.Length, length => new WindowSyntax(length.Span, null, length));

    private static readonly Parser<WindowSyntax> Cycles = Sequence(
        NumberGrammar.Cycles,
        Word("of", "`of` and what recurs, for example over 3 cycles of bills"),
        NameGrammar.Exposure,
        (length, _, exposure) => new WindowSyntax(length.Span.To(exposure.Span), null, length, exposure));

    private static readonly Parser<WindowSyntax> Span = Sequence(
        Word("over"),
        Choose(Stretch, (input => input.Peek(1).Is("cycles") || input.Peek(1).Is("cycle"), Cycles)),
        (over, window) => window with { Span = over.Span.To(window.Span) });

    /// <summary>`over 36 hours`, `over 3 cycles of bills`, or null.</summary>
    public static readonly Parser<WindowSyntax?> Over = OrNull(Span);

    private static readonly Parser<WindowSyntax?> WindowWord = OrNull(Map(
        Satisfy(input => input.Lexeme.IsOneOf(Vocabulary.Windows), new("a window such as weekly", "hourly", "daily", "weekly", "monthly")),
        word => new WindowSyntax(word.Span, word.Value.ToLowerInvariant(), null)));

    private static readonly Parser<MeasureSyntax> WithWord = Sequence(
        WindowWord,
        MeasureNames.Measure,
        (window, measure) => window is null ? measure : measure with { Span = window.Span.To(measure.Span), Window = window });

    private static readonly Parser<PerExposureSyntax?> Per = Choose(
        Parse.Return<PerExposureSyntax?>(null),
        (input => input.Lexeme.Is("per"), Sequence(
            Word("per"),
            Satisfy(NumberGrammar.IsPlain, new("a number and what is counted, for example per 100 bills")),
            NameGrammar.Exposure,
            PerExposureSyntax? (per, count, exposure) => new(per.Span.To(exposure.Span), NumberGrammar.Make(count), exposure))));

    private static readonly Parser<Shift?> Earlier = Choose(
        Parse.Return<Shift?>(null),
        (input => NumberGrammar.IsPlain(input) && input.Peek(2).Is("earlier"), Sequence(NumberGrammar.Length, Word("earlier"), Shift? (length, word) => new(length, word.Span))));

    /// <summary>On the right of a comparison `over` belongs to the comparison, unless the measure goes on behind it.</summary>
    private static readonly Parser<WindowSyntax?> OverInside = Choose(
        Parse.Return<WindowSyntax?>(null),
        (input => input.Lexeme.Is("over") && (input.Peek(5).Is("earlier") || input.Peek(3).Is("per")), Span));

    /// <summary>On the right of a comparison.</summary>
    public static readonly Parser<MeasureSyntax> Right = Complete(OverInside);

    /// <summary>On the left of a comparison.</summary>
    public static readonly Parser<MeasureSyntax> Left = Complete(Over);

    private static Parser<MeasureSyntax> Complete(Parser<WindowSyntax?> over) => Sequence(
        WithWord,
        Choose(
            Sequence(Per, over, (per, window) => new Ends(per, window)),
            (input => input.Lexeme.Is("over"), Sequence(over, Per, (window, per) => new Ends(per, window)))),
        Earlier,
        Add);

    private static MeasureSyntax Add(MeasureSyntax measure, Ends ends, Shift? earlier)
    {
        if (ends is { Per: null, Over: null } && earlier is null)
        {
            return measure;
        }

        var end = Math.Max(ends.Per?.Span.End ?? 0, Math.Max(ends.Over?.Span.End ?? 0, earlier?.Word.End ?? 0));
        return measure with
        {
            Span = TextSpan.FromBounds(measure.Span.Start, end),
            Window = ends.Over ?? measure.Window,
            Per = ends.Per,
            Earlier = earlier?.Length,
        };
    }

    /// <summary>`52 weeks earlier`.</summary>
    private sealed record Shift(NumberSyntax Length, TextSpan Word);

    /// <summary>What may follow a measure, in either order.</summary>
    private sealed record Ends(PerExposureSyntax? Per, WindowSyntax? Over);
}
