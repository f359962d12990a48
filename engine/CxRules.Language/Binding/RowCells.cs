using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Tables;
using CxRules.Language.Text;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>One row of a table of rules: what its columns say, by the places in the rule that name them.</summary>
internal sealed class RowCells(Table table, TableRow row, string alias)
{
    private readonly Dictionary<TextSpan, Cell> _cells = [];

    public Table Table => table;

    public string Key => row.Key;

    public string? Id(string rule) => RuleId.OfRow(rule, row.Key);

    /// <summary>The rules of a table share a title: its key tells them apart.</summary>
    public string? Title(string? rule) => rule is null ? null : $"{rule} · {row.Key}";

    /// <summary>What the row says in the place of a column; null after a report.</summary>
    public Cell? Read(BindingScope scope, ColumnSyntax column)
    {
        if (!string.Equals(column.Alias, alias, StringComparison.OrdinalIgnoreCase))
        {
            scope.ReportWithFix(BindingErrors.UnknownColumn, column.Span, $"{alias}.{column.Column}", column.Alias, column.Column, $"The row is called `{alias}`: write `{alias}.{column.Column}`.");
            return null;
        }

        if (table.Column(column.Column) is not { } index)
        {
            var names = table.Header.Select(cell => Code.ToBareWord(cell.Text)).Where(name => name.Length > 0).ToList();
            var nearest = DidYouMean.Nearest(column.Column, names);
            scope.ReportWithFix(BindingErrors.UnknownColumn, column.Span, nearest is null ? null : $"{alias}.{nearest}", table.Text.File, column.Column, nearest is null ? $"It has {string.Join(", ", names)}." : $"Did you mean '{nearest}'?");
            return null;
        }

        scope.Refer(column.Span, SymbolKind.Column, Code.ToBareWord(table.Header[index].Text), table.Text.File);
        var cell = row.Cells[index];
        _cells[column.Span] = cell;
        return cell;
    }

    /// <summary>The cell that stands at a place of the rule, and that place; null where none does.</summary>
    public (Cell Cell, TextSpan Place)? At(int start)
    {
        foreach (var (place, cell) in _cells)
        {
            if (place.Start == start)
            {
                return (cell, place);
            }
        }

        return null;
    }

    /// <summary>The first cell inside a stretch of the rule.</summary>
    public Cell? Within(TextSpan span)
    {
        foreach (var (place, cell) in _cells)
        {
            if (span.Contains(place))
            {
                return cell;
            }
        }

        return null;
    }
}
