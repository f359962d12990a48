using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Model.Sources;

public enum HistoryFormat
{
    Csv,
    Tsv,
    JsonLines,
    Json,
}

/// <summary>How the rows of a history become contacts: a `*.source.yaml`, checked.</summary>
/// <param name="Name">The `source` of each contact, and its name on the command line.</param>
/// <param name="File">The file it was read from, for messages.</param>
/// <param name="Zone">The zone of time stamps without an offset; null: those are refused.</param>
/// <param name="Fields">`id`, `occurred at` and `channel` are among them.</param>
public sealed record ContactSource(string Name, string File, HistoryFormat Format, ZoneRules? Zone, ImmutableArray<SourceField> Fields)
{
    /// <summary>In a JSON document, the names that lead to the list of records, outermost first; none where they stand at its top.</summary>
    public ImmutableArray<string> Records { get; init; } = [];

    /// <summary>Its rows stand in the order in which they arrived, and can be late; the order of an export's rows says nothing.</summary>
    public bool IsLog => Fields.Any(mapped => mapped.Field.Name == "arrived at");

    /// <summary>The mapped fields that say whether a row counts, and as what, whatever the rules ask for.</summary>
    public IEnumerable<ContactField> DoorFields =>
        Fields.Where(mapped => mapped.Field.IsOfRow || mapped.Field.Name == "kind" || (mapped.Field.Name == "source" && mapped.Column is not null)).Select(mapped => mapped.Field);
}

/// <summary>Where one field of the contact comes from.</summary>
/// <param name="Column">The header's name, or in JSON a <see cref="ColumnPath"/>; null for a constant.</param>
/// <param name="Constant">The value of every row, where no column has it.</param>
/// <param name="Pattern">How an instant is written (`yyyy-MM-dd HH:mm:ss`); null: ISO 8601, with `T` or a space, a date alone being its midnight.</param>
/// <param name="Unit">The unit of a duration's number; null: seconds, or `h:mm:ss`.</param>
/// <param name="Map">Source value → code, exact; other values pass unchanged.</param>
/// <param name="Missing">Source values that mean "missing", besides the empty one.</param>
/// <param name="Line">The line in the source file, for messages.</param>
public sealed record SourceField(
    ContactField Field,
    string? Column,
    string? Constant,
    string? Pattern,
    DurationUnit? Unit,
    ImmutableDictionary<string, string> Map,
    ImmutableArray<string> Missing,
    int Line)
{
    /// <summary>Columns whose values follow that of <see cref="Column"/>: those of an id apart by `/`, those of an instant by a space.</summary>
    public ImmutableArray<string> MoreColumns { get; init; } = [];

    /// <summary>The value is the sum of all columns; what is missing adds nothing.</summary>
    public bool IsSum { get; init; }

    /// <summary>Which value counts where a path finds several.</summary>
    public ValueChoice Take { get; init; }

    /// <summary>All columns, in their order; none for a constant.</summary>
    public ImmutableArray<string> Columns => Column is null ? [] : [Column, .. MoreColumns];
}

public enum ValueChoice
{
    First,
    Last,
}

public enum DurationUnit
{
    Milliseconds,
    Seconds,
    Minutes,
    Hours,
}
