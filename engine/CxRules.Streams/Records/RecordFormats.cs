using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Model.Sources;
using CxRules.Streams.Files;

namespace CxRules.Streams.Records;

/// <summary>The reader of each format.</summary>
internal static class RecordFormats
{
    private static readonly FrozenDictionary<HistoryFormat, Func<HistoryFile, ImmutableArray<RecordColumn>, RecordReader>> ByFormat =
        new Dictionary<HistoryFormat, Func<HistoryFile, ImmutableArray<RecordColumn>, RecordReader>>
        {
            [HistoryFormat.Csv] = (file, columns) => new CsvRecords(file, ',', columns),
            [HistoryFormat.Tsv] = (file, columns) => new CsvRecords(file, '\t', columns),
            [HistoryFormat.JsonLines] = (file, columns) => new JsonRecords(file, columns),
        }.ToFrozenDictionary();

    public static RecordReader Open(HistoryFormat format, string path, ImmutableArray<RecordColumn> columns)
    {
        var file = HistoryFile.Open(path);
        try
        {
            return ByFormat[format](file, columns);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
