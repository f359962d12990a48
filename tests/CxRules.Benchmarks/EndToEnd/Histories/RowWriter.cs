using System.Buffers.Text;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>Writes rows of CSV as bytes; nothing is allocated for a row.</summary>
internal sealed class RowWriter(Stream stream) : IDisposable
{
    private const int LongestRow = 512;

    private readonly byte[] _bytes = new byte[1 << 20];
    private int _length;

    public void Text(ReadOnlySpan<byte> text)
    {
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    public void Number(long value)
    {
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out var written);
        _length += written;
    }

    public void TwoDigits(int value)
    {
        Letter((char)('0' + (value / 10)));
        Letter((char)('0' + (value % 10)));
    }

    public void Letter(char letter) => _bytes[_length++] = (byte)letter;

    public void EndRow()
    {
        Letter('\n');
        if (_length > _bytes.Length - LongestRow)
        {
            Flush();
        }
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        stream.Write(_bytes, 0, _length);
        _length = 0;
    }
}
