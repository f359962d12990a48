using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using CxRules.Model.Contacts;

namespace CxRules.Streams.Conversion;

/// <summary>Sets of codes, apart by `,` `;` or `|`, or as a JSON array; each code once.</summary>
internal sealed class ListConverter(FieldMapping mapping, CategoryDictionary dictionary) : FieldConverter(mapping)
{
    private static readonly SearchValues<byte> Separators = SearchValues.Create(",;|"u8);

    private readonly Utf8Table _known = new();
    private int[] _codes = new int[16];
    private int _count;
    private byte[] _unescaped = new byte[256];
    private ListColumn? _column;

    public override void Bind(ContactBatch batch) => _column = batch.List(Mapping.Target);

    public override RejectKind? Set(ReadOnlySpan<byte> value, int row)
    {
        _count = 0;
        if (!Utf8.IsValid(value))
        {
            return StreamErrors.InvalidText;
        }

        var prepared = Prepare(value);
        if (!prepared.IsEmpty && prepared[0] == '[')
        {
            if (!AddArray(prepared))
            {
                return StreamErrors.BadList;
            }
        }
        else
        {
            AddSeparated(prepared);
        }

        _column?.Append(_codes.AsSpan(0, _count));
        return null;
    }

    private void AddSeparated(ReadOnlySpan<byte> list)
    {
        while (!list.IsEmpty)
        {
            var end = list.IndexOfAny(Separators);
            Add(end < 0 ? list : list[..end]);
            list = end < 0 ? default : list[(end + 1)..];
        }
    }

    private bool AddArray(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return false;
                }

                Add(reader.TokenType == JsonTokenType.Null ? default : reader.ValueIsEscaped ? Unescape(ref reader) : reader.ValueSpan);
            }

            return !reader.Read();
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader reader)
    {
        if (_unescaped.Length < reader.ValueSpan.Length)
        {
            _unescaped = new byte[reader.ValueSpan.Length * 2];
        }

        return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    private void Add(ReadOnlySpan<byte> element)
    {
        if (!_known.TryGet(element, out var code))
        {
            code = dictionary.Add(Prepare(element));
            _known.Add(element, code);
        }

        if (code == 0 || _codes.AsSpan(0, _count).Contains(code))
        {
            return;
        }

        if (_count == _codes.Length)
        {
            Array.Resize(ref _codes, _count * 2);
        }

        _codes[_count++] = code;
    }
}
