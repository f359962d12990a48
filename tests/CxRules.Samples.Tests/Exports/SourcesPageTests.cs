using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Model.Contacts;

namespace CxRules.Samples.Tests.Exports;

/// <summary>docs/sources.md shows what its source files make of its histories.</summary>
public sealed class SourcesPageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxrules-sources-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Example_OfThePage_BecomesTheseContacts(int number)
    {
        var blocks = Blocks().ToList();
        Assert.Equal(12, blocks.Count);
        var (source, history, contacts) = (blocks[3 * number], blocks[(3 * number) + 1], blocks[(3 * number) + 2]);
        Assert.Equal(("yaml source", "text contacts"), (source.Label, contacts.Label));
        var file = Path.Combine(_folder.FullName, history.Label.Split(' ')[1]);
        File.WriteAllText(file, history.Text);
        var diagnostics = new DiagnosticBag();

        var read = SourceFileReader.Read(new("example.source.yaml", source.Text), ContactSchema.Default, diagnostics);

        Assert.Empty(diagnostics.ToImmutable());
        Assert.NotNull(read);
        Assert.Equal(contacts.Text.TrimEnd().Split('\n'), ContactLines.Read(read, [file], ContactSchema.Default));
    }

    private static IEnumerable<(string Label, string Text)> Blocks()
    {
        string? label = null;
        var lines = new List<string>();
        foreach (var line in SampleFile.Text("docs/sources.md").ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (label is not null)
            {
                yield return (label, string.Join('\n', lines) + "\n");
            }

            label = label is null ? line[3..] : null;
            lines.Clear();
        }
    }
}
