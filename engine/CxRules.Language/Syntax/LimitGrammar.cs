using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>`within 30 days`, `within the same day`.</summary>
internal static class LimitGrammar
{
    private static readonly Parser<LimitSyntax> SameDay = Sequence(
        Word("the"),
        Word("same"),
        Word("day"),
        (the, _, day) => new LimitSyntax(the.Span.To(day.Span), null));

    private static readonly Parser<LimitSyntax> Length = Map(NumberGrammar.Length, length => new LimitSyntax(length.Span, length));

    public static readonly Parser<LimitSyntax> Limit = Sequence(
        Satisfy(input => input.Lexeme.Is("within"), Expectation.Limit),
        Choose(Length, (input => input.Lexeme.Is("the"), SameDay)),
        (within, limit) => limit with { Span = within.Span.To(limit.Span) });

    /// <summary>`within 4 hours`, where no other limit makes sense.</summary>
    public static readonly Parser<NumberSyntax> Deadline = Sequence(Word("within", "`within 4 hours`"), NumberGrammar.Length, (_, length) => length);
}
