using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The tokens before a position, and what an insertion there takes the place of.</summary>
internal sealed record CutPlace(ImmutableArray<Lexeme> Lexemes, TextSpan Replaces, bool StartsLine)
{
    /// <summary>Null where nothing of the language can be inserted: in a comment, a number, a pattern.</summary>
    /// <param name="before">The text before the word at the position, from the start of the sentence or the rule.</param>
    /// <param name="offsets">The place of each of its characters in the source, and one more.</param>
    public static CutPlace? Of(SourceText source, string before, ImmutableArray<int> offsets, TextSpan word, int position)
    {
        if (word.Start < position && LexerCharacters.IsDigit(source.Content[word.Start]))
        {
            return null;
        }

        var lexemes = LexemesOf(source, before, offsets);
        if (lexemes.Count > 0 && lexemes[^1] is { IsBroken: true, Kind: TokenKind.Text } text && IsOpen(source, text, word))
        {
            var line = source.Line(source.PositionOf(position).Line);
            var close = source.Content.IndexOf('"', word.End, Math.Max(0, line.End - word.End));
            var span = TextSpan.FromBounds(text.Token.Span.Start, close < 0 ? word.End : close + 1);
            return new([.. lexemes.SkipLast(1)], span, text.StartsLine);
        }

        if (lexemes.Count > 0 && lexemes[^1] is { IsBroken: true, Kind: TokenKind.Pattern } pattern && IsOpen(source, pattern, word))
        {
            return null;
        }

        var from = lexemes.Count == 0 ? Math.Min(offsets[0], word.Start) : Math.Min(lexemes[^1].Token.Span.End, word.Start);
        var blank = source.Content.AsSpan(from, word.Start - from);
        var lineEnd = blank.LastIndexOfAny('\n', '\r');
        return blank[(lineEnd + 1)..].Contains('#') ? null : new([.. lexemes], word, lexemes.Count == 0 || lineEnd >= 0);
    }

    /// <summary>The tokens of part of a file; what is wrong with them is reported elsewhere.</summary>
    public static LexemeList LexemesOf(SourceText source, string sentence, ImmutableArray<int> offsets)
    {
        var lexemes = new LexemeList();
        Lexer.Scan(source, sentence, CharacterOffsets.Of(offsets), new(), lexemes, new DiagnosticBag());
        return lexemes;
    }

    private static bool IsOpen(SourceText source, Lexeme lexeme, TextSpan word) =>
        source.PositionOf(lexeme.Token.Span.Start).Line == source.PositionOf(word.Start).Line;
}
