using System.Globalization;
using CxRules.Language.Text;
using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>Numbers with their units, dates, times.</summary>
internal static class NumberGrammar
{
    private static readonly Parser<Token> Literal = TokenParsers.Kind(TokenKind.Number, Expectation.Number);

    private static readonly Parser<Token> Digits = TokenParsers.Satisfy(IsPlain, Expectation.Number);

    /// <summary>`120`, `t.limit`.</summary>
    public static readonly Parser<NumberSyntax> Plain = TokenParsers.Map(Digits, Make);

    private static readonly Parser<Token?> Unit = TokenParsers.OrNothing(TokenParsers.Satisfy(IsUnit, Expectation.Unit));

    private static readonly Parser<NumberSyntax> Unsigned = TokenParsers.Sequence(Digits, Unit, Make);

    private static readonly Parser<NumberSyntax> Money = TokenParsers.Sequence(
        TokenParsers.Kind(TokenKind.Currency, Expectation.Number),
        Digits,
        Priced);

    private static readonly Parser<NumberSyntax> Amount = TokenParsers.Sequence(Literal, Unit, Make);

    private static readonly Parser<NumberSyntax> Negative = TokenParsers.Sequence(
        TokenParsers.Kind(TokenKind.Minus, Expectation.Number),
        TokenParsers.Choose(Amount, (input => input.Lexeme.Kind == TokenKind.Currency, Money)),
        (minus, number) => number with { Span = minus.Span.To(number.Span), Value = -number.Value });

    /// <summary>`50 contacts`, `30%`, `£500`, `50,000 USD`, `-5`.</summary>
    public static readonly Parser<NumberSyntax> Number = TokenParsers.Choose(
        Unsigned,
        (input => input.Lexeme.Kind == TokenKind.Currency, Money),
        (input => input.Lexeme.Kind == TokenKind.Minus, Negative));

    private static readonly Parser<Token> TimeUnit = TokenParsers.Satisfy(input => input.Lexeme.IsOneOf(Units.Times), Expectation.Length);

    /// <summary>`36 hours`.</summary>
    public static readonly Parser<NumberSyntax> Length = TokenParsers.Sequence(
        TokenParsers.Satisfy(IsPlain, Expectation.Length),
        TimeUnit,
        (number, unit) => Make(number, unit));

    /// <summary>`50 contacts`, after `at least`.</summary>
    public static readonly Parser<NumberSyntax> Count = TokenParsers.Sequence(
        Digits,
        TokenParsers.Satisfy(input => input.Lexeme.IsOneOf(Units.Counts), new("`contacts`, `customers` or `ratings`", "contacts", "customers", "ratings")),
        (number, unit) => Make(number, unit));

    /// <summary>`1%`.</summary>
    public static readonly Parser<NumberSyntax> PerCent = TokenParsers.Sequence(
        Digits,
        TokenParsers.Kind(TokenKind.Percent, new("%")),
        (number, unit) => Make(number, unit));

    public static readonly Parser<DateSyntax> Date = TokenParsers.Map(
        TokenParsers.Kind(TokenKind.Date, new("a date, for example 2027-06-30")),
        date => new DateSyntax(date.Span, DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : default));

    public static readonly Parser<TimeSyntax> Time = TokenParsers.Map(
        TokenParsers.Kind(TokenKind.Time, Expectation.Time),
        time => new TimeSyntax(time.Span, TimeOnly.TryParseExact(time.Value, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : default));

    /// <summary>`8 weeks`.</summary>
    public static readonly Parser<NumberSyntax> Weeks = TokenParsers.Sequence(
        Digits,
        TokenParsers.Satisfy(input => input.Lexeme.Is("weeks") || input.Lexeme.Is("week"), Expectation.Keyword("weeks")),
        (number, unit) => Make(number, unit));

    /// <summary>`3 cycles`.</summary>
    public static readonly Parser<NumberSyntax> Cycles = TokenParsers.Sequence(
        Digits,
        TokenParsers.Satisfy(input => input.Lexeme.Is("cycles") || input.Lexeme.Is("cycle"), Expectation.Keyword("cycles")),
        (number, unit) => Make(number, unit));

    /// <summary>`t.limit`: the row's value.</summary>
    public static readonly Parser<ColumnSyntax> Column = TokenParsers.Map(
        TokenParsers.Satisfy(IsColumn, new("a column of the table, for example t.limit")),
        ColumnOf);

    /// <summary>A number, or a column that stands for one.</summary>
    public static bool IsPlain(TokenInput input) => input.Lexeme.Kind == TokenKind.Number || IsColumn(input);

    /// <summary>`t.limit`, but not `thresholds.eu.csv`.</summary>
    public static bool IsColumn(TokenInput input) =>
        input.Lexeme.Kind == TokenKind.Dotted && input.Token.Value.IndexOf('.', StringComparison.Ordinal) == input.Token.Value.LastIndexOf('.');

    /// <summary>A column without a unit: a value of any kind.</summary>
    public static bool IsColumnAlone(TokenInput input) => IsColumn(input) && (input.Next.AtEnd || !IsUnit(input.Next));

    public static bool IsNumber(TokenInput input) => IsColumn(input) || input.Lexeme.Kind is TokenKind.Number or TokenKind.Currency or TokenKind.Minus;

    private static bool IsUnit(TokenInput input) => input.Lexeme.Kind is TokenKind.Percent or TokenKind.Currency
        || (input.Lexeme.Kind == TokenKind.Word && Units.IsUnit(input.Token.Value) && !input.Lexeme.IsOneOf(Vocabulary.EndOfName) && !input.Lexeme.StartsLine);

    /// <summary>A number without a unit.</summary>
    public static NumberSyntax Make(Token number) => Make(number, null);

    private static NumberSyntax Make(Token number, Token? unit) => unit is { } word
        ? new(number.Span.To(word.Span), ValueOf(number), word.Value, Said(number))
        : new(number.Span, ValueOf(number), null, Said(number));

    private static NumberSyntax Priced(Token currency, Token number) => new(currency.Span.To(number.Span), ValueOf(number), currency.Value, Said(number));

    private static ColumnSyntax? Said(Token number) => number.Kind == TokenKind.Dotted ? ColumnOf(number) : null;

    private static ColumnSyntax ColumnOf(Token token)
    {
        var dot = token.Value.IndexOf('.', StringComparison.Ordinal);
        return new(token.Span, token.Value[..dot], token.Value[(dot + 1)..]);
    }

    /// <summary>Numbers that are too long were reported by the lexer.</summary>
    public static decimal ValueOf(Token number) =>
        decimal.TryParse(number.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
