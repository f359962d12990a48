using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Tables;
using CxRules.Language.Text;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Reads a table; what is wrong with it is reported in it, once.</summary>
internal static class TableReader
{
    private const int MostRows = 2_000;

    /// <summary>Null where it has no header.</summary>
    public static Table? Read(SourceText text, DiagnosticBag diagnostics)
    {
        var reader = new CsvReader(text);
        var lines = reader.Read();
        if (reader.OpenQuote is { } quote)
        {
            diagnostics.Report(BindingErrors.TableRefused, text, quote, text.File, "this quote is never closed", "Write `\"` at its end; a quote inside a cell is written twice: `\"\"`.");
            return null;
        }

        if (lines.IsEmpty)
        {
            return null;
        }

        CheckHeader(text, lines[0], diagnostics);
        if (lines.Length > MostRows + 1)
        {
            diagnostics.Report(BindingErrors.TableRefused, text, lines[MostRows + 1][0].Span, text.File, $"it has more than {MostRows} rows", "Make rules of fewer rows: each is evaluated by itself. A list of codes belongs into `define`.");
            return null;
        }

        return new(text, lines[0], Rows(text, lines, diagnostics));
    }

    private static void CheckHeader(SourceText text, ImmutableArray<Cell> header, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in header.Where(cell => cell.Text.Length > 0 && !seen.Add(Code.ToBareWord(cell.Text))))
        {
            diagnostics.Report(BindingErrors.TableRefused, text, cell.Span, text.File, $"two columns are called '{cell.Text}'", "Give each column its own name.");
        }
    }

    private static ImmutableArray<TableRow> Rows(SourceText text, ImmutableArray<ImmutableArray<Cell>> lines, DiagnosticBag diagnostics)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var byKey = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var cells in lines.Skip(1))
        {
            var key = cells[0];
            var word = Code.ToBareWord(key.Text);
            if (cells.Length != lines[0].Length)
            {
                var last = cells[^1].Span;
                diagnostics.Report(BindingErrors.TableRefused, text, key.Span.To(last), text.File, $"this row has {Count(cells.Length)}, and the header {Count(lines[0].Length)}", "Give each column its cell; a cell with a comma stands in quotes.");
            }
            else if (word.Length == 0)
            {
                diagnostics.Report(BindingErrors.TableRefused, text, key.Span, text.File, "this row has nothing in its first cell, which names its rule", "Write a name there, for example north.");
            }
            else if (byKey.TryAdd(word, key))
            {
                rows.Add(new(word, cells));
            }
            else
            {
                diagnostics.Report(BindingErrors.RowRepeated, text, key.Span, key.Text, text.PositionOf(byKey[word].Span.Start).Line);
            }
        }

        return rows.ToImmutable();
    }

    private static string Count(int cells) => cells == 1 ? "1 cell" : $"{cells} cells";
}
