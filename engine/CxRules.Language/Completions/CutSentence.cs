using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>A sentence up to the position at which something is to be inserted.</summary>
/// <param name="Lexemes">What stands before the position.</param>
/// <param name="Before">The clause's keyword, or the YAML key.</param>
/// <param name="Replaces">What an insertion takes the place of: the word at the position, or nothing.</param>
/// <param name="StartsLine">Nothing else stands before the position on its line.</param>
internal sealed record CutSentence(SourceText Source, SentenceKind Shape, ImmutableArray<Lexeme> Lexemes, Lexeme Before, TextSpan Replaces, bool StartsLine)
{
    public Reading Read(params ReadOnlySpan<Lexeme> more) => Shape.Read(Source, [.. Lexemes, .. more], Before);

    /// <summary>A word as if it stood at the position.</summary>
    public Lexeme Word(string word) => Token(TokenKind.Word, word) with { StartsLine = StartsLine };

    public Lexeme Token(TokenKind kind, string value) => new(new(kind, Replaces, value, default), false, false, false);

    /// <summary>Where the sentence is wrong before the position: what of it still makes sense, read as a condition; else the sentence itself.</summary>
    public CutSentence Sound()
    {
        var reading = Read();
        if (reading.ReachesEnd)
        {
            return this;
        }

        for (var i = Math.Max(0, reading.Furthest); i < Lexemes.Length; i++)
        {
            if (Lexemes[i].Is("and") || Lexemes[i].Is("or") || Lexemes[i].Kind == TokenKind.Open)
            {
                return (this with { Shape = SentenceKind.Condition, Lexemes = Lexemes[(i + 1)..], Before = Lexemes[i] }).Sound();
            }
        }

        return this;
    }
}
