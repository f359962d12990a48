using System.Collections.Immutable;
using CxRules.Report.Layout;

namespace CxRules.Report.Sheets;

/// <summary>A table on a terminal. Where the line is too short, details go first, from the right; then the widest column gives way.</summary>
internal sealed class SheetPrettyTable
{
    /// <summary>Rows of a table that a person reads through; JSON has them all.</summary>
    private const int ShownRows = 60;

    private const int LeastWidth = 12;

    private readonly SheetTable _table;
    private readonly Ink _ink;
    private readonly string[][] _rows;
    private readonly string[]? _sum;
    private readonly List<int> _shown;
    private readonly int[] _widths;

    public SheetPrettyTable(SheetTable table, int width, Ink ink)
    {
        _table = table;
        _ink = ink;
        _rows = [.. table.Rows.Take(ShownRows).Select(Clean)];
        _sum = table.Sum is { } sum ? Clean(sum) : null;
        _widths = [.. table.Columns.Select((column, index) => _rows.Concat(_sum is null ? [] : [_sum]).Select(row => DisplayText.Width(row[index])).Append(DisplayText.Width(column.Name)).Max())];
        _shown = [.. Enumerable.Range(0, _widths.Length)];
        Fit(width);
    }

    public IEnumerable<string> Lines()
    {
        yield return _ink.Dim(Row([.. _table.Columns.Select(column => column.Name)]));
        foreach (var line in _rows.SelectMany(Wrapped))
        {
            yield return line;
        }

        if (_table.Rows.Length > ShownRows)
        {
            yield return $"  and {Figures.Count(_table.Rows.Length - ShownRows)} more; --format json has them all";
        }

        if (_sum is not null)
        {
            yield return _ink.Bold(Row(_sum));
        }
    }

    private void Fit(int width)
    {
        while (IsTooWide(width) && _shown.FindLastIndex(index => _table.Columns[index].IsDetail) is >= 0 and var detail)
        {
            _shown.RemoveAt(detail);
        }

        while (IsTooWide(width) && _shown.MaxBy(index => _widths[index]) is var widest && _widths[widest] > LeastWidth)
        {
            _widths[widest]--;
        }
    }

    private bool IsTooWide(int width) => _shown.Sum(index => _widths[index] + 2) > width;

    /// <summary>A row, its long cells wrapped.</summary>
    private IEnumerable<string> Wrapped(string[] cells)
    {
        var wrapped = cells.Select((cell, index) => DisplayText.Wrap(cell, _widths[index]).ToArray()).ToArray();
        return Enumerable.Range(0, _shown.Max(index => wrapped[index].Length)).Select(line => Row([.. wrapped.Select(lines => line < lines.Length ? lines[line] : "")]));
    }

    private string Row(string[] cells) =>
        "  " + string.Join("  ", _shown.Select(index => _table.Columns[index].Side == Side.Right ? DisplayText.Right(cells[index], _widths[index]) : DisplayText.Left(cells[index], _widths[index])));

    private static string[] Clean(ImmutableArray<string> cells) => [.. cells.Select(DisplayText.Clean)];
}
