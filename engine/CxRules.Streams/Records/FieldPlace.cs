namespace CxRules.Streams.Records;

/// <summary>Where a value stands in its chunk: see <see cref="RecordChunk.this[FieldPlace]"/>.</summary>
/// <param name="Start">In the chunk's text; counted down from -1 where it had to be written anew.</param>
internal readonly record struct FieldPlace(int Start, int Length);
