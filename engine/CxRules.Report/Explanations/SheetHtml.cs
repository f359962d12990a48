using CxRules.Report.Html;

namespace CxRules.Report.Explanations;

/// <summary>A sheet as one page, every row of it.</summary>
internal static class SheetHtml
{
    public static string Write(Sheet sheet) => HtmlPage.Write(sheet.Title, $"""
        <header class="top"><h1><bdi>{sheet.Title}</bdi></h1></header>
        <main>
        {Markup.Concat(sheet.Parts.Select(Part))}
        </main>
        """);

    private static Markup Part(SheetPart part)
    {
        Markup heading = part.Heading is { } text ? $"<h2>{text}</h2>" : Markup.Empty;
        return part switch
        {
            SheetLines lines => $"<section>{heading}<ul>{Markup.Concat(lines.Lines.Select(line => (Markup)$"<li><bdi>{line}</bdi></li>\n"))}</ul></section>\n",
            SheetTable table => $"<section>{heading}{Table(table)}</section>\n",
            _ => Markup.Empty,
        };
    }

    private static Markup Table(SheetTable table)
    {
        Markup sum = table.Sum is { } last ? $"<tfoot>{Row(table, last)}</tfoot>" : Markup.Empty;
        var heads = Markup.Concat(table.Columns.Select(column => (Markup)$"""<th scope="col" class="{Class(column)}">{column.Name}</th>"""));
        return $"""
            <div class="scroll"><table class="routes"><thead><tr>{heads}</tr></thead>
            <tbody>{Markup.Concat(table.Rows.Select(row => Row(table, row)))}</tbody>{sum}</table></div>
            """;
    }

    private static Markup Row(SheetTable table, IEnumerable<string> cells) =>
        $"<tr>{Markup.Concat(cells.Select((cell, index) => (Markup)$"""<td class="{Class(table.Columns[index])}"><bdi>{cell}</bdi></td>"""))}</tr>\n";

    private static string Class(SheetColumn column) => column.Side == Side.Right ? "number" : "text";
}
