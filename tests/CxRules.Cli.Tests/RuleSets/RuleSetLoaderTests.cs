using System.Collections.Immutable;
using CxRules.Testing.RuleSets;

namespace CxRules.Cli.Tests.RuleSets;

public sealed class RuleSetLoaderTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Folder_WithProject_TakesRuleFilesByPathAndNothingElse()
    {
        _scratch.Write("cxrules.yaml", "name: a").Write("z.cxr", "1").Write("b/a.yaml", "2").Write("b.yaml", "3").Write("crm.source.yaml", "4")
            .Write("b/a.test.yaml", "5").Write("notes.md", "6").Write(".git/x.cxr", "7").Write("b/deep.source.yaml", "8");
        var ruleSet = Assert.Single(Loaded(_scratch.Root));
        Assert.Equal(["b.yaml", "b/a.yaml", "z.cxr"], ruleSet.Texts.Rules.Select(Relative));
        Assert.Equal(["crm.source.yaml"], ruleSet.Texts.Sources.Select(Relative));
        Assert.Equal("name: a", ruleSet.Texts.Project?.Content);
        Assert.Equal(5, ruleSet.Files);
    }

    [Fact]
    public void Folder_NestedRuleSet_IsNotPartOfTheOuter()
    {
        _scratch.Write("cxrules.yaml", "").Write("a.cxr", "1").Write("inner/cxrules.yaml", "").Write("inner/b.cxr", "2");
        Assert.Equal(["a.cxr"], Assert.Single(Loaded(_scratch.Root)).Texts.Rules.Select(Relative));
    }

    [Fact]
    public void Folder_AboveSeveral_LoadsEach()
    {
        _scratch.Write("two/cxrules.yaml", "").Write("two/b.cxr", "2").Write("one/cxrules.yaml", "").Write("one/a.cxr", "1");
        Assert.Equal([_scratch["one"], _scratch["two"]], Loaded(_scratch.Root).Select(ruleSet => ruleSet.Path));
    }

    [Fact]
    public void File_TakesTheProjectOfItsFolder()
    {
        _scratch.Write("cxrules.yaml", "name: a").Write("a.cxr", "1").Write("b.cxr", "2").Write("crm.source.yaml", "3");
        var ruleSet = Assert.Single(Loaded(_scratch["a.cxr"]));
        Assert.Equal(["a.cxr"], ruleSet.Texts.Rules.Select(Relative));
        Assert.Equal("name: a", ruleSet.Texts.Project?.Content);
        Assert.Single(ruleSet.Texts.Sources);
    }

    [Fact]
    public void File_WithoutProject_Works() => Assert.Null(Assert.Single(Loaded(_scratch.Write("a.cxr", "1")["a.cxr"])).Texts.Project);

    [Fact]
    public void ProjectFile_StandsForItsFolder() =>
        Assert.Single(Assert.Single(Loaded(_scratch.Write("cxrules.yaml", "").Write("a.cxr", "1")["cxrules.yaml"])).Texts.Rules);

    [Fact]
    public void RelativePath_IsShownAsGiven()
    {
        var path = Path.GetRelativePath(Environment.CurrentDirectory, _scratch.Write("rules/a.cxr", "1")["rules"]);
        Assert.Equal($"{path}/a.cxr", Assert.Single(Loaded(path)).Texts.Rules[0].File);
    }

    [Theory]
    [InlineData("nowhere", "There is no file or folder")]
    [InlineData("empty", "There are no rules in")]
    [InlineData("project-only", "beside or below its `cxrules.yaml`")]
    [InlineData("notes.md", "is no file of rules")]
    [InlineData("crm.source.yaml", "is no file of rules")]
    public void Path_WithoutRules_IsAPlainMessage(string path, string message)
    {
        Directory.CreateDirectory(_scratch["empty"]);
        _scratch.Write("project-only/cxrules.yaml", "").Write("notes.md", "").Write("crm.source.yaml", "");
        Assert.Contains(message, RuleSetLoader.Load(_scratch[path]).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outside.cxr", true)]
    [InlineData("rules/a.cxr", false)]
    [InlineData("gone.cxr", true)]
    public void Link_ThatLeavesTheRoot_IsRefused(string target, bool refused)
    {
        _scratch.Write("outside.cxr", "1").Write("rules/a.cxr", "1").Write("rules/cxrules.yaml", "");
        File.CreateSymbolicLink(_scratch["rules/link.cxr"], _scratch[target]);
        Assert.Equal(refused, RuleSetLoader.Load(_scratch["rules"]).Problem?.Contains("link.cxr", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void LinkedFolder_OutsideIsRefused_InsideIsNotFollowedInCircles()
    {
        _scratch.Write("rules/a.cxr", "1").Write("rules/cxrules.yaml", "").Write("elsewhere/b.cxr", "2");
        Directory.CreateSymbolicLink(_scratch["rules/loop"], _scratch["rules"]);
        Assert.Single(Assert.Single(Loaded(_scratch["rules"])).Texts.Rules);
        Directory.CreateSymbolicLink(_scratch["rules/out"], _scratch["elsewhere"]);
        Assert.Contains("rules/out", RuleSetLoader.Load(_scratch["rules"]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void SourcesBesideHistory_OnlyWhereTheProjectHasNone()
    {
        _scratch.Write("rules/a.cxr", "1").Write("data/h.csv", "").Write("data/crm.source.yaml", "x");
        var without = Assert.Single(Loaded(_scratch["rules"]));
        Assert.Equal(["data/crm.source.yaml"], RuleSetLoader.WithSourcesBeside(without, [_scratch["data/h.csv"]]).Texts.Sources.Select(Relative));
        _scratch.Write("rules/own.source.yaml", "y");
        var with = Assert.Single(Loaded(_scratch["rules"]));
        Assert.Equal(["rules/own.source.yaml"], RuleSetLoader.WithSourcesBeside(with, [_scratch["data/h.csv"]]).Texts.Sources.Select(Relative));
    }

    [Fact]
    public void BinaryFile_IsADiagnosticAndTheOthersAreRead()
    {
        _scratch.Write("a.cxr", [0, 1, 2, 0xFF]).Write("b.cxr", "if disposition = x then route to Billing");
        var ruleSet = Assert.Single(Loaded(_scratch.Root));
        Assert.EndsWith("a.cxr", Assert.Single(ruleSet.Diagnostics).Text.File, StringComparison.Ordinal);
        Assert.Equal(["b.cxr"], ruleSet.Texts.Rules.Select(Relative));
    }

    private static ImmutableArray<LoadedRuleSet> Loaded(string path)
    {
        var load = RuleSetLoader.Load(path);
        Assert.Null(load.Problem);
        return load.RuleSets;
    }

    private string Relative(Language.Text.SourceText text) => Path.GetRelativePath(_scratch.Root, text.File);
}
