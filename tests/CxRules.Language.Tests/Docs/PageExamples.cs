using CxRules.Language.Text;

namespace CxRules.Language.Tests.Docs;

/// <summary>The rules that pages show, as files under the project file and beside the tables that stand before them.</summary>
internal static class PageExamples
{
    /// <summary>The local day on which the pages are read.</summary>
    public static readonly DateOnly Today = new(2026, 6, 1);

    /// <summary>README.md and the pages of docs/ itself, by their paths from the root.</summary>
    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(MarkdownBlocks.DocsFolder(), "*.md").Order(StringComparer.Ordinal).Select(file => $"docs/{Path.GetFileName(file)}").Prepend("README.md");

    public static string PathOf(string page) => Path.Combine(MarkdownBlocks.DocsFolder(), "..", page);

    /// <summary>Each block of rules as a rule set of its own.</summary>
    public static IEnumerable<(int Line, RuleTexts Texts)> Single(string page) =>
        Sections(page).SelectMany(section => section.Rules.Select(block => (block.Line, section.Texts([block], "some-rule"))));

    /// <summary>All blocks below one project file as one rule set.</summary>
    public static IEnumerable<(int Line, RuleTexts Texts)> Whole(string page) => Sections(page).Select(section => (section.Line, section.Texts(section.Rules, null)));

    private static List<Section> Sections(string page)
    {
        var sections = new List<Section> { new(1, null) };
        foreach (var block in PageBlock.Read(PathOf(page)))
        {
            if (block.IsProject)
            {
                sections.Add(new(block.Line, block));
            }
            else if (block.IsTable)
            {
                sections[^1].Tables.Add(block);
            }
            else if (block.IsRules)
            {
                sections[^1].Rules.Add(block);
            }
        }

        return [.. sections.Where(section => section.Rules.Count > 0)];
    }

    private sealed record Section(int Line, PageBlock? Project)
    {
        public List<PageBlock> Tables { get; } = [];

        public List<PageBlock> Rules { get; } = [];

        public RuleTexts Texts(IEnumerable<PageBlock> rules, string? name) =>
            new([.. rules.Select(block => new SourceText($"{name ?? $"line-{block.Line}"}.{block.Language}", block.Text))], Project is null ? null : new("cxrules.yaml", Project.Text), [])
            {
                Tables = [.. Tables.Select(block => new SourceText(block.Label, block.Text))],
            };
    }
}
