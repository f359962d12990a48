using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Streams.Records;

namespace CxRules.Streams.Conversion;

/// <summary>
/// One value out of several columns; empty where one of them is. Those of an instant stand apart by a space; those of an id by `/`, with a
/// `\` before each `/` and `\` of their own, so that no two rows get one id by chance. Those of a sum become its parts, the empty ones too.
/// </summary>
internal sealed class JoinedColumns(ImmutableArray<int> slots, SourceField source)
{
    private const byte Slash = (byte)'/';
    private const byte Backslash = (byte)'\\';

    private readonly Substitutes? _substitutes = source.IsSum ? null : Substitutes.Create(source);
    private readonly bool _escapes = source is { IsSum: false, Field.Kind: not FieldKind.Instant };
    private readonly byte _separator = source.IsSum ? Parts.Separator : source.Field.Kind == FieldKind.Instant ? (byte)' ' : Slash;
    private FieldPlace[] _parts = [];

    /// <summary>As <see cref="RecordReader.Find"/>, for the joined values.</summary>
    public void Find(RecordReader reader, ReadOnlySpan<int> records, Span<FieldPlace> places)
    {
        if (_parts.Length < slots.Length * records.Length)
        {
            _parts = new FieldPlace[slots.Length * records.Length];
        }

        for (var i = 0; i < slots.Length; i++)
        {
            reader.Find(slots[i], records, _parts.AsSpan(i * records.Length, records.Length));
        }

        for (var row = 0; row < records.Length; row++)
        {
            places[row] = Join(reader.Chunk, row, records.Length);
        }
    }

    private FieldPlace Join(RecordChunk chunk, int row, int rows)
    {
        var most = slots.Length;
        for (var i = 0; i < slots.Length; i++)
        {
            var part = PartOf(chunk, _parts[(i * rows) + row]);
            if (part.IsEmpty && !source.IsSum)
            {
                return default;
            }

            most += 2 * part.Length;
        }

        var room = chunk.RoomToRewrite(most);
        var length = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            if (i > 0)
            {
                room[length++] = _separator;
            }

            foreach (var unit in PartOf(chunk, _parts[(i * rows) + row]))
            {
                if (_escapes && (unit is Slash or Backslash))
                {
                    room[length++] = Backslash;
                }

                room[length++] = unit;
            }
        }

        return chunk.Rewritten(length);
    }

    private ReadOnlySpan<byte> PartOf(RecordChunk chunk, FieldPlace place)
    {
        var part = Utf8Text.Trim(chunk[place]);
        return _substitutes is null ? part : _substitutes.For(part);
    }
}
