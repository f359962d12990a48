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
    private readonly FieldConverter[] _ofTombstones;
    private readonly FieldConverter[] _notOfTombstones;
    private readonly FieldConverter? _erased;
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
        _ofTombstones = [.. _perRow.Where(converter => OfTombstones.Contains(converter.Mapping.Target.Name))];
        _notOfTombstones = [.. _perRow.Except(_ofTombstones)];
        _erased = Array.Find(_converters, converter => converter.Mapping.Target.Name == "erased");
    }

    public IReadOnlyList<Reject> Rejects => _history.Rejects;

    public long Received => _history.Received;

    /// <exception cref="HistoryException">The source has a pattern or a constant that cannot be used.</exception>
    public static ContactReader Open(ContactSource source, IReadOnlyList<string> files, ContactDictionaries dictionaries)
    {
        var (layout, converters) = Convert(source, dictionaries);
        return new(source, dictionaries, layout, converters, new(new(source.Format, files, layout.Columns)), isFirst: true);
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
        var id = batch.Text(_dictionaries.Schema.Id);
        var records = _records;
        records.Open(_chunk);
        var file = _chunk.File?.Index ?? 0;
        while (records.Read())
        {
            var row = batch.Count;
            if (!Convert(records, row))
            {
                continue;
            }

            batch.IdHash[row] = StableHash.Of(id[row]);
            batch.ContentHash[row] = records.ContentHash;
            batch.FileIndex[row] = file;
            batch.Line[row] = records.Line;
            batch.Count = row + 1;
        }

        foreach (var converter in _constant)
        {
            converter.Repeat(batch.Count);
        }
    }

    private bool Convert(RecordReader records, int row)
    {
        if (records.Fault is { } fault)
        {
            Refuse(records, fault.Kind, fault.Kind.Format([.. fault.Arguments]));
            return false;
        }

        if (_erased is null || !IsTombstone(records, _erased, row))
        {
            return Convert(records, _perRow, row);
        }

        if (!Convert(records, _ofTombstones, row))
        {
            return false;
        }

        foreach (var converter in _notOfTombstones)
        {
            converter.Convert(default, row);
        }

        return true;
    }

    private bool Convert(RecordReader records, FieldConverter[] converters, int row)
    {
        foreach (var converter in converters)
        {
            var value = converter.ValueOf(records);
            if (converter.Convert(value, row) is { } kind)
            {
                TakeBack(row);
                Refuse(records, kind, RejectMessage.Of(kind, converter, value));
                return false;
            }
        }

        return true;
    }

    private bool IsTombstone(RecordReader records, FieldConverter erased, int row) =>
        erased.Convert(erased.ValueOf(records), row) is null && _batch?.Number(_dictionaries.Schema.Erased).Values[row] == 1;

    private void TakeBack(int rows)
    {
        foreach (var converter in _perRow)
        {
            converter.TakeBack(rows);
        }
    }

    private void Refuse(RecordReader records, RejectKind kind, string message) =>
        _rejects.Add(new Reject(_chunk.File?.Path ?? "", records.Line, kind.Code, message));
}
