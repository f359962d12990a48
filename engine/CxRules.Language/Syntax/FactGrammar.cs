using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Conditions about more than the contact at hand: journeys, samples, cases, signals, C#.</summary>
internal static class FactGrammar
{
    private static readonly Parser<ConditionSyntax> Parenthesized = Sequence(
        Kind(TokenKind.Open, new("`(`")),
        ConditionGrammar.Again,
        Kind(TokenKind.Close, new("`)`")),
        ConditionSyntax (open, condition, close) => new ParenthesizedSyntax(open.Span.To(close.Span), condition));

    private static readonly Parser<ConditionSyntax?> AnyContact = Sequence(Word("any"), Word("contact"), ConditionSyntax? (_, _) => null);

    /// <summary>The other contact of a journey: nothing that begins another journey, which would need parentheses.</summary>
    private static readonly Parser<ConditionSyntax?> Contact = Choose(
        Wanted<ConditionSyntax?>(Expectation.Journey),
        (input => input.Lexeme.Kind == TokenKind.Open, Parenthesized),
        (input => input.Lexeme.Is("any") && input.Peek(1).Kind == TokenKind.Word && !OperatorGrammar.Stands(input.Next), AnyContact),
        (input => input.Lexeme.Is("has"), ComparisonGrammar.Has),
        (input => input.Lexeme.Is("no"), ComparisonGrammar.No),
        (NameGrammar.IsExplicit, ComparisonGrammar.OfField),
        (MeasureNames.Begins, ComparisonGrammar.OfMeasure),
        (input => NameGrammar.IsName(input) && !IsUnnamed(input), ComparisonGrammar.OfField),
        (input => input.Lexeme.Kind == TokenKind.Text, ComparisonGrammar.OfField));

    /// <summary>`followed by (A) within 30 days`.</summary>
    public static readonly Parser<ConditionSyntax> Followed = Journey("followed", isFollowed: true);

    /// <summary>`preceded by any contact within the same day`.</summary>
    public static readonly Parser<ConditionSyntax> Preceded = Journey("preceded", isFollowed: false);

    private static readonly Parser<OperatorSyntax> Quantity = input => OperatorGrammar.BeginsQuantity((TokenInput)input)
        ? OperatorGrammar.Operator(input)
        : Fail<OperatorSyntax>((TokenInput)input, new("`more than`, `at least`, `fewer than` or `at most`", "more", "at", "fewer"));

    private static readonly Parser<WordsSyntax?> Per = OrNull(Sequence(
        Word("per", "`per day`"),
        Map(Satisfy(input => input.Lexeme.IsOneOf(Vocabulary.Spans), new("`hour`, `day`, `week` or `month`", [.. Vocabulary.Spans])), span => new WordsSyntax(span.Span, span.Value)),
        (_, span) => span));

    /// <summary>`sample meter-confusion estimates more than 40 contacts per day`.</summary>
    public static readonly Parser<ConditionSyntax> Sample = Sequence(
        Word("sample"),
        NameGrammar.One,
        Word("estimates"),
        Sequence(Quantity, NumberGrammar.Count, (sign, count) => new QuantitySyntax(sign.Span.To(count.Span), sign, count)),
        Per,
        ConditionSyntax (word, name, _, quantity, per) => new SampleSyntax(word.Span.To(per?.Span ?? quantity.Span), name, quantity.Operator, quantity.Count, per));

    private static readonly Parser<Token?> Not = OrNothing(Word("not"));

    /// <summary>`signal outage-north is active`.</summary>
    public static readonly Parser<ConditionSyntax> Signal = Sequence(
        Word("signal"),
        NameGrammar.One,
        Sequence(Word("is"), Not, (_, not) => not),
        Word("active"),
        (word, name, not, active) => Negated(not, new SignalActiveSyntax(word.Span.To(active.Span), name)));

    /// <summary>`csharp "contact.HandleTime > TimeSpan.FromMinutes(20)"`.</summary>
    public static readonly Parser<ConditionSyntax> CSharp = Sequence(
        Word("csharp"),
        Choose(
            Wanted<TextSyntax>(new("the code in quotes: csharp \"contact.Transfers > 2\"")),
            (input => input.Lexeme.Kind == TokenKind.Text, NameGrammar.Text)),
        ConditionSyntax (word, code) => new CSharpSyntax(word.Span.To(code.Span), code));

    /// <summary>`followed by contact within 3 days` wants `any`.</summary>
    private static bool IsUnnamed(TokenInput input) =>
        input.Peek(1).Is("within") && (input.Lexeme.Is("contact") || input.Lexeme.Is("contacts") || input.Lexeme.Is("anything"));

    /// <summary>Also where the quotes were forgotten.</summary>
    public static bool BeginsCSharp(TokenInput input) => input.Peek(1).Kind is TokenKind.Text or TokenKind.Dotted || NameGrammar.IsName(input.Next);

    /// <summary>`is not …`: the negation and what it negates share their place.</summary>
    public static ConditionSyntax Negated(Token? not, ConditionSyntax condition) => not is null ? condition : new NotSyntax(condition.Span, condition);

    private static Parser<ConditionSyntax> Journey(string word, bool isFollowed) => Sequence(
        Word(word),
        Word("by"),
        Contact,
        LimitGrammar.Limit,
        ConditionSyntax (start, _, contact, limit) => new JourneySyntax(start.Span.To(limit.Span), isFollowed, contact, limit));
}
