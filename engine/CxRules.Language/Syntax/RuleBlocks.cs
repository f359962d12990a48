namespace CxRules.Language.Syntax;

/// <summary>A stretch of a file's tokens.</summary>
internal readonly record struct TokenRange(int Start, int End);

/// <summary>Parts a file's tokens into rules, at the lines that begin with `rule`, so that no mistake reaches beyond its own.</summary>
internal static class RuleBlocks
{
    /// <summary>The stretches in order; the first has no `rule` line where the file does not begin with one.</summary>
    public static IEnumerable<TokenRange> Of(IReadOnlyList<Lexeme> lexemes)
    {
        var start = 0;
        for (var i = 1; i < lexemes.Count; i++)
        {
            if (Begins(lexemes, i))
            {
                yield return new(start, i);
                start = i;
            }
        }

        if (lexemes.Count > 0)
        {
            yield return new(start, lexemes.Count);
        }
    }

    /// <summary>What a stretch holds where it is no rule, and not supported yet.</summary>
    public static UnsupportedConstruct? Unsupported(IReadOnlyList<Lexeme> lexemes, int start) =>
        lexemes[start].Is("define") ? UnsupportedConstruct.Define : BeginsTable(lexemes, start) ? UnsupportedConstruct.ForEachRow : null;

    private static bool Begins(IReadOnlyList<Lexeme> lexemes, int at) =>
        lexemes[at].StartsLine && (lexemes[at].Is("rule") || Unsupported(lexemes, at) is not null);

    private static bool BeginsTable(IReadOnlyList<Lexeme> lexemes, int at) => lexemes[at].Is("for") && at + 1 < lexemes.Count && lexemes[at + 1].Is("each");
}
