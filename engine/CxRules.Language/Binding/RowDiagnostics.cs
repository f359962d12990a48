using CxRules.Language.Diagnostics;
using CxRules.Language.Tables;

namespace CxRules.Language.Binding;

/// <summary>What is wrong with the rules of one table: at the cell where a cell is wrong, and once, at the rule, where each row has it.</summary>
internal static class RowDiagnostics
{
    /// <param name="rows">Bindings of one rule, one for each row.</param>
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<RuleBinding> rows)
    {
        var found = rows.SelectMany(row => row.Diagnostics.DistinctBy(diagnostic => (diagnostic.Span, diagnostic.Code)).Select(diagnostic => (Row: row, Diagnostic: diagnostic)));
        foreach (var group in found.GroupBy(pair => (pair.Diagnostic.Span, pair.Diagnostic.Code)))
        {
            var all = group.ToList();
            var isOfRule = all.Count == rows.Count && all.TrueForAll(pair => pair.Diagnostic.Message == all[0].Diagnostic.Message);
            if (isOfRule && (rows.Count > 1 || CellOf(all[0]) is null))
            {
                yield return all[0].Diagnostic;
                continue;
            }

            foreach (var pair in CellOf(all[0]) is null ? all.Take(1) : all)
            {
                yield return Moved(pair);
            }
        }
    }

    private static Cell? CellOf((RuleBinding Row, Diagnostic Diagnostic) pair) => pair.Row.Row?.Within(pair.Diagnostic.Span);

    private static Diagnostic Moved((RuleBinding Row, Diagnostic Diagnostic) pair)
    {
        var (row, diagnostic) = pair;
        var message = $"In row '{row.Row?.Key}': {diagnostic.Message}";
        return CellOf(pair) is { } cell && row.Row is { } cells
            ? diagnostic with { Text = cells.Table.Text, Span = cell.Span, Message = message, Fix = Moved(diagnostic, cell) }
            : diagnostic with { Message = message };
    }

    /// <summary>A fix of the column alone is one of the cell.</summary>
    private static Fix? Moved(Diagnostic diagnostic, Cell cell) =>
        diagnostic.Fix is { Edits: [var only] } fix && only.Span == diagnostic.Span && !only.NewText.AsSpan().ContainsAny('"', ',', ';')
            ? fix with { Edits = [only with { Span = cell.Span }] }
            : null;
}
