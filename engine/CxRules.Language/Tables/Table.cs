using System.Collections.Immutable;
using CxRules.Language.Text;
using CxRules.Model.Contacts;

namespace CxRules.Language.Tables;

/// <summary>A CSV file that rules are made of: a header, then one row a rule.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    public Table(SourceText text, ImmutableArray<Cell> header, ImmutableArray<TableRow> rows)
    {
        Text = text;
        Header = header;
        Rows = rows;
        foreach (var (index, cell) in header.Index())
        {
            _columns.TryAdd(Code.ToBareWord(cell.Text), index);
        }
    }

    public SourceText Text { get; }

    public ImmutableArray<Cell> Header { get; }

    public ImmutableArray<TableRow> Rows { get; }

    /// <summary>The place of a column by its name as a bare word; null where there is none.</summary>
    public int? Column(string name) => _columns.TryGetValue(Code.ToBareWord(name), out var index) ? index : null;
}

/// <param name="Key">The bare word of the first cell.</param>
internal sealed record TableRow(string Key, ImmutableArray<Cell> Cells);
