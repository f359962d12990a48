using CxRules.Language.Syntax;
using CxRules.Language.Tests.Baselines;
using CxRules.Language.Tests.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Yaml;

public sealed class YamlRuleParserTests
{
    /// <summary>What stands below `if:`, and its tree.</summary>
    public static readonly TheoryData<string, string> Conditions = new()
    {
        { " a = b", "(Equal a b)" },
        { " 'a = \"it''s\"'", "(Equal a 'it's')" },
        { " \"a = \\\"b\\\"\"", "(Equal a 'b')" },
        { " >\n      a = b\n      and c = d", "(and (Equal a b) (Equal c d))" },
        { " |\n      a = b\n      and c = d", "(and (Equal a b) (Equal c d))" },
        { " a = b\n      and c = d", "(and (Equal a b) (Equal c d))" },
        { "\n      - a = b\n      - c = d or e = f", "(and (Equal a b) (or (Equal c d) (Equal e f)))" },
        { "\n      - a = b", "(Equal a b)" },
        { " [a = b, c = d]", "(and (Equal a b) (Equal c d))" },
        { "\n      any:\n        - a = b\n        - c = d", "(or (Equal a b) (Equal c d))" },
        { "\n      all: [a = b, c = d]\n      none: [e = f, g = h]", "(and (and (Equal a b) (Equal c d)) (not (or (Equal e f) (Equal g h))))" },
        { "\n      none: a = b", "(not (Equal a b))" },
        { "\n      - a = b\n      - any: [c = d, e = f]", "(and (Equal a b) (or (Equal c d) (Equal e f)))" },
        { " 'a = \"b # c\"'", "(Equal a 'b # c')" },
        { " weekly cost > 50,000 USD", "(Greater <weekly cost> 50000USD)" },
    };

    /// <summary>Whole files with their mistakes marked, and the codes in order.</summary>
    public static readonly TheoryData<string, string> Mistakes = new()
    {
        { "rules:\n  - rule: a\n    if: a = b and «)»\n    then: route to X\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if: 'a = b and «)»'\n    then: route to X\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if: >\n      a = b\n      and «)»\n    then: route to X\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if:\n      - a = b\n      - c «=»\n    then: route to X\n", "CXR1014" },
        { "rules:\n  - rule: a\n    if: a = b\n    then:\n      - «rout» to X\n      - route to X\n", "CXR1015" },
        { "rules:\n  - rule: a\n    «iff»: a = b\n    then: route to X\n", "CXR1151" },
        { "rules:\n  - rule: a\n    if: a = b\n    then: route to X\n    «colour»: red\n", "CXR1150" },
        { "«rule»:\n  - rule: a\n    if: a = b\n    then: route to X\n", "CXR1154" },
        { "«rule»: a\nif: a = b\nthen: route to X\n", "CXR1154" },
        { "«ruls»:\n  - rule: a\n    if: a = b\n    then: route to X\n", "CXR1151" },
        { "«rules»:\n", "CXR1153" },
        { "«rules»:\n  rule: a\n", "CXR1152" },
        { "rules:\n  - «if a = b then route to X»\n", "CXR1152" },
        { "rules:\n  - rule: a\n    «if»:\n    then: route to X\n", "CXR1153" },
        { "rules:\n  - rule: a\n    if:\n      «eny»: [a = b]\n    then: route to X\n", "CXR1151" },
        { "rules:\n  - rule: a\n    if: a = b\n    then: route to X\n    priority: «high»\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if: a = b\n    then: route to X\n    severity: «[high, low]»\n", "CXR1152" },
        { "rules:\n  - rule: a\n    if: a = «b»\n", "CXR1020" },
        { "rules:\n  - rule: a\n    «then»: route to X\n", "CXR1019" },
        { "rules:\n  - rule: «Big Bill»\n    if: a = b\n    then: route to X\n", "CXR1018" },
        { "rules:\n  - «if»: a = b\n    then: route to X\n  - rule: b\n    if: a = b\n    then: route to X\n", "CXR1017" },
        { "rules:\n  - rule: a\n    if: {all: [«channel in (phone, chat)», a = b]}\n    then: route to X\n", "CXR1121" },
        { "rules:\n  - rule: a\n    if: a = \"Late «#fee\"»\n    then: route to X\n", "CXR1118" },
        { "rules:\n  - rule: a\n    if: a = b\n    then: route to X\n    per: [product, «=»]\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if: \"a = b «# and c = d»\"\n    then: route to X\n", "CXR1119" },
        { "rules:\n  - rule: a\n    if: 'a = b\n      «# and c = d»\n      and e = f'\n    then: route to X\n", "CXR1119" },
        { "rules:\n  - rule: a\n    if: \"a = b\n      «# and c = d»\n      and e = f\"\n    then: route to X\n", "CXR1119" },
        { "rules: [«*b»]\n", "CXR1111" },
        { "other: «&b» [x]\nrules:\n  - rule: a\n    if: a = b\n    then: route to X\n", "CXR1110" },
        { "rules:\n  - rule: a\n    if: [«*b»]\n    then: route to X\n", "CXR1111" },
        { "rules:\n  - rule: a\n    if:\n      - «if» a = b\n    then: route to X\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if:\n      - a = b\n      - «and» c = d\n    then: route to X\n", "CXR1013" },
        { "rules:\n  - rule: a\n    if: a = b\n    then: «then» route to X\n", "CXR1013" },
    };

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Parse_Condition_GivesItsTree(string condition, string tree)
    {
        var file = Parse($"rules:\n  - rule: r\n    if:{condition}\n    then: route to X\n");
        Assert.Empty(file.Diagnostics);
        Assert.Equal($"rule r: if {tree}; then route X", TreePrinter.Print(file));
        Assert.Equal(file.Text.Content, file.ToString());
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Parse_Mistake_IsOneErrorInItsPlace(string marked, string code)
    {
        var text = MarkedText.Read(marked);
        var file = Parse(text.Content);
        Assert.Equal($"{marked} {code}", MarkedText.Write(text.Content, file.Diagnostics));
        Assert.Equal(text.Content, file.ToString());
    }

    [Fact]
    public void Parse_OtherLineEnds_MeanTheSame()
    {
        var file = Parse(Samples.InFullYaml.Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Empty(file.Diagnostics);
        Assert.Equal(TreeBaseline.Shape(Parse(Samples.InFullYaml)), TreeBaseline.Shape(file));
        Assert.Equal(file.Text.Content, file.ToString());
    }

    [Fact]
    public void Parse_PerAsAList_IsTheSameAsCommas()
    {
        var file = Parse("rules:\n  - rule: r\n    if: a = b\n    then: route to X\n    per: [product, owner hint]\n");
        Assert.Equal("rule r: if (Equal a b); then route X; per product, owner hint", TreePrinter.Print(file));
    }

    [Fact]
    public void Parse_BrokenRule_HidesNoErrorOfTheNext()
    {
        var marked = "rules:\n  - rule: a\n    if: a = «)»\n    then: «rout» to X\n  - rule: b\n    «iff»: a = b\n  - rule: c\n    if: a = b\n    then: route to X\n";
        var text = MarkedText.Read(marked);
        var file = Parse(text.Content);
        Assert.Equal($"{marked} CXR1013 CXR1015 CXR1151", MarkedText.Write(text.Content, file.Diagnostics));
        Assert.Equal([true, true, false], file.Rules.Select(rule => rule.IsBroken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    public void Parse_EmptyFile_SaysSo(string content) => Assert.Equal("CXR1001", Assert.Single(Parse(content).Diagnostics).Code);

    private static RuleFileSyntax Parse(string content) => YamlRuleParser.Parse(new SourceText("a.yaml", content));
}
