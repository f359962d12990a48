using CxRules.Language.Diagnostics;
using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Compilation;

/// <summary>The rule packs of this repository, read as the command line reads them.</summary>
public sealed class RulePackTests
{
    [Theory]
    [InlineData("boston-311", 14)]
    [InlineData("cfpb", 18)]
    [InlineData("telecom", 5)]
    public void Pack_OfTheRepository_HasNoError(string pack, int atLeast)
    {
        var folder = Path.Combine(MarkdownBlocks.DocsFolder(), "..", "rules", pack);
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml")
            .Select(file => new SourceText(Path.GetRelativePath(folder, file), File.ReadAllText(file))).ToList();
        var project = texts.Single(text => text.File == "cxrules.yaml");
        var sources = texts.Where(text => text.File.EndsWith(".source.yaml", StringComparison.Ordinal)).ToList();
        var compilation = RuleCompilation.Create(new([.. texts.Where(text => text != project && !sources.Contains(text))], project, [.. sources]), new(2026, 6, 1));
        Assert.Empty(compilation.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString()));
        Assert.True(compilation.RuleSet.Rules.Length >= atLeast);
        Assert.Equal(sources.Count, compilation.Sources.Length);
    }
}
