using System.Collections.Immutable;
using CxRules.Testing.Replays;

namespace CxRules.Report.Sheets;

/// <summary>What is said about some figures: sentences, tables and drawings, the same in every format for people.</summary>
internal sealed record Sheet(string Title, ImmutableArray<SheetPart> Parts)
{
    /// <summary>What it is about, in a line below the title; null: the title says it.</summary>
    public string? Subtitle { get; init; }

    public SheetPaper Paper { get; init; }
}

/// <summary>What a sheet is laid out for.</summary>
internal enum SheetPaper
{
    Screen,

    /// <summary>One page of A4, where it is printed.</summary>
    OnePage,
}

/// <param name="Heading">Null: it goes on from what stands above.</param>
internal abstract record SheetPart(string? Heading);

internal sealed record SheetLines(string? Heading, ImmutableArray<string> Lines) : SheetPart(Heading);

/// <param name="Rows">Cells in the order of the columns; all of them are shown but in what is too long to read.</param>
/// <param name="Sum">A last row; null: none.</param>
internal sealed record SheetTable(string? Heading, ImmutableArray<SheetColumn> Columns, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<string>? Sum) : SheetPart(Heading)
{
    /// <summary>How long a bar is drawn below the first cell of each row, in per cent of the longest; empty: none is.</summary>
    public ImmutableArray<decimal> Bars { get; init; } = [];
}

/// <summary>The figures that matter most, each by itself.</summary>
internal sealed record SheetFacts(ImmutableArray<SheetFact> Facts) : SheetPart((string?)null);

/// <param name="Detail">What one must know to read the value; null: nothing.</param>
internal sealed record SheetFact(string Name, string Value, string? Detail = null);

/// <summary>A case drawn: what came in and what was expected.</summary>
internal sealed record SheetChart(string? Heading, ReplayCase Case) : SheetPart(Heading);

/// <summary>Parts that stand side by side where there is room.</summary>
internal sealed record SheetPair(SheetPart Left, SheetPart Right) : SheetPart((string?)null);

/// <summary>Where a column's values stand.</summary>
internal enum Side
{
    Left,
    Right,
}

internal sealed record SheetColumn(string Name, Side Side = Side.Left)
{
    /// <summary>It may be left out where there is little room.</summary>
    public bool IsDetail { get; init; }
}
