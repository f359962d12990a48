namespace CxRules.Streams.Records;

/// <summary>One file of a history, as its records are read.</summary>
/// <param name="Index">Its place among the files, from 0.</param>
/// <param name="Separator">Ends a field; in JSON, whose records are one field, the line feed.</param>
/// <param name="Columns">Which field of a record each slot of the layout is; none for JSON.</param>
/// <param name="FieldCount">Fields of every record; 0 where that is no matter.</param>
internal sealed record RecordFile(string Path, int Index, byte Separator, int[] Columns, int FieldCount);
