using System.Collections.Immutable;

namespace CxRules.Streams.Records;

/// <summary>Finds the mapped columns in a header.</summary>
internal static class CsvHeader
{
    /// <summary>The index of each column; names compare as written, white space around them aside.</summary>
    public static int[] Find(string file, IReadOnlyList<string> header, ImmutableArray<RecordColumn> columns)
    {
        var names = header.Select(name => name.Trim()).ToArray();
        return [.. columns.Select(column => IndexOf(file, names, column))];
    }

    private static int IndexOf(string file, string[] names, RecordColumn column)
    {
        var index = Array.IndexOf(names, column.Name.Trim());
        if (index < 0)
        {
            throw new HistoryException(StreamErrors.MissingColumn, file, 1, column.Name, column.Field, Remedy(names, column.Name));
        }

        return Array.IndexOf(names, names[index], index + 1) < 0
            ? index
            : throw new HistoryException(StreamErrors.DuplicateColumn, file, 1, column.Name, column.Field);
    }

    private static string Remedy(string[] names, string wanted) => Similar.To(wanted, names) is { } name
        ? $"Did you mean '{name}'? Mend the source file."
        : $"It has: {string.Join(", ", names.Take(30).Select(name => $"'{Shown.Shorten(name)}'"))}{(names.Length > 30 ? " …" : "")}. Mend the source file, or check that its `format` fits.";
}
