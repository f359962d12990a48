namespace CxRules.Testing.Tests.Naive;

/// <summary>One contact as an object: the evaluator's only data structure.</summary>
internal sealed class NaiveContact
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    /// <summary>UTC ticks.</summary>
    public required long OccurredAt { get; init; }

    /// <summary>The record as it stands in the file.</summary>
    public required string Content { get; init; }

    /// <summary>Field name → string (codes, text), long (numbers in stored units, flags) or string[] (lists). A missing field has no entry.</summary>
    public required Dictionary<string, object> Values { get; init; }

    public string? Code(string field) => Values.GetValueOrDefault(field) as string;

    public long? Number(string field) => Values.GetValueOrDefault(field) is long number ? number : null;
}
