namespace CxRules.Language.Syntax;

/// <summary>Measures how deep a sentence is nested before anything descends into it.</summary>
internal static class Nesting
{
    public const int Limit = 64;

    /// <summary>
    /// The first token that goes too deep: parentheses and `not` count, and so does a chain of arithmetic, whose tree is as deep as it is long.
    /// Null where none does.
    /// </summary>
    public static Token? TooDeep(Sentence sentence)
    {
        Span<int> notsAround = stackalloc int[Limit + 1];
        var parentheses = 0;
        var nots = 0;
        var arithmetic = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var lexeme = sentence[i];
            if (lexeme.Kind == TokenKind.Open)
            {
                notsAround[parentheses] = nots;
                parentheses++;
            }
            else if (lexeme.Kind == TokenKind.Close)
            {
                parentheses = Math.Max(0, parentheses - 1);
                nots = notsAround[parentheses];
            }
            else if (lexeme.Kind is TokenKind.Star or TokenKind.Plus or TokenKind.Minus)
            {
                arithmetic++;
            }
            else if (lexeme.Is("not"))
            {
                nots++;
            }
            else if (lexeme.Is("and") || lexeme.Is("or"))
            {
                arithmetic = 0;
                nots = parentheses == 0 ? 0 : notsAround[parentheses - 1];
            }

            if (parentheses + nots > Limit || arithmetic > Limit)
            {
                return lexeme.Token;
            }
        }

        return null;
    }
}
