using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The keys of a map that stand behind a position, by their column: what is between may be broken.</summary>
internal static class YamlKeysBehind
{
    public static IEnumerable<string> Of(SourceText text, TextSpan key)
    {
        var (line, column) = text.PositionOf(key.Start);
        for (line++; line <= text.LineCount; line++)
        {
            var content = text[text.Line(line)];
            var indent = content.Length - content.TrimStart(' ').Length;
            if (indent == content.Length || content[indent] == '#' || indent >= column)
            {
                continue;
            }

            if (indent < column - 1)
            {
                yield break;
            }

            var colon = content.IndexOf(':', indent);
            if (colon > indent && content[indent] != '-')
            {
                yield return content[indent..colon].Trim();
            }
        }
    }
}
