using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Syntax;

/// <summary>A source text whose expected diagnostics are marked: `«if» CXR1014` is written as `«if»`, with the codes beside it.</summary>
internal sealed record MarkedText(string Content, IReadOnlyList<TextSpan> Spans)
{
    public static MarkedText Read(string marked)
    {
        var content = new System.Text.StringBuilder();
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var c in marked)
        {
            if (c == '«')
            {
                start = content.Length;
            }
            else if (c == '»')
            {
                spans.Add(TextSpan.FromBounds(start, content.Length));
            }
            else
            {
                content.Append(c);
            }
        }

        return new(content.ToString(), spans);
    }

    /// <summary>The text with the given diagnostics marked, their codes behind it.</summary>
    public static string Write(string content, IEnumerable<Diagnostic> diagnostics)
    {
        var marked = content;
        var codes = diagnostics.Select(diagnostic => diagnostic.Code).ToList();
        foreach (var span in diagnostics.Select(diagnostic => diagnostic.Span).OrderByDescending(span => span.Start))
        {
            marked = marked.Insert(span.End, "»").Insert(span.Start, "«");
        }

        return $"{marked} {string.Join(' ', codes)}";
    }
}
