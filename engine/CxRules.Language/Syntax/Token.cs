using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

public enum TokenKind
{
    Word,

    /// <summary>Words joined by dots: `t.limit`, `thresholds.csv`.</summary>
    Dotted,
    Number,
    Date,
    Time,
    Text,
    Pattern,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Star,
    Plus,
    Minus,
    Percent,
    Currency,
    Comma,
    Open,
    Close,
    Bad,
    End,
}

/// <summary>One token of a sentence.</summary>
/// <param name="Span">Its characters in the source, as written.</param>
/// <param name="Value">What it says: a word as typed, a text without its quotes, an operator in its plain form, a number without commas.</param>
/// <param name="Trivia">What stands between the token before and this one: white space, comments and, in YAML, everything that is no sentence.</param>
public readonly record struct Token(TokenKind Kind, TextSpan Span, string Value, TextSpan Trivia);
