using System.Collections.Immutable;
using System.Reflection;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Linting;
using CxRules.Language.Tests.Binding;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Docs;

/// <summary>Each code has a page, whose wrong example reports it and nothing else, and whose right one reports nothing.</summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Codes => [.. Descriptors().Select(descriptor => descriptor.Code)];

    [Fact]
    public void Codes_All_AreUniqueAndInTheirRange()
    {
        var codes = Descriptors().Select(descriptor => descriptor.Code).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^CXR(20|30)[0-9]{2}$", code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var file = Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md");
        Assert.StartsWith($"# {code}: ", File.ReadAllText(file), StringComparison.Ordinal);
        var blocks = MarkdownBlocks.Read(file);
        var tables = MarkdownBlocks.Read(file, "csv");
        var project = MarkdownBlocks.Read(file, "yaml project").FirstOrDefault();
        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Report(code, blocks[0], tables.FirstOrDefault(), project).Select(diagnostic => diagnostic.Code));
        Assert.Empty(Report(code, blocks[1], tables.LastOrDefault(), project).Select(diagnostic => diagnostic.ToString()));
    }

    /// <param name="table">limits.csv, where the page shows one.</param>
    /// <param name="project">The project file, where the page shows one; else the project of all tests.</param>
    private static ImmutableArray<Diagnostic> Report(string code, (string Language, string Text) block, (string? Language, string Text) table, (string? Language, string Text) project)
    {
        var rule = new SourceText(code == "CXR2043" ? "---.cxr" : $"some-rule.{block.Language}", block.Text);
        var texts = new RuleTexts([rule], project.Language is null ? null : new("cxrules.yaml", project.Text), []) { Tables = table.Language is null ? [] : [new("limits.csv", table.Text)] };
        return project.Language is null ? RuleCompilation.Create(texts, Compiled.Project, [], [], Compiled.Today).Diagnostics : RuleCompilation.Create(texts, Compiled.Today).Diagnostics;
    }

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => new[] { typeof(BindingErrors), typeof(Lints) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
}
