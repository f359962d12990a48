using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Text;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>A clause's first word, or its YAML key, and the span of the whole.</summary>
internal readonly record struct ClauseHead(string Keyword, TextSpan KeywordSpan, TextSpan Span);

/// <summary>What stands behind each keyword, as what makes the clause of it.</summary>
internal static class ClauseGrammar
{
    private static readonly Parser<OperandSyntax> NameOrText = Choose<OperandSyntax>(
        NameGrammar.Words,
        (NumberGrammar.IsColumn, NumberGrammar.Column),
        (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text));

    private static readonly Parser<ImmutableArray<WordsSyntax>> Fields = Sequence(
        NameGrammar.Field,
        Sequence(Kind(TokenKind.Comma, new("`,`")), NameGrammar.Field, (_, field) => field).Many(),
        ImmutableArray<WordsSyntax> (first, others) => [first, .. others]);

    private static readonly Parser<TopSyntax?> Top = Choose(
        Parse.Return<TopSyntax?>(null),
        (input => input.Lexeme.Is("top") && NumberGrammar.IsPlain(input.Next), Sequence(
            Word("top"),
            NumberGrammar.Plain,
            Word("by", "`by cost`"),
            NameGrammar.Measure,
            TopSyntax? (top, count, _, measure) => new(top.Span.To(measure.Span), count, measure))));

    private static readonly Parser<TimeSyntax?> At = OrNull(Sequence(Word("at"), NumberGrammar.Time, (_, time) => time));

    private static readonly Parser<OperandSyntax> Priority = NumberGrammar.Number;

    private static readonly Parser<OperandSyntax> Expires = Choose<OperandSyntax>(NumberGrammar.Date, (NumberGrammar.IsColumn, NumberGrammar.Column));

    private static readonly Parser<OperandSyntax> See = Choose<OperandSyntax>(NameGrammar.Text, (NumberGrammar.IsColumn, NumberGrammar.Column));

    private static readonly FrozenDictionary<string, Parser<Func<ClauseHead, ClauseSyntax>>> Bodies = new Dictionary<string, Parser<Func<ClauseHead, ClauseSyntax>>>
    {
        ["author"] = Header(NameOrText),
        ["severity"] = Header(NameOrText),
        ["priority"] = Header(Priority),
        ["expires"] = Header(Expires),
        ["see"] = Header(See),
        ["if"] = Body(ConditionGrammar.Condition, (head, condition) => new ConditionClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, condition, null)),
        ["until"] = Sequence(
            ConditionGrammar.Condition,
            HoldGrammar.Hold,
            Func<ClauseHead, ClauseSyntax> (condition, hold) => head => new ConditionClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, condition, hold)),
        ["for"] = Body(HoldGrammar.Length, (head, hold) => new HoldClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, hold)),
        ["per"] = Sequence(
            Fields,
            Top,
            Func<ClauseHead, ClauseSyntax> (fields, top) => head => new PerClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, fields, top)),
        ["every"] = Sequence(
            NameGrammar.Schedule,
            At,
            Func<ClauseHead, ClauseSyntax> (words, at) => head => new EveryClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, words, at)),
        ["only"] = Gate(),
        ["except"] = Gate(),
        ["then"] = Body(ActionGrammar.Action, (head, action) => new ThenClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, action)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Stands in for a clause that could not be read; null where none can.</summary>
    private static readonly FrozenDictionary<string, Func<ClauseHead, TextSpan, ClauseSyntax>> Broken = new Dictionary<string, Func<ClauseHead, TextSpan, ClauseSyntax>>
    {
        ["author"] = BadHeader,
        ["severity"] = BadHeader,
        ["priority"] = BadHeader,
        ["expires"] = BadHeader,
        ["see"] = BadHeader,
        ["if"] = BadCondition,
        ["until"] = BadCondition,
        ["then"] = (head, span) => new ThenClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, new BadActionSyntax(span)),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A field of `per`, where YAML lists them.</summary>
    public static Parser<WordsSyntax> Field => NameGrammar.Field;

    /// <summary>The words that begin a clause.</summary>
    public static IEnumerable<string> Clauses => Bodies.Keys;

    /// <summary>The words of the whole grammar.</summary>
    public static IEnumerable<string> Keywords => Bodies.Keys.Concat(Expectation.Keywords);

    public static bool IsClause(string keyword) => Bodies.ContainsKey(keyword);

    public static Parser<Func<ClauseHead, ClauseSyntax>> BodyOf(string keyword) => Bodies[keyword];

    public static ClauseSyntax? BrokenClause(ClauseHead head, TextSpan span) => Broken.TryGetValue(head.Keyword, out var make) ? make(head, span) : null;

    private static Parser<Func<ClauseHead, ClauseSyntax>> Header(Parser<OperandSyntax> value) =>
        Body(value, (head, operand) => new HeaderClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, operand));

    private static Parser<Func<ClauseHead, ClauseSyntax>> Gate() =>
        Body(MomentGrammar.Moments, (head, moments) => new MomentClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, moments));

    private static Parser<Func<ClauseHead, ClauseSyntax>> Body<T>(Parser<T> body, Func<ClauseHead, T, ClauseSyntax> make) =>
        Map(body, Func<ClauseHead, ClauseSyntax> (value) => head => make(head, value));

    private static HeaderClauseSyntax BadHeader(ClauseHead head, TextSpan span) => new(head.Span, head.Keyword, head.KeywordSpan, new BadOperandSyntax(span));

    private static ConditionClauseSyntax BadCondition(ClauseHead head, TextSpan span) => new(head.Span, head.Keyword, head.KeywordSpan, new BadConditionSyntax(span), null);
}
