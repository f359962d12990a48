namespace CxRules.Language.Yaml;

/// <summary>What looks like a comment in a line of a block scalar: `#` first, or after white space outside quotes and patterns.</summary>
internal static class BlockComment
{
    /// <summary>Its column from 0, or −1.</summary>
    public static int Find(ReadOnlySpan<char> line)
    {
        var quoted = false;
        var blank = true;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '#' && blank && !quoted)
            {
                return i;
            }

            if (line[i] == '/' && !quoted && line[..i].TrimEnd().EndsWith("matches", StringComparison.OrdinalIgnoreCase))
            {
                i = EndOfPattern(line, i);
            }
            else if (quoted && line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '"' or '\\')
            {
                i++;
            }
            else
            {
                quoted ^= line[i] == '"';
            }

            blank = i < line.Length && line[i] is ' ' or '\t';
        }

        return -1;
    }

    private static int EndOfPattern(ReadOnlySpan<char> line, int start)
    {
        var end = start + 1;
        while (end < line.Length && line[end] != '/')
        {
            end += line[end] == '\\' ? 2 : 1;
        }

        return end;
    }
}
