using System.Collections.Immutable;

namespace CxRules.Samples.Packs;

/// <summary>The history of a rule pack, as a table of what brings contacts, and the cases that follow from it.</summary>
/// <param name="Folder">Below `rules/`.</param>
/// <param name="Prefix">Of the contacts' ids.</param>
/// <param name="Columns">Of the history, behind id, time and customer.</param>
internal sealed record Pack(string Folder, string Prefix, DateOnly From, DateOnly To, ImmutableArray<string> Columns)
{
    /// <summary>Half of the ordinary contacts come.</summary>
    public ImmutableArray<DateOnly> Holidays { get; init; } = [];

    public required ImmutableArray<Flow> Flows { get; init; }

    public required ImmutableArray<Expected> Expected { get; init; }

    public required Prices Prices { get; init; }

    /// <summary>Further files, by their path in the pack.</summary>
    public ImmutableArray<(string Path, string Text)> Files { get; init; } = [];
}

/// <summary>What a contact costs; the pack's `cxrules.yaml` says the same.</summary>
/// <param name="PerHour">Of handling.</param>
/// <param name="Average">Of a contact without a handle time.</param>
internal sealed record Prices(decimal PerHour, decimal Average)
{
    /// <summary>On top, by channel.</summary>
    public ImmutableDictionary<string, decimal> Fees { get; init; } = ImmutableDictionary<string, decimal>.Empty;

    public decimal Of(Row row) => row.Number("handle") is { } seconds ? (seconds * PerHour / 3600) + Fees.GetValueOrDefault(row["channel"]) : Average;
}
