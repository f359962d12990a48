using System.Collections.Immutable;
using CxRules.Report.Html;

namespace CxRules.Report.Sheets;

/// <summary>A sheet as one page, every row of it.</summary>
internal static class SheetHtml
{
    public static string Write(Sheet sheet)
    {
        Markup subtitle = sheet.Subtitle is { } text ? $"<p><bdi>{text}</bdi></p>" : Markup.Empty;
        return HtmlPage.Write(sheet.Title, $"""
            <div class="{(sheet.Paper == SheetPaper.OnePage ? "sheet one-page" : "sheet")}">
            <header class="top"><h1><bdi>{sheet.Title}</bdi></h1>{subtitle}</header>
            <main>
            {Markup.Concat(sheet.Parts.Select(Part))}
            </main>
            </div>
            """);
    }

    private static Markup Part(SheetPart part)
    {
        Markup heading = part.Heading is { } text ? $"<h2>{text}</h2>" : Markup.Empty;
        return part switch
        {
            SheetLines lines => $"<section>{heading}<ul>{Markup.Concat(lines.Lines.Select(line => (Markup)$"<li><bdi>{line}</bdi></li>\n"))}</ul></section>\n",
            SheetTable table => $"<section>{heading}{Table(table)}</section>\n",
            SheetFacts facts => $"""<section class="summary" aria-label="Summary"><dl>{Markup.Concat(facts.Facts.Select(Fact))}</dl></section>""",
            SheetChart chart => $"<section>{heading}{CaseChart.Write(chart.Case, 1)}</section>\n",
            SheetPair pair => $"""<div class="pair">{Part(pair.Left)}{Part(pair.Right)}</div>""",
            _ => Markup.Empty,
        };
    }

    private static Markup Fact(SheetFact fact)
    {
        Markup detail = fact.Detail is { } text ? $"<span><bdi>{text}</bdi></span>" : Markup.Empty;
        return $"<div><dt>{fact.Name}</dt><dd><b><bdi>{fact.Value}</bdi></b>{detail}</dd></div>\n";
    }

    private static Markup Table(SheetTable table)
    {
        Markup sum = table.Sum is { } last ? $"<tfoot>{Row(table, last, null)}</tfoot>" : Markup.Empty;
        var heads = Markup.Concat(table.Columns.Select(column => (Markup)$"""<th scope="col" class="{Class(column)}">{column.Name}</th>"""));
        return $"""
            <div class="scroll" role="region" tabindex="0" aria-label="{table.Heading ?? "Figures"}"><table class="routes"><caption class="quiet">{table.Heading ?? "Figures"}</caption><thead><tr>{heads}</tr></thead>
            <tbody>{Markup.Concat(table.Rows.Select((row, index) => Row(table, row, index < table.Bars.Length ? table.Bars[index] : null)))}</tbody>{sum}</table></div>
            """;
    }

    private static Markup Row(SheetTable table, ImmutableArray<string> cells, decimal? bar) =>
        $"""<tr><th scope="row" class="{Class(table.Columns[0])}"><bdi>{cells[0]}</bdi>{Bar(bar)}</th>{Markup.Concat(cells.Skip(1).Select((cell, index) => (Markup)$"""<td class="{Class(table.Columns[index + 1])}"><bdi>{cell}</bdi></td>"""))}</tr>""";

    private static Markup Bar(decimal? bar) => bar is { } percent
        ? $"""<svg class="worth" width="100%" height="6" aria-hidden="true"><rect class="hot" width="{(double)percent}%" height="6"/></svg>"""
        : Markup.Empty;

    private static string Class(SheetColumn column) => (column.Side == Side.Right ? "number" : "text") + (column.IsDetail ? " desk" : "");
}
