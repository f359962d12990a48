using System.Collections.Immutable;
using CxRules.Model.Sources;
using CxRules.Streams.Files;

namespace CxRules.Streams.Records;

/// <summary>
/// Hands out the files of a history as chunks of whole records, in order, each to the thread that asks. Only this is done by one thread at a
/// time: reading the file, and finding a place between two records.
/// </summary>
internal sealed class HistoryChunks(ContactSource source, IReadOnlyList<string> paths, ImmutableArray<RecordColumn> columns) : IDisposable
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private readonly Lock _gate = new();
    private OpenFile? _open;
    private byte[] _rest = [];
    private int _restLength;
    private bool _isRead;
    private int _next;
    private int _line;
    private int _sequence;
    private bool _isStopped;
    private HistoryException? _failure;

    /// <summary>What ended the reading before the end; thrown once the rows before it have been delivered.</summary>
    public HistoryException? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>Chunks so far.</summary>
    public int HandedOut
    {
        get
        {
            lock (_gate)
            {
                return _sequence;
            }
        }
    }

    /// <summary>The file that is read, or should be.</summary>
    private string Path => paths[Math.Max(0, _next - 1)];

    /// <summary>Fills a chunk with the next records; false at the end.</summary>
    /// <param name="mostRecords">At least one.</param>
    public bool Next(RecordChunk chunk, int mostRecords)
    {
        lock (_gate)
        {
            try
            {
                while (_failure is null && !_isStopped && (_open ??= Open()) is { } open)
                {
                    if (Fill(open, chunk, mostRecords))
                    {
                        chunk.Sequence = _sequence++;
                        return true;
                    }

                    _open = null;
                    Close(open);
                }
            }
            catch (HistoryException failure)
            {
                _failure = failure;
            }
            catch (InvalidDataException cause)
            {
                _failure = new HistoryException(StreamErrors.DamagedGzip, Path, _line - 1, cause, []);
            }
            catch (IOException cause)
            {
                _failure = new HistoryException(StreamErrors.ReadFailed, Path, _line - 1, cause, [cause.Message]);
            }

            return false;
        }
    }

    /// <summary>No more chunks are handed out.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
        }
    }

    public void Dispose() => _open?.File.Dispose();

    /// <summary>The next file; null behind the last.</summary>
    private OpenFile? Open()
    {
        if (_next == paths.Count)
        {
            return null;
        }

        (_restLength, _isRead, _line) = (0, false, 1);
        var path = paths[_next++];
        var file = HistoryFile.Open(path);
        var record = new RecordFile(path, _next - 1, RecordFormats.SeparatorOf(source.Format, file), [], 0);
        var open = new OpenFile(file, record, source.Format is HistoryFormat.Csv or HistoryFormat.Tsv ? new(record.Separator) : null, source.Format == HistoryFormat.Json ? new(source.Records) : null);
        try
        {
            if (file.Text.Head.StartsWith(ByteOrderMark))
            {
                file.Text.ReadExactly(new byte[ByteOrderMark.Length]);
            }

            if (source.Format == HistoryFormat.JsonLines && JsonLayout.Mistake(file.Text.Head) is { } layout)
            {
                throw new HistoryException(StreamErrors.NotJsonLines, path, 1, layout);
            }

            return open.Quoted is null ? open : open with { Record = ReadHeader(open) };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private RecordFile ReadHeader(OpenFile open)
    {
        var chunk = new RecordChunk();
        while (Fill(open, chunk, 1))
        {
            if (CsvHeader.Read(open.Record, chunk, columns) is { } read)
            {
                return read;
            }
        }

        open.File.Guard.ThrowIfFailed();
        throw new HistoryException(StreamErrors.FileEmpty, open.Record.Path, 0);
    }

    private static void Close(OpenFile open)
    {
        open.File.Dispose();
        open.File.Guard.ThrowIfFailed();
    }

    /// <summary>False at the end of the file.</summary>
    private bool Fill(OpenFile open, RecordChunk chunk, int mostRecords)
    {
        chunk.File = open.Record;
        chunk.FirstLine = _line;
        while (_restLength > chunk.Capacity)
        {
            chunk.Grow();
        }

        _rest.AsSpan(0, _restLength).CopyTo(chunk.Buffer);
        chunk.Length = _restLength;
        while (true)
        {
            Read(open.File, chunk);
            if (chunk.Length == 0)
            {
                return End(open, hasRest: false);
            }

            chunk.ClearIndex();
            var (length, lines) = Cut(open, chunk, mostRecords);
            if (length > 0)
            {
                Keep(chunk.Buffer.AsSpan(length, chunk.Length - length));
                chunk.Length = length;
                _line += lines;
                return true;
            }

            if (_isRead)
            {
                // What a damaged file breaks off in is no record.
                return End(open, hasRest: true);
            }

            if (chunk.Capacity >= RecordFormats.MaxRecordSize)
            {
                throw new HistoryException(StreamErrors.RecordTooLong, open.Record.Path, _line, RecordFormats.MaxRecordSize >> 20);
            }

            chunk.Grow();
        }
    }

    /// <summary>The file's text ends here: it should have been closed, unless the file is damaged anyway.</summary>
    private bool End(OpenFile open, bool hasRest) =>
        open.Document?.End(hasRest, open.Record.Path, _line) is { } failure && !open.File.Guard.Failed ? throw failure : false;

    /// <summary>Fills what is free of the chunk; at the end of a whole file its last line is closed.</summary>
    private void Read(HistoryFile file, RecordChunk chunk)
    {
        while (!_isRead && chunk.Length < chunk.Capacity)
        {
            var count = file.Text.Read(chunk.Buffer.AsSpan(chunk.Length, chunk.Capacity - chunk.Length));
            chunk.Length += count;
            _isRead = count == 0;
            if (_isRead && !file.Guard.Failed && chunk.Length > 0 && chunk.Buffer[chunk.Length - 1] is not ((byte)'\n' or (byte)'\r'))
            {
                chunk.Buffer[chunk.Length++] = (byte)'\n';
            }
        }
    }

    /// <summary>How many bytes of the chunk's text are whole records, and their lines; 0 where none is whole.</summary>
    private (int Length, int Lines) Cut(OpenFile open, RecordChunk chunk, int mostRecords)
    {
        var text = chunk.Buffer.AsSpan(0, chunk.Length);
        if (open.Quoted is { } quoted && text.Contains((byte)'"'))
        {
            chunk.HasQuotes = true;
            chunk.IsIndexed = true;
            chunk.IsLast = _isRead && !open.File.Guard.Failed;
            return quoted.Fill(chunk, mostRecords);
        }

        if (open.Document is { } document)
        {
            chunk.IsIndexed = true;
            chunk.IsLast = _isRead && !open.File.Guard.Failed;
            return document.Fill(chunk, mostRecords);
        }

        var end = text.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        if (end == text.Length && !_isRead && end > 0 && text[^1] == '\r')
        {
            // Its line feed may still come.
            end = text[..^1].LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        }

        var lines = QuotedIndex.Lines(text[..end]);
        while (lines > mostRecords)
        {
            end = EndOfLines(text[..end], mostRecords);
            lines = QuotedIndex.Lines(text[..end]);
        }

        return (end, lines);
    }

    private static int EndOfLines(ReadOnlySpan<byte> text, int lines)
    {
        var end = 0;
        for (; lines > 0; lines--)
        {
            var found = end + text[end..].IndexOfAny((byte)'\n', (byte)'\r');
            end = found + (text[found..].StartsWith("\r\n"u8) ? 2 : 1);
        }

        return end;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > _rest.Length)
        {
            _rest = new byte[2 * rest.Length];
        }

        rest.CopyTo(_rest);
        _restLength = rest.Length;
    }

    /// <param name="Quoted">Finds the records of a table; null for JSON.</param>
    /// <param name="Document">Finds those of JSON that does not stand in lines; null for all others.</param>
    private sealed record OpenFile(HistoryFile File, RecordFile Record, QuotedIndex? Quoted, JsonDocument? Document);
}
