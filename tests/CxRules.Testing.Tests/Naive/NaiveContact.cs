namespace CxRules.Testing.Tests.Naive;

/// <summary>One contact as an object: the evaluator's only data structure.</summary>
internal sealed class NaiveContact
{
    /// <summary>What the id is unique in: codes that differ by case alone are one source.</summary>
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>UTC ticks; null where the source is no log.</summary>
    public required long? ArrivedAt { get; init; }

    /// <summary>The part of the log that the row came through.</summary>
    public required string Partition { get; init; }

    /// <summary>A tombstone: all rows of its id are erased.</summary>
    public required bool Erased { get; init; }

    /// <summary>The record as it stands in the file.</summary>
    public required string Raw { get; init; }

    /// <summary>The record without what only says how it came in: a row that is delivered twice arrives twice.</summary>
    public required string Content { get; init; }

    /// <summary>Field name → string (codes, text), long (numbers in stored units, flags) or string[] (lists). A missing field has no entry.</summary>
    public required Dictionary<string, object> Values { get; init; }

    public string? Code(string field) => Values.GetValueOrDefault(field) as string;

    public long? Number(string field) => Values.GetValueOrDefault(field) is long number ? number : null;
}
