using CxRules.Language.Syntax;

namespace CxRules.Language.Completions;

/// <summary>Completes a sentence in any way that the grammar allows, so that it has a tree.</summary>
internal static class SentenceRepair
{
    /// <summary>Tokens that no construct needs more of behind a position.</summary>
    private const int Most = 12;

    private const string Filler = "zz-filler-zz";

    /// <summary>What ends a construct comes before what goes on with it.</summary>
    private static readonly (TokenKind Kind, string Value)[] First = [(TokenKind.Close, ")"), (TokenKind.Number, "1"), (TokenKind.Equal, "=")];

    private static readonly (TokenKind Kind, string Value)[] Last =
    [
        (TokenKind.Text, "text"),
        (TokenKind.Pattern, "text"),
        (TokenKind.Date, "2027-06-30"),
        (TokenKind.Time, "06:00"),
        (TokenKind.Percent, "%"),
        (TokenKind.Open, "("),
        (TokenKind.Word, "more than"),
        (TokenKind.Word, Filler),
    ];

    /// <summary>The tree of the sentence and <paramref name="more"/>, completed; null where the grammar takes them for nothing.</summary>
    public static SyntaxNode? TreeOf(CutSentence cut, params ReadOnlySpan<Lexeme> more)
    {
        var lexemes = new List<Lexeme>([.. more]);
        for (var i = 0; i < Most; i++)
        {
            var reading = cut.Read([.. lexemes]);
            if (reading.Node is { } node)
            {
                return node;
            }

            if (!reading.ReachesEnd || Next(cut, lexemes, reading) is not { } next)
            {
                return null;
            }

            lexemes.AddRange(next);
        }

        return null;
    }

    private static Lexeme[]? Next(CutSentence cut, List<Lexeme> lexemes, Reading reading)
    {
        var words = reading.Next.SelectMany(expectation => expectation.Words).Distinct().Select(word => (TokenKind.Word, word));
        Lexeme[]? furthest = null;
        foreach (var (kind, value) in First.Concat(words).Concat(Last))
        {
            Lexeme[] added = kind == TokenKind.Word ? [.. value.Split(' ').Select(word => cut.Token(kind, word))] : [cut.Token(kind, value)];
            var read = cut.Read([.. lexemes, .. added]);
            if (read.Node is not null)
            {
                return added;
            }

            furthest ??= read.ReachesEnd ? added : null;
        }

        return furthest;
    }
}
