namespace CxRules.Language.Syntax;

/// <summary>A token with what the grammar needs to know of its surroundings.</summary>
/// <param name="StartsLine">Only white space and comments before it on its line.</param>
/// <param name="IsGlued">Nothing between the token before and this one.</param>
/// <param name="IsBroken">A mistake in it was reported: the sentence around it reports no other.</param>
internal readonly record struct Lexeme(Token Token, bool StartsLine, bool IsGlued, bool IsBroken)
{
    public TokenKind Kind => Token.Kind;

    public bool Is(string word) => Token.Kind == TokenKind.Word && string.Equals(Token.Value, word, StringComparison.OrdinalIgnoreCase);

    public bool IsOneOf(IReadOnlySet<string> words) => Token.Kind == TokenKind.Word && words.Contains(Token.Value);
}
