using CxRules.Language.Diagnostics;

namespace CxRules.Language.Tests.Faults;

/// <summary>One mistake that looks like two: it is reported once, on its line, and the rules beside it are kept.</summary>
public sealed class OneMistakeTests
{
    private const string Other = "\n\nrule other \"Another\"\n  if channel = web\n  then route to Digital\n";

    [Theory]
    [InlineData("rule a \"T\"\n  if channel = phone\n     and weekly volume > 3\n  rule route to Billing", "4 CXR1015")]
    [InlineData("rule a \"T\"\n  if channel = phone\n     and weekly volume > 3\n  rule region\n  then route to Billing", "4 CXR1013")]
    [InlineData("rule a \"T\"\n  if channel = phone\n     and weekly volume > 3\n  rule weekly volume < 2 for 28 days\n  then route to Billing", "4 CXR1013")]
    [InlineData("rule a \"T\"\n  rule channel = phone\n  then route to Billing", "2 CXR1013")]
    [InlineData("rule a \"T\"\n  if channel = phone\n  then route to Billing\n       hour \"a reason\"\n  then notify agents", "4 CXR1013")]
    [InlineData("rule z\n  if channel = web\n  then route to Digital\n\na \"T\"\n  if channel = phone\n  then route to Billing", "5 CXR1013")]
    [InlineData("rule z\n  if channel = web\n  then route to Digital\n\na rule \"T\"\n  if channel = phone\n  then route to Billing", "5 CXR1013")]
    [InlineData("rule a \"T\"\n  if channel = phone\n     and weekly volume > 3\n     until at least 15 contacts\n  until weekly volume < 2 for 7 days\n  then route to Billing", "4 CXR1021")]
    [InlineData("rule a \"T\"\n  if channel = phone\n  if weekly volume > 3\n  then route to Billing", "3 CXR1021")]
    [InlineData("rule a \"T\"\n  if weekly share of (channel and phone) > 70%\n  then route to Billing", "2 CXR2047")]
    [InlineData("rule a \"T\"\n  if channel or phone\n  then route to Billing", "2 CXR2047")]
    [InlineData("rule a \"T\"\n  if channel per phone\n  then route to Billing", "2 CXR2047")]
    [InlineData("rule a \"T\"\n  cancellation if reason = moved\n  then route to Billing", "2 CXR1023")]
    [InlineData("rule a \"T\"\n  if channel = phone\n     and at if 200 contacts\n  then route to Billing", "3 CXR1013")]
    [InlineData("rule a \"T\"\n  if chanel = phone and csat > 1 then rout to Billing", "2 CXR2001, 2 CXR1015")]
    public void Sentence_WithOneMistake_IsReportedOnce(string source, string expected) => Check("a.cxr", source + Other, expected);

    [Theory]
    [InlineData("- rule: a\n    if: channel = phone\n    then: % to Billing\n", "4 CXR1105")]
    [InlineData("- rule: ,\n    if: channel = phone\n    then: route to Billing\n", "2 CXR1105")]
    [InlineData("- rule: a\n    if:\n      - , in (phone,\n        web)\n      - csat > 1\n    then: route to Billing\n", "4 CXR1105")]
    [InlineData("- rule: a\n    if:\n      - \"a text\" in (phone, web)\n    then: route to Billing\n", "4 CXR1109")]
    [InlineData("- rule: a\n    title: a: b\n    if: channel = phone\n    then: route to Billing\n", "3 CXR1104")]
    [InlineData("- rule: a\n   if: channel = phone\n    then: route to Billing\n", "3 CXR1107")]
    [InlineData("- rule: a\n    if: [channel = phone\n    then: route to Billing\n", "3 CXR1103")]
    [InlineData("- rule: a\n    if: @channel = phone\n    then: rout to Billing\n  - rule: b\n    if: chanel = phone\n    then: % to Billing\n", "3 CXR1105, 4 CXR1015, 6 CXR2001, 7 CXR1105")]
    public void Yaml_WithOneMistake_KeepsTheOtherRules(string source, string expected) =>
        Check("a.yaml", $"rules:\n  {source}  - rule: other\n    if: channel = web\n    then: route to Digital\n", expected);

    [Fact]
    public void Yaml_WithMoreBreaksThanAreTried_EndsAtOneOfThem()
    {
        var rules = string.Concat(Enumerable.Range(0, 100).Select(i => $"  - rule: a-{i}\n    if: @x\n    then: route to Billing\n"));
        var read = RuleCompilation.Create(new([new("a.yaml", "rules:\n" + rules)], null, []), new(2026, 1, 1));
        Assert.InRange(read.Diagnostics.Length, 10, 20);
        Assert.All(read.Diagnostics, diagnostic => Assert.Equal("CXR1105", diagnostic.Code));
    }

    private static void Check(string file, string source, string expected)
    {
        var read = RuleCompilation.Create(new([new(file, source)], null, []), new(2026, 1, 1));
        var errors = read.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(expected, string.Join(", ", errors.Select(error => $"{error.Text.PositionOf(error.Span.Start).Line} {error.Code}")));
        Assert.Contains("other", read.RuleSet.Rules.Select(rule => rule.Id));
    }
}
