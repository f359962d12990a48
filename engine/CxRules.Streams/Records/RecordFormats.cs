using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Model.Sources;
using CxRules.Streams.Files;

namespace CxRules.Streams.Records;

/// <summary>How the records of each format are found and read.</summary>
internal static class RecordFormats
{
    public const int MaxRecordSize = 16 << 20;

    private static readonly FrozenDictionary<HistoryFormat, (Func<HistoryFile, byte> SeparatorOf, Func<ImmutableArray<RecordColumn>, RecordReader> Read)> ByFormat =
        new Dictionary<HistoryFormat, (Func<HistoryFile, byte>, Func<ImmutableArray<RecordColumn>, RecordReader>)>
        {
            [HistoryFormat.Csv] = (file => CsvSeparator.Of((byte)',', file.Text.Head), columns => new CsvRecords(columns)),
            [HistoryFormat.Tsv] = (_ => (byte)'\t', columns => new CsvRecords(columns)),
            [HistoryFormat.JsonLines] = (_ => (byte)'\n', columns => new JsonRecords(columns)),
            [HistoryFormat.Json] = (_ => (byte)'\n', columns => new JsonRecords(columns)),
        }.ToFrozenDictionary();

    /// <summary>The byte that ends a field in this file.</summary>
    public static byte SeparatorOf(HistoryFormat format, HistoryFile file) => ByFormat[format].SeparatorOf(file);

    public static RecordReader Reader(HistoryFormat format, ImmutableArray<RecordColumn> columns) => ByFormat[format].Read(columns);
}
