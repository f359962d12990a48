using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Anchors and tags in the source.</summary>
internal static class YamlProperty
{
    public static TextSpan SpanAt(string source, int start)
    {
        var end = start;
        while (end < source.Length && !char.IsWhiteSpace(source[end]) && (end == start || source[end] is not (',' or '[' or ']' or '{' or '}')))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The next place that is neither white space nor comment.</summary>
    public static int SkipBlanks(string source, int position)
    {
        var inComment = false;
        for (; position < source.Length; position++)
        {
            var character = source[position];
            inComment = character is not ('\n' or '\r') && (inComment || (character == '#' && (position == 0 || char.IsWhiteSpace(source[position - 1]))));
            if (!inComment && !char.IsWhiteSpace(character))
            {
                break;
            }
        }

        return position;
    }
}
