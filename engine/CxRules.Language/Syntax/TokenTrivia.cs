using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Gives every character of a source to a token, so that the tokens print back to it.</summary>
internal static class TokenTrivia
{
    public static ImmutableArray<Token> Complete(SourceText source, IReadOnlyList<Lexeme> lexemes)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(lexemes.Count + 1);
        var end = 0;
        foreach (var lexeme in lexemes)
        {
            var token = lexeme.Token;
            if (token.Span.Length == 0 || token.Span.Start < end)
            {
                continue;
            }

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
}
