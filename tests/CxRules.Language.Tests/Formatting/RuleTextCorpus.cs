using System.Runtime.CompilerServices;
using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;
using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Formatting;

/// <summary>Every rule text of this repository that has no syntax error.</summary>
internal static class RuleTextCorpus
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(MarkdownBlocks.DocsFolder(), ".."));

    public static IEnumerable<(string Name, string Text)> All() => Files().Concat(Pages()).Where(text => IsWhole(text.Name, text.Text));

    public static string CasesFolder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here) ?? "", "Cases");

    private static IEnumerable<(string Name, string Text)> Files() => new[] { "rules", "samples", "tests/CxRules.Language.Tests" }
        .Select(folder => Path.Combine(s_root, folder))
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml" && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => Path.GetFileName(file) != "cxrules.yaml" && !file.EndsWith(".source.yaml", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetRelativePath(s_root, file), File.ReadAllText(file)));

    private static IEnumerable<(string Name, string Text)> Pages() => Directory.EnumerateFiles(MarkdownBlocks.DocsFolder(), "*.md", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(page => MarkdownBlocks.Read(page).Select((block, index) => ($"{Path.GetFileNameWithoutExtension(page)}-{index + 1}.{block.Language}", block.Text + "\n")));

    private static bool IsWhole(string name, string text)
    {
        var file = RuleFormatter.Parse(new(name, text));

        // A name that is defined twice has no place in a map.
        return !file.Rules.IsEmpty && file.Definitions.DistinctBy(definition => definition.Name.Value).Count() == file.Definitions.Length && !file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
