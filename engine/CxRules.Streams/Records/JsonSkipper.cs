using System.Buffers;

namespace CxRules.Streams.Records;

/// <summary>Passes over a JSON value without a look at its sense; it can stop anywhere and go on with the bytes that come later.</summary>
internal sealed class JsonSkipper
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("\"{}[],"u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);

    private int _depth;
    private bool _isText;
    private bool _isEscaped;

    /// <summary>A value has begun and not ended.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Begins at the first byte of a value.</summary>
    public void Start() => (IsOpen, _depth, _isText, _isEscaped) = (true, 0, false, false);

    /// <summary>How many of the bytes belong to the value; all of them where it goes on.</summary>
    public int Skip(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (IsOpen && at < text.Length)
        {
            at = _isText ? BehindText(text, at) : BehindMark(text, at);
        }

        return at;
    }

    private int BehindText(ReadOnlySpan<byte> text, int at)
    {
        if (_isEscaped)
        {
            _isEscaped = false;
            return at + 1;
        }

        var found = text[at..].IndexOfAny(InText);
        if (found < 0)
        {
            return text.Length;
        }

        _isEscaped = text[at + found] == '\\';
        _isText = _isEscaped;
        IsOpen = _isEscaped || _depth > 0;
        return at + found + 1;
    }

    private int BehindMark(ReadOnlySpan<byte> text, int at)
    {
        var found = text[at..].IndexOfAny(Marks);
        if (found < 0)
        {
            return text.Length;
        }

        at += found;
        switch (text[at])
        {
            case (byte)'"':
                _isText = true;
                return at + 1;
            case (byte)'{' or (byte)'[':
                _depth++;
                return at + 1;
            case (byte)',':
                IsOpen = _depth > 0;
                return IsOpen ? at + 1 : at;
            default:
                // At the outside it closes what the value stands in.
                IsOpen = _depth > 1;
                return _depth-- > 0 ? at + 1 : at;
        }
    }
}
