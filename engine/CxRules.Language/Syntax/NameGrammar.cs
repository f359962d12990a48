using System.Collections.Frozen;
using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>Runs of bare words, and names in quotes.</summary>
internal static class NameGrammar
{
    /// <summary>Words that end a name when the second stands behind them: `handle time at least 20 min`.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Phrases = new Dictionary<string, FrozenSet<string>>(StringComparer.OrdinalIgnoreCase)
    {
        ["at"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "least", "most"),
        ["more"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "than"),
        ["less"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "than"),
        ["fewer"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "than"),
        ["greater"] = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "than"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One or more bare words on one line.</summary>
    public static readonly Parser<WordsSyntax> Words = Run(Expectation.Field, skip: 0);

    /// <summary>One bare word: an id.</summary>
    public static readonly Parser<WordsSyntax> One = TokenParsers.Map(
        TokenParsers.Satisfy(IsName, Expectation.Name),
        word => new WordsSyntax(word.Span, word.Value));

    public static readonly Parser<WordsSyntax> Calendar = Run(Expectation.Calendar, skip: 0);

    public static readonly Parser<WordsSyntax> Exposure = Run(Expectation.Exposure, skip: 0);

    /// <summary>The id of a rule that is suppressed.</summary>
    public static readonly Parser<WordsSyntax> Rule = Run(new("the id of a rule, for example billing-confusion-spike"), skip: 0);

    public static readonly Parser<WordsSyntax> Signal = Run(new("a name for the signal, for example outage-north"), skip: 0);

    public static readonly Parser<WordsSyntax> Tag = Run(new("a tag, for example recover"), skip: 0);

    public static readonly Parser<WordsSyntax> Webhook = Run(new("the name of a webhook, for example billing-jira"), skip: 0);

    public static readonly Parser<WordsSyntax> Severity = Run(new("`low`, `medium`, `high` or `critical`"), skip: 0);

    public static readonly Parser<WordsSyntax> Measure = Run(new("a measure, for example cost", "cost", "volume", "customers"), skip: 0);

    private static readonly Parser<WordsSyntax> PlainState = Run(new("a state, for example declined"), skip: 0);

    /// <summary>The state of a case: `declined`, `in progress`.</summary>
    public static readonly Parser<WordsSyntax> State = TokenParsers.Choose(
        PlainState,
        (input => input.Lexeme.Is("in"), TokenParsers.Sequence(
            TokenParsers.Word("in"),
            PlainState,
            (word, state) => new WordsSyntax(word.Span.To(state.Span), $"{word.Value} {state.Value}"))));

    /// <summary>When a rule is evaluated: `day`, `week on monday`.</summary>
    public static readonly Parser<WordsSyntax> Schedule = Run(Expectation.Schedule, skip: 0);

    /// <summary>Adjacent texts, which are one.</summary>
    public static readonly Parser<TextSyntax> Text = TokenParsers.Sequence(
        TokenParsers.Kind(TokenKind.Text, Expectation.Text),
        TokenParsers.Kind(TokenKind.Text, Expectation.Text).Many(),
        Join);

    private static readonly Parser<WordsSyntax> Explicit = Run(Expectation.Field, skip: 1);

    private static readonly Parser<WordsSyntax> QuotedField = TokenParsers.Map(Text, text => new WordsSyntax(text.Span, text.Value, IsField: true));

    /// <summary>The name of a field: bare words, `field x`, or a text where a reserved word is meant.</summary>
    public static readonly Parser<WordsSyntax> Field = TokenParsers.Choose(
        Words,
        (IsExplicit, Explicit),
        (input => input.Lexeme.Kind == TokenKind.Text, QuotedField));

    public static bool IsExplicit(TokenInput input) => input.Lexeme.Is("field") && IsName(input.Next, input.Peek(1), isFirst: true);

    public static bool IsName(TokenInput input) => IsName(input, input.Lexeme, isFirst: true);

    private static Parser<WordsSyntax> Run(Expectation expectation, int skip) => input =>
    {
        var first = (TokenInput)input;
        var at = skip == 0 ? first : first.Next;
        var from = at;
        while (IsName(at, at.Lexeme, at == from))
        {
            at = at.Next;
        }

        return at == from ? TokenParsers.Fail<WordsSyntax>(at, expectation) : Result.Success(Joined(first, from, at), at);
    };

    private static WordsSyntax Joined(TokenInput first, TokenInput from, TokenInput end)
    {
        var span = first.Token.Span.To(end.Peek(-1).Token.Span);
        if (from.Position + 1 == end.Position)
        {
            return new(span, from.Token.Value, first != from);
        }

        var words = new string[end.Position - from.Position];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = from.Peek(i).Token.Value;
        }

        return new(span, string.Join(' ', words), first != from);
    }

    private static bool IsName(TokenInput input, Lexeme lexeme, bool isFirst)
    {
        if (lexeme.Kind != TokenKind.Word || lexeme.IsOneOf(Vocabulary.EndOfName) || (!isFirst && lexeme.StartsLine))
        {
            return false;
        }

        var next = input.Peek(1);
        return !(Phrases.TryGetValue(lexeme.Token.Value, out var seconds) && next.IsOneOf(seconds))
            && !(lexeme.Is("at") && next.Kind == TokenKind.Time)
            && !(lexeme.Is("top") && next.Kind is TokenKind.Number or TokenKind.Dotted);
    }

    private static TextSyntax Join(Token first, IReadOnlyList<Token> others) => others.Count == 0
        ? new(first.Span, first.Value)
        : new(first.Span.To(others[^1].Span), string.Concat(others.Select(text => text.Value).Prepend(first.Value)));
}
