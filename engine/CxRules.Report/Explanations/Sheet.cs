using System.Collections.Immutable;

namespace CxRules.Report.Explanations;

/// <summary>What is said about one figure: sentences and tables, the same in every format for people.</summary>
internal sealed record Sheet(string Title, ImmutableArray<SheetPart> Parts);

/// <param name="Heading">Null: it goes on from what stands above.</param>
internal abstract record SheetPart(string? Heading);

internal sealed record SheetLines(string? Heading, ImmutableArray<string> Lines) : SheetPart(Heading);

/// <param name="Rows">Cells in the order of the columns; all of them are shown but in what is too long to read.</param>
/// <param name="Sum">A last row; null: none.</param>
internal sealed record SheetTable(string? Heading, ImmutableArray<SheetColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<string>? Sum) : SheetPart(Heading);

/// <summary>Where a column's values stand.</summary>
internal enum Side
{
    Left,
    Right,
}

internal sealed record SheetColumn(string Name, Side Side = Side.Left);
