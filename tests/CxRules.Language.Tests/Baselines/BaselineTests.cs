using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Baselines;

/// <summary>
/// What is made of each input of the folder Cases is what lies beside it. After a change that is meant, CXRULES_UPDATE_BASELINES=1 writes it anew:
/// read the difference before it is committed.
/// </summary>
public sealed class BaselineTests
{
    public static TheoryData<string, string> Artifacts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in BaselineCase.Names)
            {
                foreach (var artifact in BaselineArtifact.All)
                {
                    data.Add(name, artifact.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    public static TheoryData<string> Pairs => [.. BaselineCase.Names.Where(name => new BaselineCase(name).Twin is not null)];

    [Theory]
    [MemberData(nameof(Artifacts))]
    public void Artifact_OfACase_IsAsBefore(string name, string kind)
    {
        var artifact = BaselineArtifact.All.Single(artifact => artifact.Name == kind);
        var path = new BaselineCase(name).PathOf(artifact);
        var made = artifact.Print(new BaselineCase(name).Parse());
        if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(path, made);
            return;
        }

        Assert.True(File.Exists(path), $"{path} is missing: run with CXRULES_UPDATE_BASELINES=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), made);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Tokens_OfACase_PrintItBack(string name)
    {
        var file = new BaselineCase(name).Parse();
        Assert.Equal(file.Text.Content, file.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Nodes_OfACase_HoldTheirChildrenInOrder(string name)
    {
        foreach (var node in BaselineCoverageTests.NodesOf(new BaselineCase(name).Parse()))
        {
            Assert.All(node.Children, child => Assert.True(node.Span.Contains(child.Span), $"{node}: {child}"));
            Assert.Equal(node.Children.OrderBy(child => child.Span.Start), node.Children);
            Assert.Equal(TreeBaseline.NodesOf(node).ToHashSet(ReferenceEqualityComparer.Instance), node.Children.ToHashSet(ReferenceEqualityComparer.Instance));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fix_OfEachDiagnostic_RemovesIt(string name)
    {
        var file = new BaselineCase(name).Parse();
        foreach (var diagnostic in file.Diagnostics.Where(diagnostic => diagnostic.Fix is not null))
        {
            var mended = BaselineCase.Parse(new SourceText(file.Text.File, Mend(file.Text.Content, diagnostic)));
            Assert.True(mended.Diagnostics.Length < file.Diagnostics.Length, $"{diagnostic}\n{mended.Text.Content}");
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Tree_OfBothSpellings_IsTheSame(string name)
    {
        var sentences = new BaselineCase(name);
        var keys = sentences.Twin ?? throw new InvalidOperationException("It has none.");
        Assert.Empty(sentences.Parse().Diagnostics.Concat(keys.Parse().Diagnostics));
        Assert.Equal(TreeBaseline.Shape(sentences.Parse()), TreeBaseline.Shape(keys.Parse()));
    }

    private static string Mend(string content, Diagnostic diagnostic) =>
        (diagnostic.Fix?.Edits ?? []).OrderByDescending(edit => edit.Span.Start).Aggregate(content, (text, edit) => text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));
}
