using CxRules.Model.Sources;

namespace CxRules.Streams.Records;

/// <summary>All values that a path finds in each record, put together as one: a JSON array for lists, parts apart by <see cref="Parts.Separator"/> for sums.</summary>
internal sealed class JsonValues(bool isList)
{
    private readonly List<(int Record, FieldPlace Place)> _values = [];

    /// <summary>Null for a column that has one value.</summary>
    public static JsonValues? Of(RecordColumn column) =>
        column.Taken >= ValuesTaken.All && ColumnPath.Parse(column.Name).HasSelector ? new(column.TakesArray) : null;

    public void Clear() => _values.Clear();

    /// <param name="record">Never smaller than one before.</param>
    public void Add(int record, FieldPlace place) => _values.Add((record, place));

    /// <summary>As <see cref="RecordReader.Find"/>.</summary>
    public void Find(RecordChunk chunk, ReadOnlySpan<int> records, Span<FieldPlace> places)
    {
        var first = 0;
        for (var row = 0; row < records.Length; row++)
        {
            while (first < _values.Count && _values[first].Record < records[row])
            {
                first++;
            }

            var end = first;
            while (end < _values.Count && _values[end].Record == records[row])
            {
                end++;
            }

            places[row] = end == first ? default : Together(chunk, first, end);
            first = end;
        }
    }

    private FieldPlace Together(RecordChunk chunk, int first, int end)
    {
        var most = 2;
        for (var i = first; i < end; i++)
        {
            most += _values[i].Place.Length + 1;
        }

        var room = chunk.RoomToRewrite(most);
        var length = 0;
        for (var i = first; i < end; i++)
        {
            room[length++] = isList ? (byte)(i == first ? '[' : ',') : Parts.Separator;
            var value = chunk[_values[i].Place];
            value.CopyTo(room[length..]);
            length += value.Length;
        }

        if (isList)
        {
            room[length++] = (byte)']';
        }

        return chunk.Rewritten(length);
    }
}
