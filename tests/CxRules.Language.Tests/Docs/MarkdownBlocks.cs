namespace CxRules.Language.Tests.Docs;

/// <summary>The fenced rules of a page.</summary>
internal static class MarkdownBlocks
{
    public static string DocsFolder() => Repository.PathOf("docs");

    /// <summary>Language and text of each block, `cxr` and `yaml` only.</summary>
    public static List<(string Language, string Text)> Read(string file) => Read(file, "cxr", "yaml");

    /// <summary>Language and text of each block of some languages.</summary>
    public static List<(string Language, string Text)> Read(string file, params string[] languages)
    {
        var blocks = new List<(string, string)>();
        string? language = null;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(file))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (languages.Contains(language))
            {
                blocks.Add((language ?? "", string.Join('\n', lines)));
            }

            language = language is null ? line[3..].Trim() : null;
            lines.Clear();
        }

        return blocks;
    }
}
