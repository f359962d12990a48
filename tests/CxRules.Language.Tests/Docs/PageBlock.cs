namespace CxRules.Language.Tests.Docs;

/// <summary>A fenced block of a page.</summary>
/// <param name="Line">Of the fence, from 1.</param>
/// <param name="Label">What follows the language behind the fence: `project` marks a project file, a CSV file has its name there.</param>
internal sealed record PageBlock(int Line, string Language, string Label, string Text)
{
    /// <summary>It holds rules.</summary>
    public bool IsRules => Language is "cxr" or "yaml" && Label.Length == 0;

    /// <summary>It is the `cxrules.yaml` of the blocks that follow.</summary>
    public bool IsProject => Language == "yaml" && Label == "project";

    /// <summary>It is a source file.</summary>
    public bool IsSource => Language == "yaml" && Label == "source";

    /// <summary>It is a file of what people did with cases.</summary>
    public bool IsTransitions => Language == "yaml" && Label == "transitions";

    /// <summary>It is a file that the blocks that follow can name.</summary>
    public bool IsTable => Language == "csv" && Label.Length > 0;

    /// <summary>All of a page, also those in comments.</summary>
    public static List<PageBlock> Read(string file)
    {
        var blocks = new List<PageBlock>();
        (int Line, string Language, string Label)? open = null;
        var lines = new List<string>();
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (open is var (start, language, label))
            {
                blocks.Add(new(start, language, label, string.Join('\n', lines) + '\n'));
                open = null;
            }
            else
            {
                var info = line[3..].Trim().Split(' ', 2);
                open = (index + 1, info[0], info.Length > 1 ? info[1].Trim() : "");
            }

            lines.Clear();
        }

        Assert.True(open is null, $"{file}: the block of line {open?.Line} does not end");
        return blocks;
    }
}
