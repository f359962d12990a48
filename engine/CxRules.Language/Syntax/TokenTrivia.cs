using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Gives every character of a source to a token, so that the tokens print back to it.</summary>
internal static class TokenTrivia
{
    /// <summary>Those that stand in the source by themselves, each behind the one before: what an escape in YAML says can be several, at one place.</summary>
    public static IReadOnlyList<Lexeme> Apart(IReadOnlyList<Lexeme> lexemes)
    {
        var end = 0;
        for (var i = 0; i < lexemes.Count; i++)
        {
            if (!IsApart(lexemes[i], end))
            {
                return Filtered(lexemes);
            }

            end = lexemes[i].Span.End;
        }

        return lexemes;
    }

    /// <param name="lexemes">All apart.</param>
    public static ImmutableArray<Token> Complete(SourceText source, IReadOnlyList<Lexeme> lexemes)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(lexemes.Count + 1);
        var end = 0;
        for (var i = 0; i < lexemes.Count; i++)
        {
            var token = lexemes[i].Token;
            tokens.Add(token with { Trivia = TextSpan.FromBounds(end, token.Span.Start) });
            end = token.Span.End;
        }

        tokens.Add(new(TokenKind.End, new(source.Content.Length, 0), string.Empty, TextSpan.FromBounds(end, source.Content.Length)));
        return tokens.DrainToImmutable();
    }

    /// <summary>The comments of a file of sentences, where nothing but white space and comments stands between tokens.</summary>
    public static ImmutableArray<TextSpan> Comments(SourceText source, ImmutableArray<Token> tokens)
    {
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var token in tokens)
        {
            var at = source.Content.IndexOf('#', token.Trivia.Start, token.Trivia.Length);
            while (at >= 0)
            {
                var comment = TextSpan.FromBounds(at, source.Line(source.PositionOf(at).Line).End);
                comments.Add(comment);
                at = source.Content.IndexOf('#', comment.End, Math.Max(0, token.Trivia.End - comment.End));
            }
        }

        return comments.ToImmutable();
    }

    private static LexemeList Filtered(IReadOnlyList<Lexeme> lexemes)
    {
        var apart = new LexemeList();
        var end = 0;
        foreach (var lexeme in lexemes)
        {
            if (IsApart(lexeme, end))
            {
                apart.Add(lexeme);
                end = lexeme.Span.End;
            }
        }

        return apart;
    }

    private static bool IsApart(Lexeme lexeme, int end) => lexeme.Span.Length > 0 && lexeme.Span.Start >= end;
}
