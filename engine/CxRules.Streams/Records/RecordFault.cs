namespace CxRules.Streams.Records;

/// <summary>Why a record as a whole is refused. Its text is never part of it: it may hold personal data.</summary>
internal sealed record RecordFault(RejectKind Kind, params object?[] Arguments)
{
    /// <summary>The line of the record that is at fault, from 0.</summary>
    public int Line { get; init; }
}
