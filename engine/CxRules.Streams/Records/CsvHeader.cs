using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CxRules.Streams.Records;

/// <summary>Finds the mapped columns in a header.</summary>
internal static class CsvHeader
{
    private static readonly ImmutableArray<RecordColumn> NoColumns = [];

    /// <summary>The file with the fields of its header, the chunk's only record; null where that is blank.</summary>
    /// <exception cref="HistoryException">The header's quotes are broken, or a column is missing.</exception>
    public static RecordFile? Read(RecordFile file, RecordChunk chunk, ImmutableArray<RecordColumn> columns)
    {
        var header = new CsvRecords(NoColumns);
        header.Open(chunk);
        var place = chunk[0];
        if (chunk.FaultOf(0) is { } fault)
        {
            throw new HistoryException(fault.Kind, file.Path, chunk.FirstLine, [.. fault.Arguments]);
        }

        if (Utf8Text.Trim(chunk.Buffer.AsSpan(place.Start, place.End - place.Start)).IsEmpty)
        {
            return null;
        }

        chunk.File = file with { Columns = [.. Enumerable.Range(0, place.FieldCount)], FieldCount = place.FieldCount };
        header.Open(chunk);
        var names = new List<string>();
        Span<FieldPlace> name = [default];
        for (var field = 0; field < place.FieldCount; field++)
        {
            header.Find(field, [0], name);
            names.Add(Encoding.UTF8.GetString(chunk[name[0]]));
        }

        return chunk.File with { Columns = Find(file.Path, names, columns) };
    }

    /// <summary>The index of each column; names compare as written, white space around them aside.</summary>
    public static int[] Find(string file, IReadOnlyList<string> header, ImmutableArray<RecordColumn> columns)
    {
        var names = header.Select(name => name.Trim()).ToArray();
        return [.. columns.Select(column => IndexOf(file, names, column))];
    }

    private static int IndexOf(string file, string[] names, RecordColumn column)
    {
        var index = Array.IndexOf(names, column.Name.Trim());
        if (index < 0 && Numbered(names, column.Name.Trim()) is { } numbered)
        {
            return numbered;
        }

        if (index < 0)
        {
            throw new HistoryException(StreamErrors.MissingColumn, file, 1, column.Name, column.Field, Remedy(names, column.Name));
        }

        return Array.IndexOf(names, names[index], index + 1) < 0
            ? index
            : throw new HistoryException(StreamErrors.DuplicateColumn, file, 1, column.Name, column.Field);
    }

    /// <summary>`category#2` is the second of several columns `category`.</summary>
    private static int? Numbered(string[] names, string wanted)
    {
        var mark = wanted.LastIndexOf('#');
        if (mark < 0 || !int.TryParse(wanted.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        int[] places = [.. names.Index().Where(name => name.Item == wanted[..mark]).Select(name => name.Index)];
        return places.Length > 1 && number >= 1 && number <= places.Length ? places[number - 1] : null;
    }

    private static string Remedy(string[] names, string wanted) => Similar.To(wanted, names) is { } name
        ? $"Did you mean '{name}'? Mend the source file."
        : $"It has: {string.Join(", ", names.Take(30).Select(name => $"'{Shown.Shorten(name)}'"))}{(names.Length > 30 ? " …" : "")}. Mend the source file, or check that its `format` fits.";
}
