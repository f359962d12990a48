using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>
/// A place in a sentence, as Sprache moves through it: its position is the index of a token. It is also the result of a parser that takes
/// that token, which is most of them.
/// </summary>
internal sealed class TokenInput : IInput, IResult<Token>
{
    private static readonly string[] s_nothing = [];

    private readonly TokenInput _first;
    private TokenInput? _next;
    private Sentence? _sentence;
    private Dictionary<object, object>? _memos;

    public TokenInput() => _first = this;

    private TokenInput(TokenInput first, int position)
    {
        _first = first;
        Position = position;
    }

    public Sentence Sentence => _first._sentence ?? throw new InvalidOperationException("No sentence was begun.");

    public int Position { get; }

    public Lexeme Lexeme => Sentence[Position];

    public Token Token => Lexeme.Token;

    public bool AtEnd => Position >= Sentence.Count;

    public string Source => Sentence.Source.Content;

    /// <summary>Sprache shows it in messages of its own, which nobody reads.</summary>
    public char Current => AtEnd ? '\0' : Source[Token.Span.Start];

    public int Line => Sentence.Source.PositionOf(Token.Span.Start).Line;

    public int Column => Sentence.Source.PositionOf(Token.Span.Start).Column;

    public IDictionary<object, object> Memos => _memos ??= [];

    public TokenInput Next => _next ??= new(_first, Position + 1);

    Token IResult<Token>.Value => Token;

    bool IResult<Token>.WasSuccessful => true;

    string IResult<Token>.Message => string.Empty;

    IEnumerable<string> IResult<Token>.Expectations => s_nothing;

    IInput IResult<Token>.Remainder => Next;

    /// <summary>Places the first input, and all that follow it, in another sentence: one chain of them serves many sentences.</summary>
    public void Begin(Sentence sentence) => _sentence = sentence;

    public IInput Advance() => AtEnd ? throw new InvalidOperationException("There is no token beyond the last.") : Next;

    /// <summary>The token some places on, or before.</summary>
    public Lexeme Peek(int distance) => Sentence[Position + distance];

    public bool Equals(IInput? other) => other is TokenInput input && ReferenceEquals(input.Sentence, Sentence) && input.Position == Position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}
