using System.Collections.Frozen;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A stretch of a file's tokens.</summary>
internal readonly record struct TokenRange(int Start, int End);

internal enum BlockKind
{
    Rule,
    Definition,
    Table,
}

/// <summary>A rule, a definition, or the `for each` line of a rule.</summary>
internal readonly record struct RuleBlock(BlockKind Kind, TokenRange Range);

/// <summary>Parts a file's tokens at the lines that begin with `rule`, `define` and `for each`, so that no mistake reaches beyond its own.</summary>
internal static class RuleBlocks
{
    private static readonly FrozenSet<string> NoHeader = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "rule", "define");

    /// <summary>The stretches in order; the first has no `rule` line where the file does not begin with one.</summary>
    public static IEnumerable<RuleBlock> Of(SourceText text, IReadOnlyList<Lexeme> lexemes)
    {
        if (lexemes.Count == 0)
        {
            yield break;
        }

        var start = 0;
        var kind = KindAt(lexemes, 0) ?? BlockKind.Rule;
        var hasThen = false;
        for (var i = 1; i < lexemes.Count; i++)
        {
            hasThen |= lexemes[i].Is("then");
            var begun = hasThen && IsSpoiltHeader(lexemes, i, out _) ? BlockKind.Rule : Begins(lexemes, i, kind);
            if (begun is { } next && !(kind == BlockKind.Rule && !hasThen && IsIndented(text, lexemes, start, i) && IsSpoiltClause(lexemes, i)))
            {
                yield return new(kind, new(start, i));
                start = i;
                kind = next;
                hasThen = false;
            }
        }

        yield return new(kind, new(start, lexemes.Count));
    }

    /// <summary>`rue late-fees "Customers did not expect the late fee"`, `late-fees "…"`: a rule's own line whose first word is spoilt or lost.</summary>
    /// <param name="id">Where the rule's id stands.</param>
    public static bool IsSpoiltHeader(IReadOnlyList<Lexeme> lexemes, int at, out int id)
    {
        id = IsName(lexemes, at + 1) && !lexemes[at + 1].StartsLine ? at + 1 : at;
        if (!lexemes[at].StartsLine || lexemes[at].IsOneOf(NoHeader) || !IsName(lexemes, id) || (id == at && lexemes[at].IsOneOf(Vocabulary.Headers)) || (lexemes[at].Is("with") && ActionGrammar.IsWithWord(lexemes[id].Token.Value)))
        {
            return false;
        }

        var end = id + 1;
        while (end < lexemes.Count && lexemes[end] is { StartsLine: false, Kind: TokenKind.Text })
        {
            end++;
        }

        var isTitled = end > id + 1;
        return end < lexemes.Count
            && lexemes[end].StartsLine
            && !lexemes[end].Is("then")
            && (lexemes[end].IsOneOf(Vocabulary.ClauseStarts) || lexemes[end].IsOneOf(Vocabulary.Headers) || lexemes[end].Is("per"))
            && (isTitled || (id > at && lexemes[at].Kind == TokenKind.Word && DidYouMean.Nearest(lexemes[at].Token.Value, ["rule"]) is not null));
    }

    /// <summary>`(late-fee,` and on the next line `then, refund)`: one of a list, whatever the word.</summary>
    public static bool IsListed(IReadOnlyList<Lexeme> lexemes, int at) =>
        at > 0
        && at + 1 < lexemes.Count
        && (lexemes[at - 1].Kind == TokenKind.Comma || (lexemes[at - 1].Kind == TokenKind.Open && !lexemes[at].StartsLine))
        && lexemes[at + 1].Kind is TokenKind.Close or TokenKind.Comma;

    private static bool IsIndented(SourceText text, IReadOnlyList<Lexeme> lexemes, int header, int at) =>
        text.PositionOf(lexemes[at].Token.Span.Start).Column > text.PositionOf(lexemes[header].Token.Span.Start).Column;

    /// <summary>`rule route to Billing` in a rule that has no `then` yet: a clause whose first word is spoilt. A rule's own line is a name, and an `if` follows it.</summary>
    private static bool IsSpoiltClause(IReadOnlyList<Lexeme> lexemes, int at)
    {
        var end = at + 1;
        while (end < lexemes.Count && lexemes[end] is { StartsLine: false, Kind: not TokenKind.Text })
        {
            end++;
        }

        if (!lexemes[at].Is("rule") || end == at + 1 || (end < lexemes.Count && !lexemes[end].StartsLine))
        {
            return false;
        }

        var next = at + 1;
        while (next < lexemes.Count && !lexemes[next].Is("if") && !lexemes[next].Is("then") && !(lexemes[next].StartsLine && KindAt(lexemes, next) is not null))
        {
            next++;
        }

        return next < lexemes.Count && lexemes[next].Is("then") || (end > at + 2 && !(next < lexemes.Count && lexemes[next].Is("if")));
    }

    private static bool IsName(IReadOnlyList<Lexeme> lexemes, int at) =>
        Word(lexemes, at) is { } word && !Vocabulary.EndOfName.Contains(word) && !Vocabulary.Open.Contains(word) && !Vocabulary.Actions.Contains(word);

    private static BlockKind? Begins(IReadOnlyList<Lexeme> lexemes, int at, BlockKind current)
    {
        if (!lexemes[at].StartsLine)
        {
            return null;
        }

        return KindAt(lexemes, at) ?? (current != BlockKind.Rule && lexemes[at].IsOneOf(Vocabulary.ClauseStarts) ? BlockKind.Rule : null);
    }

    private static BlockKind? KindAt(IReadOnlyList<Lexeme> lexemes, int at)
    {
        if (lexemes[at].Is("rule") && !IsListed(lexemes, at))
        {
            return BlockKind.Rule;
        }

        if (lexemes[at].Is("define") && !IsField(lexemes, at))
        {
            return BlockKind.Definition;
        }

        return lexemes[at].Is("for") && BeginsTable(lexemes, at) ? BlockKind.Table : null;
    }

    /// <summary>`if`, and on the next line `define = x`.</summary>
    private static bool IsField(IReadOnlyList<Lexeme> lexemes, int at) => at > 0 && lexemes[at - 1].IsOneOf(Vocabulary.Open) && Word(lexemes, at + 1) is null;

    /// <summary>`for each row of …`, also with a slip in one of its words.</summary>
    private static bool BeginsTable(IReadOnlyList<Lexeme> lexemes, int at) =>
        Word(lexemes, at + 1) is "each" or "every" or "all" or "any"
        && (Word(lexemes, at + 2) is "row" or "rows" or "line" or "lines" || Word(lexemes, at + 3) is "of" or "in" or "from");

    private static string? Word(IReadOnlyList<Lexeme> lexemes, int at) =>
        at < lexemes.Count && lexemes[at].Kind == TokenKind.Word ? lexemes[at].Token.Value.ToLowerInvariant() : null;
}
