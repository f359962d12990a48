namespace CxRules.Streams.Files;

/// <summary>A stream whose first bytes can be looked at before they are read. Works where the inner stream cannot seek.</summary>
internal sealed class HeadStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _head;
    private readonly int _length;
    private int _position;

    public HeadStream(Stream inner, int size)
    {
        _inner = inner;
        _head = new byte[size];
        _length = inner.ReadAtLeast(_head, size, throwOnEndOfStream: false);
    }

    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _length);

    public override int Read(Span<byte> buffer)
    {
        if (_position == _length)
        {
            return _inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _length - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
