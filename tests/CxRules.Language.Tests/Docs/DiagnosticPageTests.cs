using System.Reflection;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Linting;
using CxRules.Language.Tests.Binding;

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
        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Report(code, blocks[0]).Select(diagnostic => diagnostic.Code));
        Assert.Empty(Report(code, blocks[1]).Select(diagnostic => diagnostic.ToString()));
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> Report(string code, (string Language, string Text) block) =>
        Compiled.File(block.Text, name: code == "CXR2043" ? "---.cxr" : $"some-rule.{block.Language}").Diagnostics;

    private static IEnumerable<DiagnosticDescriptor> Descriptors() => new[] { typeof(BindingErrors), typeof(Lints) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>();
}
