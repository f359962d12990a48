using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>The keys of `history`.</summary>
internal static class HistoryKeys
{
    public static readonly Key<ListShape<TextShape>> Files = new(
        "files",
        new(new("file names", "\"history/*.csv.gz\""), "file names", "[\"history/*.csv.gz\"]") { AllowsOne = true },
        "Files from the folder of this one; `*` stands for any part of a name, `**` for folders.");

    public static readonly Key<TextShape> Source = new("source", new("a text", "crm-export"), "The source file that says how their rows become contacts.");

    public static readonly MapShape Map = new("`history`", "`history`", "{ files: [\"history/*.csv.gz\"], source: crm-export }", Files, Source);
}
