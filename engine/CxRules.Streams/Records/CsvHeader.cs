using System.Collections.Immutable;
using System.Globalization;

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
