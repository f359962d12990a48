namespace CxRules.Language.Syntax;

/// <param name="Plain">What a token of it says.</param>
internal sealed record Symbol(string Text, TokenKind Kind, string Plain)
{
    /// <summary>Set where other languages write so and this one does not: what to write here.</summary>
    public string? Instead { get; init; }
}

/// <summary>Tokens that are no words: operators, commas, parentheses.</summary>
internal static class LexerSymbols
{
    private static readonly Symbol[] All =
    [
        new("=", TokenKind.Equal, "="),
        new("!=", TokenKind.NotEqual, "!="),
        new("≠", TokenKind.NotEqual, "!="),
        new("<", TokenKind.Less, "<"),
        new("<=", TokenKind.LessOrEqual, "<="),
        new("≤", TokenKind.LessOrEqual, "<="),
        new(">", TokenKind.Greater, ">"),
        new(">=", TokenKind.GreaterOrEqual, ">="),
        new("≥", TokenKind.GreaterOrEqual, ">="),
        new("*", TokenKind.Star, "*"),
        new("×", TokenKind.Star, "*"),
        new("+", TokenKind.Plus, "+"),
        new("-", TokenKind.Minus, "-"),
        new("−", TokenKind.Minus, "-"),
        new("%", TokenKind.Percent, "%"),
        new(",", TokenKind.Comma, ","),
        new("(", TokenKind.Open, "("),
        new(")", TokenKind.Close, ")"),
        new("==", TokenKind.Equal, "=") { Instead = "=" },
        new("=>", TokenKind.GreaterOrEqual, ">=") { Instead = ">=" },
        new("=<", TokenKind.LessOrEqual, "<=") { Instead = "<=" },
        new("<>", TokenKind.NotEqual, "!=") { Instead = "!=" },
        new("&&", TokenKind.Word, "and") { Instead = "and" },
        new("&", TokenKind.Word, "and") { Instead = "and" },
        new("||", TokenKind.Word, "or") { Instead = "or" },
        new("|", TokenKind.Word, "or") { Instead = "or" },
        new("!", TokenKind.Word, "not") { Instead = "not" },
        new("[", TokenKind.Open, "(") { Instead = "(" },
        new("]", TokenKind.Close, ")") { Instead = ")" },
    ];

    private static readonly ILookup<char, Symbol> ByFirst = All.OrderByDescending(symbol => symbol.Text.Length).ToLookup(symbol => symbol.Text[0]);

    /// <summary>Those that this language writes.</summary>
    public static IEnumerable<(string Written, TokenKind Kind)> Own => All.Where(symbol => symbol.Instead is null).Select(symbol => (symbol.Text, symbol.Kind));

    /// <summary>The longest symbol here.</summary>
    public static Symbol? At(string text, int at)
    {
        foreach (var symbol in ByFirst[text[at]])
        {
            if (string.CompareOrdinal(text, at, symbol.Text, 0, symbol.Text.Length) == 0)
            {
                return symbol;
            }
        }

        return null;
    }
}
