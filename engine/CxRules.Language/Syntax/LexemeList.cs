using System.Collections;

namespace CxRules.Language.Syntax;

/// <summary>The tokens of a file, in pieces: one array of them all would be a large object, each of which makes the collector look at the whole heap.</summary>
internal sealed class LexemeList : IReadOnlyList<Lexeme>
{
    private const int PieceBits = 10;
    private const int PieceLength = 1 << PieceBits;
    private const int FirstLength = 16;

    private readonly List<Lexeme[]> _pieces = [];
    private Lexeme[] _last = [];
    private int _lastCount;

    public int Count { get; private set; }

    public Lexeme this[int index] => index < Count
        ? _pieces[index >> PieceBits][index & (PieceLength - 1)]
        : throw new ArgumentOutOfRangeException(nameof(index));

    public void Add(Lexeme lexeme)
    {
        if (_lastCount == _last.Length)
        {
            Grow();
        }

        _last[_lastCount++] = lexeme;
        Count++;
    }

    public void AddRange(IEnumerable<Lexeme> lexemes)
    {
        foreach (var lexeme in lexemes)
        {
            Add(lexeme);
        }
    }

    public IEnumerator<Lexeme> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The first piece grows as it fills, since most sources are short.</summary>
    private void Grow()
    {
        if (_last.Length is 0 or PieceLength)
        {
            _last = new Lexeme[_pieces.Count == 0 ? FirstLength : PieceLength];
            _pieces.Add(_last);
            _lastCount = 0;
            return;
        }

        Array.Resize(ref _last, Math.Min(PieceLength, _last.Length * 4));
        _pieces[^1] = _last;
    }
}
