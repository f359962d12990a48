using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>A position in a `.cxr` file: the sentence it stands in, and the words that could begin another.</summary>
/// <param name="Sentence">Null where no sentence has begun.</param>
/// <param name="Starts">The words that begin a clause, a rule or a definition, if the sentence is complete.</param>
internal sealed record RuleSite(CutSentence? Sentence, ImmutableArray<string> Starts, TextSpan Replaces)
{
    private static readonly ImmutableArray<string> FileStarts = ["rule", "define", "for each row of"];

    public static RuleSite? At(SourceText text, int position)
    {
        var word = WordAt.Find(text.Content, position);
        var block = RuleBlockText.At(text, word.Start);
        var before = TextSpan.FromBounds(block.Start, word.Start);
        if (CutPlace.Of(text, text[before], RuleBlockText.OffsetsOf(before), word, position) is not { } place)
        {
            return null;
        }

        if (place.Lexemes.IsEmpty)
        {
            return new(null, StartsAt(text, block, place, 0), place.Replaces);
        }

        if (FileStart(text, place) is { } begun)
        {
            return begun;
        }

        var current = RuleBlocks.Of(text, place.Lexemes).Last();
        return current.Kind switch
        {
            BlockKind.Definition => InDefinition(text, place, current.Range),
            BlockKind.Table => new(Cut(text, place, current.Range.Start + 1, SentenceKind.EachRow), StartsAt(text, block, place, place.Lexemes.Length), place.Replaces),
            _ => InRule(text, block, place, current.Range),
        };
    }

    /// <summary>The rest of `for each row of`, which is nothing before it is whole.</summary>
    private static RuleSite? FileStart(SourceText text, CutPlace place)
    {
        var start = place.Lexemes.Length - 1;
        while (start > 0 && !place.Lexemes[start].StartsLine)
        {
            start--;
        }

        var typed = string.Join(' ', place.Lexemes.Skip(start).Select(lexeme => lexeme.Token.Value.ToLowerInvariant())) + " ";
        var isFirst = start == 0 || RuleBlocks.Of(text, place.Lexemes[..start]).Last().Kind == BlockKind.Definition;
        return isFirst && FileStarts.FirstOrDefault(words => words.StartsWith(typed, StringComparison.Ordinal)) is { } phrase
            ? new(null, [phrase], place.Lexemes[start].Token.Span.To(place.Replaces))
            : null;
    }

    private static RuleSite? InRule(SourceText text, TextSpan block, CutPlace place, TokenRange rule)
    {
        var body = BodyStart(place.Lexemes, rule);
        if (body < 0)
        {
            return null;
        }

        var clauses = ClauseBlocks.Of(place.Lexemes, new(body, rule.End));
        var starts = StartsAt(text, block, place, body);
        if (clauses.Count == 0 || !ClauseBlocks.IsKeyword(place.Lexemes[clauses[^1].Start]))
        {
            return new(null, clauses.Count == 0 ? starts : [], place.Replaces);
        }

        var start = clauses[^1].Start;
        return new(Cut(text, place, start + 1, SentenceKind.Clause(place.Lexemes[start].Token.Value)), starts, place.Replaces);
    }

    private static RuleSite? InDefinition(SourceText text, CutPlace place, TokenRange definition)
    {
        var name = definition.Start + 1;
        var end = name;
        while (end < definition.End && place.Lexemes[end].Kind == TokenKind.Word && !place.Lexemes[end].Is("as"))
        {
            end++;
        }

        return end == name ? null : new(Cut(text, place, end, SentenceKind.Definition), place.StartsLine ? FileStarts : [], place.Replaces);
    }

    private static CutSentence Cut(SourceText text, CutPlace place, int start, SentenceKind shape) =>
        new(text, shape, place.Lexemes[start..], place.Lexemes[start - 1], place.Replaces, place.StartsLine);

    /// <summary>Where the clauses begin, behind the rule's line; -1 where the position is before that.</summary>
    private static int BodyStart(ImmutableArray<Lexeme> lexemes, TokenRange rule)
    {
        if (!lexemes[rule.Start].Is("rule"))
        {
            return rule.Start;
        }

        var id = rule.Start + 1;
        var at = id;
        while (at < lexemes.Length && lexemes[at].Kind == TokenKind.Word && !lexemes[at].StartsLine && (at == id || !ClauseBlocks.IsKeyword(lexemes[at])))
        {
            at++;
        }

        while (at < lexemes.Length && lexemes[at].Kind == TokenKind.Text)
        {
            at++;
        }

        return at == id ? -1 : at;
    }

    private static ImmutableArray<string> StartsAt(SourceText text, TextSpan block, CutPlace place, int body)
    {
        var lexemes = CutPlace.LexemesOf(text, text[block], RuleBlockText.OffsetsOf(block));
        var used = ClauseBlocks.Of(lexemes, new(Math.Min(body, lexemes.Count), lexemes.Count)).Select(clause => lexemes[clause.Start])
            .Where(keyword => !place.Replaces.Contains(keyword.Token.Span) && !keyword.Is("then"))
            .Select(keyword => keyword.Token.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. place.StartsLine ? FileStarts : [],
            .. ClauseGrammar.Clauses.Where(clause => !used.Contains(clause) && Begins(place, body, clause)),
        ];
    }

    private static bool Begins(CutPlace place, int body, string clause)
    {
        var lexeme = new Lexeme(new(TokenKind.Word, place.Replaces, clause, default), place.StartsLine, false, false);
        return ClauseBlocks.Of([.. place.Lexemes, lexeme], new(body, place.Lexemes.Length + 1))[^1].Start == place.Lexemes.Length;
    }
}
