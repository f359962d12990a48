using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A token with what the grammar needs to know of its surroundings, in 24 bytes: a file has tens of thousands, and they are copied often.</summary>
internal readonly record struct Lexeme
{
    private readonly int _start;
    private readonly int _length;
    private readonly byte _kind;

    /// <param name="startsLine">Only white space and comments before it on its line.</param>
    /// <param name="isGlued">Nothing between the token before and this one.</param>
    /// <param name="isBroken">A mistake in it was reported: the sentence around it reports no other.</param>
    public Lexeme(Token token, bool startsLine, bool isGlued, bool isBroken)
    {
        Value = token.Value;
        _start = token.Span.Start;
        _length = token.Span.Length;
        _kind = (byte)token.Kind;
        StartsLine = startsLine;
        IsGlued = isGlued;
        IsBroken = isBroken;
    }

    public string Value { get; }

    public bool StartsLine { get; init; }

    public bool IsGlued { get; }

    public bool IsBroken { get; }

    public TokenKind Kind => (TokenKind)_kind;

    public TextSpan Span => new(_start, _length);

    public Token Token => new(Kind, Span, Value, default);

    public bool Is(string word) => Kind == TokenKind.Word && string.Equals(Value, word, StringComparison.OrdinalIgnoreCase);

    public bool IsOneOf(IReadOnlySet<string> words) => Kind == TokenKind.Word && words.Contains(Value);
}
