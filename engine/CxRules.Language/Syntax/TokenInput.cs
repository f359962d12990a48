using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>
/// A place in a sentence, as Sprache moves through it: its position is the index of a token. It is also the result of a parser that takes
/// that token, which is most of them.
/// </summary>
internal sealed class TokenInput(Sentence sentence, int position) : IInput, IResult<Token>
{
    private static readonly string[] s_nothing = [];

    private TokenInput? _next;
    private Dictionary<object, object>? _memos;

    public Sentence Sentence => sentence;

    public int Position => position;

    public Lexeme Lexeme => sentence[position];

    public Token Token => sentence[position].Token;

    public bool AtEnd => position >= sentence.Count;

    public string Source => sentence.Source.Content;

    /// <summary>Sprache shows it in messages of its own, which nobody reads.</summary>
    public char Current => AtEnd ? '\0' : Source[Token.Span.Start];

    public int Line => sentence.Source.PositionOf(Token.Span.Start).Line;

    public int Column => sentence.Source.PositionOf(Token.Span.Start).Column;

    public IDictionary<object, object> Memos => _memos ??= [];

    public TokenInput Next => _next ??= new(sentence, position + 1);

    Token IResult<Token>.Value => Token;

    bool IResult<Token>.WasSuccessful => true;

    string IResult<Token>.Message => string.Empty;

    IEnumerable<string> IResult<Token>.Expectations => s_nothing;

    IInput IResult<Token>.Remainder => Next;

    public IInput Advance() => AtEnd ? throw new InvalidOperationException("There is no token beyond the last.") : Next;

    /// <summary>The token some places on, or before.</summary>
    public Lexeme Peek(int distance) => sentence[position + distance];

    public bool Equals(IInput? other) => other is TokenInput input && ReferenceEquals(input.Sentence, sentence) && input.Position == position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;
}
