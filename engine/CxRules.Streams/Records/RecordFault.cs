namespace CxRules.Streams.Records;

/// <summary>Why a record as a whole is refused. Its text is never part of it: it may hold personal data.</summary>
internal sealed record RecordFault(RejectKind Kind, params object?[] Arguments);
