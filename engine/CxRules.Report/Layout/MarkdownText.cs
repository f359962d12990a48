using System.Text;

namespace CxRules.Report.Layout;

/// <summary>Values inside Markdown: what Markdown or HTML would read as markup is escaped, a line stays a line.</summary>
internal static class MarkdownText
{
    private const string Markup = "\\`*_{}[]()<>#|~!@$";

    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var character in DisplayText.Clean(value))
        {
            text.Append(character switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '@' => "&#64;",
                _ when Markup.Contains(character, StringComparison.Ordinal) => $"\\{character}",
                _ => character.ToString(),
            });
        }

        return text.ToString();
    }
}
