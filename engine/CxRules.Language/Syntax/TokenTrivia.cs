using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Gives every character of a source to a token, so that the tokens print back to it.</summary>
internal static class TokenTrivia
{
    public static ImmutableArray<Token> Complete(SourceText source, IEnumerable<Lexeme> lexemes)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
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
        return tokens.ToImmutable();
    }
}
