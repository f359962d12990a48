using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Model.Sources;
using CxRules.Streams.Conversion;
using CxRules.Streams.Records;

namespace CxRules.Streams;

/// <summary>Fills batches from the records of all files.</summary>
internal sealed class ContactReader : IContactReader
{
    /// <summary>What is read of a row that only says that its contact is erased.</summary>
    private static readonly string[] OfTombstones = ["id", "source", "erased"];

    private readonly ContactSource _source;
    private readonly IReadOnlyList<string> _files;
    private readonly ContactDictionaries _dictionaries;
    private readonly RecordLayout _layout;
    private readonly FieldConverter[] _converters;
    private readonly FieldConverter[] _ofTombstones;
    private readonly FieldConverter[] _notOfTombstones;
    private readonly FieldConverter? _erased;
    private readonly RejectList _rejects = new();
    private RecordReader? _records;
    private HistoryException? _failure;
    private ContactBatch? _batch;
    private int _file = -1;
    private long _accepted;

    public ContactReader(ContactSource source, IReadOnlyList<string> files, ContactDictionaries dictionaries)
    {
        _source = source;
        _files = files;
        _dictionaries = dictionaries;
        _layout = new(source);
        _converters = [.. FieldConverters.Create(source, dictionaries, _layout)];
        _ofTombstones = [.. _converters.Where(converter => OfTombstones.Contains(converter.Mapping.Target.Name))];
        _notOfTombstones = [.. _converters.Except(_ofTombstones)];
        _erased = Array.Find(_converters, converter => converter.Mapping.Target.Name == "erased");
    }

    public IReadOnlyList<Reject> Rejects => _rejects.Rows;

    public long Received => _accepted + _rejects.Rows.Count;

    private int Line => _records?.Line ?? 0;

    public bool Read(ContactBatch batch)
    {
        Bind(batch);
        batch.Clear();
        try
        {
            Fill(batch);
        }
        catch (HistoryException failure)
        {
            _failure = failure;
        }
        catch (InvalidDataException cause)
        {
            _failure = new HistoryException(StreamErrors.DamagedGzip, _files[_file], Line, cause, []);
        }
        catch (IOException cause)
        {
            _failure = new HistoryException(StreamErrors.ReadFailed, _files[_file], Line, cause, [cause.Message]);
        }

        if (batch.Count == 0 && _failure is not null)
        {
            throw _failure;
        }

        return batch.Count > 0;
    }

    public void Dispose() => _records?.Dispose();

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
        while (_failure is null && batch.Count < batch.Capacity && Next() is { } records)
        {
            var row = batch.Count;
            if (!Convert(records, row))
            {
                continue;
            }

            batch.IdHash[row] = StableHash.Of(id[row]);
            batch.ContentHash[row] = records.ContentHash;
            batch.FileIndex[row] = _file;
            batch.Line[row] = records.Line;
            batch.Count = row + 1;
            _accepted++;
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
            return Convert(records, _converters, row);
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
        foreach (var converter in _converters)
        {
            converter.TakeBack(rows);
        }
    }

    private void Refuse(RecordReader records, RejectKind kind, string message) =>
        _rejects.Add(new Reject(_files[_file], records.Line, kind.Code, message));

    /// <summary>The reader on its next record, in this file or the following ones; null at the end of the last.</summary>
    private RecordReader? Next()
    {
        while (true)
        {
            if (_records is not null && _records.Read())
            {
                return _records;
            }

            _records?.Dispose();
            _records = null;
            if (_file + 1 >= _files.Count)
            {
                return null;
            }

            _file++;
            _records = RecordFormats.Open(_source.Format, _files[_file], _layout.Columns);
        }
    }
}
