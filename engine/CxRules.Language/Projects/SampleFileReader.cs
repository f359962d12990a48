using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Tables;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>Reads the CSV file of a sample: what was looked at and found, one line a day and part.</summary>
internal sealed class SampleFileReader(SourceText text, DiagnosticBag diagnostics)
{
    private const decimal Most = 1_000_000_000;

    private readonly List<(SampleLine Line, TextSpan Span)> _lines = [];

    /// <summary>A line with a mistake is reported and left out. Null where the file as a whole cannot be read.</summary>
    public static SampleSheet? Read(SourceText text, DiagnosticBag diagnostics, DateOnly? until = null, string name = "") => new SampleFileReader(text, diagnostics).Read(until, name);

    private SampleSheet? Read(DateOnly? until, string name)
    {
        var reader = new CsvReader(text);
        var rows = reader.Read();
        if (reader.OpenQuote is { } quote)
        {
            return Refuse(quote, "this quote is never closed", "Write dates and numbers without quotes.");
        }

        var why = "it is empty";
        if (rows.IsEmpty || SampleColumns.Of(rows[0], out why) is not { } columns)
        {
            return Refuse(text.Line(1), why, SampleColumns.Remedy);
        }

        foreach (var cells in rows.Skip(1))
        {
            if (Line(columns, cells) is { } line && !IsTaken(line, cells[columns.From].Span))
            {
                _lines.Add((line, cells[columns.To].Span));
                if (line.To > until)
                {
                    diagnostics.Report(SampleErrors.AfterTheEnd, text, cells[columns.To].Span, name, Day(until.Value));
                }
            }
        }

        return new(columns.Method, [.. _lines.Select(entry => entry.Line).OrderBy(line => line.To).ThenBy(line => line.Stratum, StringComparer.Ordinal)]);
    }

    private SampleLine? Line(SampleColumns columns, ImmutableArray<Cell> cells)
    {
        if (cells.Length != columns.Count)
        {
            Refuse(cells[0].Span.To(cells[^1].Span), $"this line has {cells.Length} cells, and the first line {columns.Count}", "Write one cell for each column.");
            return null;
        }

        var isTally = columns.Method == SampleMethod.Tally;
        var noun = isTally ? "number of hours" : "number of contacts";
        var (from, to) = (Date(cells[columns.From]), Date(cells[columns.To]));
        var looked = Number(cells[columns.Looked], noun, !isTally);
        var whole = columns.Whole < 0 ? null : Number(cells[columns.Whole], noun, !isTally);
        var found = Number(cells[columns.Found], "count", true);
        if (from is not { } first || to is not { } last || looked is not { } part || found is not { } count || (columns.Whole >= 0 && whole is null))
        {
            return null;
        }

        var (place, why, help) = last < first ? (cells[columns.To], $"{Day(last)} comes before {Day(first)}", "Write the first day under `from` and the last one under `to`.")
            : part > whole ? (cells[columns.Looked], isTally ? "more hours are sampled than there are" : "more contacts were looked at than there were", "Mend one of the two numbers.")
            : !isTally && count > part ? (cells[columns.Found], "more were found than looked at", "Count what was found among the contacts that were looked at.")
            : part == 0 && count > 0 ? (cells[columns.Found], "something was found where nobody looked", isTally ? "Write the hours in which was tallied." : "Write how many contacts were looked at.")
            : default;
        if (why is not null)
        {
            Refuse(place.Span, why, help);
            return null;
        }

        return new(first, last, columns.Stratum < 0 ? "" : cells[columns.Stratum].Text, part, whole, (long)count);
    }

    private bool IsTaken(SampleLine line, TextSpan place)
    {
        var isTaken = _lines.Exists(other => string.Equals(other.Line.Stratum, line.Stratum, StringComparison.OrdinalIgnoreCase) && other.Line.From <= line.To && line.From <= other.Line.To);
        if (isTaken)
        {
            Refuse(place, $"{Day(line.From)} has a line already{(line.Stratum.Length > 0 ? $" for '{line.Stratum}'" : "")}", "Keep one line a day and part, with all that was looked at.");
        }

        return isTaken;
    }

    private DateOnly? Date(Cell cell)
    {
        if (DateOnly.TryParseExact(cell.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(cell.Span, $"'{cell.Text}' is no date", "Write it as 2026-03-31.");
        return null;
    }

    private decimal? Number(Cell cell, string noun, bool isWhole)
    {
        if (NumberText.TryParse(cell.Text, out var number) && number is >= 0 and <= Most && (!isWhole || number == decimal.Truncate(number)))
        {
            return number;
        }

        Refuse(cell.Span, $"'{cell.Text}' is no {noun}", isWhole ? "Write a whole number from 0 on, without a unit: 12." : "Write a number from 0 on, with a decimal point and without a unit: 7.5.");
        return null;
    }

    private SampleSheet? Refuse(TextSpan span, string reason, string help)
    {
        diagnostics.Report(SampleErrors.Refused, text, span, text.File, reason, help);
        return null;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
