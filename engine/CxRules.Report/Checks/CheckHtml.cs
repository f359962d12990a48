using CxRules.Report.Html;

namespace CxRules.Report.Checks;

/// <summary>Mistakes as a page.</summary>
internal static class CheckHtml
{
    public static string Write(CheckResult result)
    {
        var rows = Markup.Concat(result.Diagnostics.Select(diagnostic => (Markup)$"""
            <tr><td>{CheckSummary.Name(diagnostic.Severity)}</td><td><code>{diagnostic.Code}</code></td><th scope="row" class="place"><bdi>{diagnostic.Text.File}</bdi>:{diagnostic.Start.Line}:{diagnostic.Start.Column}</th><td><p><bdi>{diagnostic.Message}</bdi></p><p class="interval"><bdi>{diagnostic.Help}</bdi></p><code>{Excerpt.Of(diagnostic, 160).Text.Trim()}</code></td></tr>

            """));
        Markup table = result.Diagnostics.IsEmpty ? Markup.Empty : $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Diagnostics"><table class="diagnostics"><caption>By file and line</caption>
            <thead><tr><th scope="col">severity</th><th scope="col">code</th><th scope="col">place</th><th scope="col">what is wrong, and what to write instead</th></tr></thead><tbody>{rows}</tbody></table></div>
            """;
        return HtmlPage.Write("Check of rules", $"""
            <header class="top"><h1>Check of rules</h1><p>{CheckSummary.Of(result)}</p></header>
            <main>{table}</main>
            """);
    }
}
