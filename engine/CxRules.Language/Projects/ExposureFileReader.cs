using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Tables;
using CxRules.Language.Text;

namespace CxRules.Language.Projects;

/// <summary>Reads the CSV file of an exposure: `date,count`, one line a local day.</summary>
internal static class ExposureFileReader
{
    private const decimal MostOfADay = 1_000_000_000_000;

    private static readonly string[] Header = ["date", "count"];

    /// <summary>The counts by day; a line with a mistake is reported and left out. Null where the file as a whole cannot be read.</summary>
    public static ImmutableSortedDictionary<DateOnly, decimal>? Read(SourceText text, DiagnosticBag diagnostics)
    {
        var reader = new CsvReader(text);
        var lines = reader.Read();
        if (reader.OpenQuote is { } quote)
        {
            return Refuse(quote, "this quote is never closed", "Write dates and numbers without quotes.");
        }

        if (lines.IsEmpty || !lines[0].Select(cell => cell.Text.ToLowerInvariant()).SequenceEqual(Header))
        {
            return Refuse(text.Line(1), "its first line is not `date,count`", "Begin it with `date,count`, and write one line a day below: `2026-03-31,5200`.");
        }

        var counts = ImmutableSortedDictionary.CreateBuilder<DateOnly, decimal>();
        foreach (var cells in lines.Skip(1))
        {
            if (cells.Length != Header.Length)
            {
                Refuse(cells[0].Span.To(cells[^1].Span), "this line does not have two cells", "Write a date and a number: `2026-03-31,5200`.");
            }
            else if (!DateOnly.TryParseExact(cells[0].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                Refuse(cells[0].Span, $"'{cells[0].Text}' is no date", "Write it as 2026-03-31.");
            }
            else if (!NumberText.TryParse(cells[1].Text, out var count) || count is < 0 or > MostOfADay)
            {
                Refuse(cells[1].Span, $"'{cells[1].Text}' is no count", "Write a number from 0 on, with a decimal point and without a unit: 5200.");
            }
            else if (!counts.TryAdd(day, count))
            {
                Refuse(cells[0].Span, $"{cells[0].Text} has a line already", "Keep one line a day, with the day's whole count.");
            }
        }

        return counts.ToImmutable();

        ImmutableSortedDictionary<DateOnly, decimal>? Refuse(TextSpan span, string reason, string help)
        {
            diagnostics.Report(ExposureErrors.Refused, text, span, text.File, reason, help);
            return null;
        }
    }
}
