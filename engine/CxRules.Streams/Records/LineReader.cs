using CxRules.Streams.Files;

namespace CxRules.Streams.Records;

/// <summary>The lines of a stream, ended by LF, CRLF or CR, without a byte order mark.</summary>
internal sealed class LineReader(HistoryFile file) : IDisposable
{
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private int _length;
    private bool _afterReturn;
    private bool _finished;

    /// <summary>The number of the current line, from 1.</summary>
    public int Number { get; private set; }

    public ReadOnlySpan<byte> Current => _buffer.AsSpan(_start, _length);

    public bool Read()
    {
        _start += Number == 0 ? 0 : _length + 1;
        var scanned = 0;
        while (true)
        {
            SkipSecondHalf();
            var from = Math.Min(_start + scanned, _end);
            var found = _buffer.AsSpan(from, _end - from).IndexOfAny((byte)'\n', (byte)'\r');
            if (found >= 0)
            {
                _length = from + found - _start;
                _afterReturn = _buffer[from + found] == '\r';
                return Begin();
            }

            scanned = Math.Max(0, _end - _start);
            if (_finished || !Fill())
            {
                _length = Math.Max(0, _end - _start);
                return _length > 0 && !file.Guard.Failed ? Begin() : End();
            }
        }
    }

    public void Dispose() => file.Dispose();

    private bool Begin()
    {
        if (++Number == 1 && Current.StartsWith("\uFEFF"u8))
        {
            _start += 3;
            _length -= 3;
        }

        return true;
    }

    private bool End()
    {
        file.Guard.ThrowIfFailed();
        return false;
    }

    private void SkipSecondHalf()
    {
        if (_afterReturn && _start < _end)
        {
            _start += _buffer[_start] == '\n' ? 1 : 0;
            _afterReturn = false;
        }
    }

    private bool Fill()
    {
        var kept = Math.Max(0, _end - _start);
        if (kept == _buffer.Length)
        {
            if (_buffer.Length >= CsvRecords.MaxRecordSize)
            {
                throw new HistoryException(StreamErrors.RecordTooLong, file.Path, Number + 1, CsvRecords.MaxRecordSize >> 20);
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        if (kept > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
        }

        _start = 0;
        _end = kept;
        var count = file.Text.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _finished = count == 0;
        return count > 0;
    }
}
