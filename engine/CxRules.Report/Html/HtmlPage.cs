using System.Security.Cryptography;
using System.Text;

namespace CxRules.Report.Html;

/// <summary>One self-contained page: no network, no script; its content policy allows its own style sheet, by hash, and nothing else.</summary>
internal static class HtmlPage
{
    public static string Write(string title, Markup body)
    {
        var style = Style();
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Markup page = $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Markup.Trusted(hash)}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>{Markup.Trusted(style)}</style>
            </head>
            <body>
            {body}
            </body>
            </html>

            """;
        return page.ToString();
    }

    private static string Style()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css") ?? throw new InvalidOperationException("The style sheet is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
