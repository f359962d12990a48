using CxRules.Language.Symbols;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Symbols;

/// <summary>What stands at the place marked `|`, in the rule set of <see cref="SemanticPacks"/> that names everything.</summary>
public sealed class SemanticModelTests
{
    private static readonly RuleTexts Texts = SemanticPacks.All().First().Texts;
    private static readonly SemanticModel Model = RuleCompilation.Create(Texts, SemanticPacks.Today).Model;

    [Fact]
    public void Set_OfEveryName_HasNoError() =>
        Assert.Empty(RuleCompilation.Create(Texts, SemanticPacks.Today).Diagnostics.Where(found => found.Severity == Language.Diagnostics.DiagnosticSeverity.Error).Select(found => found.ToString()));

    [Theory]
    [InlineData("cases.cxr", "case |late-fees is", "Rule late-fees", "fees.cxr:4", 3)]
    [InlineData("cases.cxr", "signal |storm is", "Signal storm", "cases.cxr:13", 2)]
    [InlineData("cases.cxr", "emit signal |storm", "Signal storm", "cases.cxr:13", 2)]
    [InlineData("cases.cxr", "\"Chief| Operating", "Owner Chief Operating Officer", "cxrules.yaml:14", 3)]
    [InlineData("cases.cxr", "via |billing-jira", "Webhook billing-jira", "cxrules.yaml:21", 3)]
    [InlineData("cases.cxr", "per 100 bi|lls", "Exposure bills", "cxrules.yaml:18", 2)]
    [InlineData("cases.cxr", "during |storms", "Calendar storms", "cxrules.yaml:17", 3)]
    [InlineData("fees.cxr", "suppress |storm", "Rule storm-is-coming", "cases.cxr:9", 2)]
    [InlineData("fees.cxr", "if |fee-talk", "Definition fee-talk", "fees.cxr:1", 2)]
    [InlineData("fees.cxr", "in (|fee-codes", "Definition fee-codes", "fees.cxr:2", 2)]
    [InlineData("fees.cxr", "touchpoint = |first-bill", "Touchpoint first-bill", "cxrules.yaml:11", 4)]
    [InlineData("fees.cxr", "has first |billed at", "Field first billed at", "cxrules.yaml:4", 2)]
    [InlineData("fees.cxr", "per   |plan", "Field plan", "cxrules.yaml:3", 4)]
    [InlineData("fees.cxr", "t.pro|duct", "Column product of thresholds.csv", "thresholds.csv:1", 2)]
    [InlineData("fees.cxr", "(chan|nel = web", "Field channel", null, 1)]
    [InlineData("fees.cxr", "channel = |web", "Code web of channel", null, 1)]
    [InlineData("more.yaml", "- |angry", "Definition angry", "more.yaml:2", 2)]
    [InlineData("more.yaml", "disposition = |bill-query", "Code billing-confusion of disposition", "cxrules.yaml:7", 4)]
    [InlineData("more.yaml", "sample |meters", "Sample meters", "cxrules.yaml:19", 2)]
    [InlineData("cxrules.yaml", "owner: |Billing", "Owner Billing", "cxrules.yaml:13", 6)]
    [InlineData("cxrules.yaml", "was: [|bill-query", "Code billing-confusion of disposition", "cxrules.yaml:7", 4)]
    public void SymbolAt_AName_IsDeclaredAndUsedWhereItSays(string file, string marked, string symbol, string? declared, int references)
    {
        var found = At(file, marked);
        Assert.Equal(symbol, $"{found.Symbol.Kind} {found.Symbol.Name}{(found.Symbol.Container is { } container ? $" of {container}" : "")}");
        var place = Model.DeclarationOf(found.Symbol);
        Assert.Equal(declared, place is { } at ? $"{at.Text.File}:{at.Text.PositionOf(at.Span.Start).Line}" : null);
        Assert.Equal(references, Model.ReferencesTo(found.Symbol).Length);
    }

    [Fact]
    public void Describe_SaysWhatTheProjectKnows()
    {
        Assert.Equal("Billing", Assert.IsType<CodeDetails>(Model.Describe(new Symbol(SymbolKind.Code, "billing", "disposition"))).Disposition?.Title);
        Assert.Equal("billing@example.test", Assert.IsType<OwnerDetails>(Model.Describe(At("cases.cxr", "to |Billing via"))).Owner.Email);
        Assert.False(Assert.IsType<FieldDetails>(Model.Describe(At("fees.cxr", "per   |plan"))).IsBuiltIn);
        Assert.Equal("Fees", Assert.IsType<RuleDetails>(Model.Describe(At("cases.cxr", "case |late-fees is"))).Title);
        Assert.Equal("csat <= 2 and escalated", Assert.IsType<DefinitionDetails>(Model.Describe(At("more.yaml", "- |angry"))).Meaning);
        var measure = Assert.IsType<MeasureDetails>(Model.Describe(At("fees.cxr", "weekly ave|rage")));
        Assert.Equal(("weekly average handle time", Dimension.Time), (measure.Written, measure.Dimension));
    }

    [Fact]
    public void SymbolAt_NoName_IsNull()
    {
        Assert.Null(Model.SymbolAt("cases.cxr", Texts.Rules[0].Content.IndexOf("rule", StringComparison.Ordinal)));
        Assert.Null(Model.SymbolAt("no-such-file.cxr", 0));
    }

    [Fact]
    public void Rename_ABuiltInField_IsRefused() => Assert.Empty(Model.Rename(new(SymbolKind.Field, "channel", null), "way"));

    private static SymbolReference At(string file, string marked)
    {
        SourceText text = SemanticPacks.Files(Texts).Single(text => text.File == file);
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        var start = text.Content.IndexOf(marked.Remove(at, 1), StringComparison.Ordinal);
        Assert.True(start >= 0, marked);
        return Assert.NotNull(Model.SymbolAt(file, start + at));
    }
}
