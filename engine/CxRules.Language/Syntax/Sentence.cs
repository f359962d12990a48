using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>The tokens that one parser must use up, and how far it came.</summary>
internal sealed class Sentence
{
    private static readonly Lexeme NoLexeme = new(new(TokenKind.End, default, string.Empty, default), false, false, false);

    private readonly IReadOnlyList<Lexeme> _lexemes;
    private readonly int _start;
    private List<Expectation>? _expected;

    public Sentence(SourceText source, IReadOnlyList<Lexeme> lexemes, int start, int end, Lexeme before)
    {
        Source = source;
        _lexemes = lexemes;
        _start = start;
        Count = end - start;
        Before = before;
    }

    public SourceText Source { get; }

    public int Count { get; }

    /// <summary>What stands before the first token: the clause's keyword.</summary>
    public Lexeme Before { get; }

    /// <summary>The furthest place at which a token was wanted that is not there.</summary>
    public int Furthest { get; private set; }

    /// <summary>What was wanted there.</summary>
    public IReadOnlyList<Expectation> Expected => _expected ?? [];

    /// <summary>Whether what is wanted is kept. It is wanted at almost every token, and of use only where none was right.</summary>
    public bool NotesExpected { get; set; }

    /// <summary>The token at a place, a token of kind End beyond the last, and <see cref="Before"/> before the first.</summary>
    public Lexeme this[int index] => index < 0 ? Before : index < Count ? _lexemes[_start + index] : NoLexeme;

    public TextSpan Span => Count == 0 ? new(Before.Token.Span.End, 0) : this[0].Token.Span.To(this[Count - 1].Token.Span);

    public bool IsBroken
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (this[i].IsBroken)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public void Expect(int index, Expectation expectation)
    {
        if (!NotesExpected || index < Furthest)
        {
            return;
        }

        if (_expected is null || index > Furthest)
        {
            Furthest = index;
            _expected = [];
        }

        if (!_expected.Contains(expectation))
        {
            _expected.Add(expectation);
        }
    }
}
