using System.Reflection;
using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Tests.Docs;
using CxRules.Model.Contacts;

namespace CxRules.Language.Tests.Projects;

/// <summary>The pages of the codes of project and source files: the wrong example has the mistake, the right one has not.</summary>
public sealed class ProjectPageTests
{
    private const string SourceStart = "source: crm-export\nformat: csv\n";

    public static TheoryData<string> Codes => [.. new[] { typeof(ProjectErrors), typeof(SourceErrors) }
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(member => member.GetValue(null)).OfType<DiagnosticDescriptor>().Select(descriptor => descriptor.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_Examples_DoWhatTheySay(string code)
    {
        var blocks = MarkdownBlocks.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "diagnostics", $"{code}.md"));

        Assert.Equal(2, blocks.Count);
        Assert.Equal([code], Read(code, blocks[0].Text).Distinct());
        Assert.Empty(Read(code, blocks[1].Text));
    }

    /// <summary>A source page shows the lines that matter: what every source needs is added where it lacks, and not held against it.</summary>
    private static IEnumerable<string> Read(string code, string text)
    {
        var bag = new DiagnosticBag();
        if (!code.StartsWith("CXR22", StringComparison.Ordinal))
        {
            ProjectReader.Read(new("cxrules.yaml", text), bag);
        }
        else
        {
            var whole = text.Contains("fields:", StringComparison.Ordinal) || text.Contains("format:", StringComparison.Ordinal) || text.Contains("zone:", StringComparison.Ordinal)
                ? text : "fields:\n  " + text;
            SourceFileReader.Read(new("a.source.yaml", (text.Contains("form", StringComparison.Ordinal) ? "" : SourceStart) + whole), ContactSchema.Default, bag);
        }

        return bag.ToImmutable().Select(found => found.Code).Where(found => found == code || found != SourceErrors.MissingKey.Code);
    }
}
