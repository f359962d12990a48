using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Model.Sources;
using CxRules.Streams.Conversion;
using CxRules.Streams.Records;

namespace CxRules.Streams;

/// <summary>Fills batches from the chunks of a history, each from one.</summary>
internal sealed class ContactReader : IContactReader
{
    /// <summary>What is read of a row that only says that its contact is erased.</summary>
    private static readonly string[] OfTombstones = ["id", "source", "erased"];

    private readonly ContactSource _source;
    private readonly ContactDictionaries _dictionaries;
    private readonly SharedHistory _history;
    private readonly bool _isFirst;
    private readonly RecordChunk _chunk = new();
    private readonly RecordReader _records;
    private readonly FieldConverter[] _converters;
    private readonly FieldConverter[] _perRow;
    private readonly FieldConverter[] _constant;
    private readonly FieldConverter? _erased;
    private readonly RefusedRows _refused = new();
    private FieldPlace[] _places = [];
    private int[] _rows = [];
    private int[] _living = [];
    private bool[] _isTombstone = [];
    private List<Reject> _rejects = [];
    private ContactBatch? _batch;

    private ContactReader(ContactSource source, ContactDictionaries dictionaries, RecordLayout layout, FieldConverter[] converters, SharedHistory history, bool isFirst)
    {
        _source = source;
        _dictionaries = dictionaries;
        _history = history;
        _isFirst = isFirst;
        _records = RecordFormats.Reader(source.Format, layout.Columns);
        _converters = converters;
        _constant = [.. _converters.Where(converter => converter.IsConstant && converter.Mapping.WhenMissing is null)];
        _perRow = [.. _converters.Except(_constant)];
        _erased = Array.Find(_converters, converter => converter.Mapping.Target.Name == "erased");
    }

    public IReadOnlyList<Reject> Rejects => _history.Rejects;

    public long Received => _history.Received;

    /// <exception cref="HistoryException">The source has a pattern or a constant that cannot be used.</exception>
    public static ContactReader Open(ContactSource source, IReadOnlyList<string> files, ContactDictionaries dictionaries)
    {
        var (layout, converters) = Convert(source, dictionaries);
        return new(source, dictionaries, layout, converters, new(new(source, files, layout.Columns)), isFirst: true);
    }

    public IContactReader Share()
    {
        var (layout, converters) = Convert(_source, _dictionaries);
        return new ContactReader(_source, _dictionaries, layout, converters, _history, isFirst: false);
    }

    public bool Read(ContactBatch batch)
    {
        Bind(batch);
        batch.Clear();
        if (!_history.Chunks.Next(_chunk, batch.Capacity))
        {
            return _isFirst && _history.End() is { } failure ? throw failure : false;
        }

        try
        {
            batch.Sequence = _chunk.Sequence;
            Fill(batch);
        }
        finally
        {
            _history.Add(_chunk.Sequence, batch.Count, _rejects);
            _rejects = _rejects.Count == 0 ? _rejects : [];
        }

        return true;
    }

    public void Dispose()
    {
        if (_isFirst)
        {
            _history.Chunks.Dispose();
        }
    }

    private static (RecordLayout Layout, FieldConverter[] Converters) Convert(ContactSource source, ContactDictionaries dictionaries)
    {
        var layout = new RecordLayout(source);
        return (layout, [.. FieldConverters.Create(source, dictionaries, layout)]);
    }

    private void Bind(ContactBatch batch)
    {
        if (_batch == batch)
        {
            return;
        }

        if (batch.Dictionaries != _dictionaries)
        {
            throw new ArgumentException("The batch has other dictionaries than the reader.", nameof(batch));
        }

        _batch = batch;
        foreach (var converter in _converters)
        {
            converter.Bind(batch);
        }
    }

    private void Fill(ContactBatch batch)
    {
        _records.Open(_chunk);
        foreach (var (line, fault) in _records.Faulty)
        {
            Refuse(line, fault.Kind, fault.Kind.Format([.. fault.Arguments]));
        }

        var rows = Rows();
        while (!TryConvert(batch, rows))
        {
            rows = Leave(rows);
            batch.Clear();
        }

        Finish(batch, rows);
        _rejects.Sort((left, right) => left.Line.CompareTo(right.Line));
    }

    /// <summary>The records of the rows.</summary>
    private Span<int> Rows()
    {
        var count = _records.Records.Count;
        if (_rows.Length < count)
        {
            (_rows, _living, _isTombstone, _places) = (new int[count], new int[count], new bool[count], new FieldPlace[count]);
        }

        for (var row = 0; row < count; row++)
        {
            _rows[row] = _records.Records[row];
        }

        return _rows.AsSpan(0, count);
    }

    /// <summary>Converts column after column; false where a row is refused: then the others are converted again without it.</summary>
    private bool TryConvert(ContactBatch batch, ReadOnlySpan<int> rows)
    {
        _refused.Clear(rows.Length);
        var places = _places.AsSpan(0, rows.Length);
        var living = _erased is null ? rows : Living(_erased, batch, rows);
        foreach (var converter in _perRow)
        {
            var isOfTombstones = _erased is null || OfTombstones.Contains(converter.Mapping.Target.Name);
            _refused.Pardon(isOfTombstones ? null : _isTombstone);
            converter.Convert(_records, isOfTombstones ? rows : living, places, _refused);
        }

        foreach (var refused in _refused.Rows)
        {
            Refuse(_records.LineOf(rows[refused.Row]), refused.Kind, RejectMessage.Of(refused.Kind, refused.Converter, _chunk[refused.Place]));
        }

        return _refused.Rows.Count == 0;
    }

    /// <summary>The records of the rows, -1 for those that only say that their contact is erased.</summary>
    private ReadOnlySpan<int> Living(FieldConverter erased, ContactBatch batch, ReadOnlySpan<int> rows)
    {
        erased.Convert(_records, rows, _places.AsSpan(0, rows.Length), _refused);
        var values = batch.Number(_dictionaries.Schema.Erased).Values;
        for (var row = 0; row < rows.Length; row++)
        {
            _isTombstone[row] = !_refused[row] && values[row] == 1;
            _living[row] = _isTombstone[row] ? -1 : rows[row];
        }

        _refused.Clear(rows.Length);
        return _living.AsSpan(0, rows.Length);
    }

    /// <summary>The rows that are not refused.</summary>
    private Span<int> Leave(Span<int> rows)
    {
        var left = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (!_refused[row])
            {
                rows[left++] = rows[row];
            }
        }

        return rows[..left];
    }

    private void Finish(ContactBatch batch, ReadOnlySpan<int> rows)
    {
        var id = batch.Text(_dictionaries.Schema.Id);
        var file = _chunk.File?.Index ?? 0;
        for (var row = 0; row < rows.Length; row++)
        {
            batch.IdHash[row] = StableHash.Of(id[row]);
            batch.ContentHash[row] = _records.ContentHash(rows[row]);
            batch.FileIndex[row] = file;
            batch.Line[row] = _records.LineOf(rows[row]);
        }

        batch.Count = rows.Length;
        foreach (var converter in _constant)
        {
            converter.Repeat(rows.Length);
        }
    }

    private void Refuse(int line, RejectKind kind, string message) => _rejects.Add(new Reject(_chunk.File?.Path ?? "", line, kind.Code, message));
}
