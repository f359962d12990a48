namespace CxRules.Language.Yaml;

/// <summary>What looks like a comment in a line of a block scalar: `#` first, or after white space outside quotes.</summary>
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

            quoted ^= line[i] == '"';
            blank = line[i] is ' ' or '\t';
        }

        return -1;
    }
}
