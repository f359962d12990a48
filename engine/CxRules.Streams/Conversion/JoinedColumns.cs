using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams.Records;

namespace CxRules.Streams.Conversion;

/// <summary>
/// One value out of several columns; empty where one of them is. Those of an instant stand apart by a space; those of an id by `/`, with a
/// `\` before each `/` and `\` of their own, so that no two rows get one id by chance.
/// </summary>
internal sealed class JoinedColumns(ImmutableArray<int> slots, SourceField source)
{
    private const byte Slash = (byte)'/';
    private const byte Backslash = (byte)'\\';

    private readonly Substitutes? _substitutes = Substitutes.Create(source);
    private readonly bool _isInstant = source.Field.Kind == FieldKind.Instant;
    private byte[] _buffer = new byte[256];
    private int _length;

    /// <summary>Valid until the next call.</summary>
    public ReadOnlySpan<byte> ValueOf(RecordReader record)
    {
        _length = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var part = Utf8Text.Trim(record[slots[i]]);
            part = _substitutes is null ? part : _substitutes.For(part);
            if (part.IsEmpty)
            {
                return default;
            }

            if (i > 0)
            {
                Add(_isInstant ? (byte)' ' : Slash);
            }

            foreach (var unit in part)
            {
                if (!_isInstant && (unit is Slash or Backslash))
                {
                    Add(Backslash);
                }

                Add(unit);
            }
        }

        return _buffer.AsSpan(0, _length);
    }

    private void Add(byte unit)
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        _buffer[_length++] = unit;
    }
}
