using CxRules.Language.Text;

namespace CxRules.Language.Tests;

/// <summary>A source in which « and » stand around the place that a diagnostic has to name.</summary>
internal sealed record Marked(string Source, TextSpan Span)
{
    public static Marked Parse(string text)
    {
        var start = text.IndexOf('«', StringComparison.Ordinal);
        var end = text.IndexOf('»', StringComparison.Ordinal) - 1;
        return new(text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal), TextSpan.FromBounds(start, end));
    }
}
