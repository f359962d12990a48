using CxRules.Language.Formatting;
using CxRules.Language.Tests.Docs;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Formatting;

public sealed class FormattingTests
{
    /// <summary>The rule in full of the language's contract, comments and all.</summary>
    private const string InFull = """
        rule billing-confusion-spike "Customers cannot read the new bill"
          author   cx-analytics            # who answers for the rule's text
          severity high                    # low | medium | high | critical
          priority 10                      # higher first
          expires  2027-06-30              # `check` warns 30 days ahead, fails after
          see      "https://wiki/bill-redesign"

          if disposition = billing-confusion
             and channel in (phone, chat)
             and weekly volume > baseline × 1.3
             and at least 50 contacts
          for   2 days                      # held at each evaluation over that span before the rule fires
          until weekly volume < baseline × 1.1 for 14 days      # hysteresis: when the signal clears
          per   product, region             # one signal and one case for each combination
          every day                         # when it is evaluated; `every monday at 06:00`
          only  on weekdays                 # a gate on evaluation, never on the population
          then route to Billing with cost estimate
               because "the March bill layout doubled the number of line items"
          then notify agents

        """;

    private const string InFullYaml = """
        rules:
          - rule: billing-confusion-spike
            title: Customers cannot read the new bill
            author: cx-analytics
            severity: high
            priority: 10
            expires: 2027-06-30
            see: https://wiki/bill-redesign
            if:
              - disposition = billing-confusion
              - channel in (phone, chat)
              - weekly volume > baseline × 1.3
              - at least 50 contacts
            for: 2 days
            until: weekly volume < baseline × 1.1 for 14 days
            per: product, region
            every: day
            only: on weekdays
            then:
              - route to Billing with cost estimate because "the March bill layout doubled the number of line items"
              - notify agents

        """;

    public static TheoryData<string> PackFiles => [.. Directory.EnumerateFiles(Path.Combine(MarkdownBlocks.DocsFolder(), "..", "rules"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml" && Path.GetFileName(file) != "cxrules.yaml" && !file.EndsWith(".source.yaml", StringComparison.Ordinal) && !file.EndsWith(".transitions.yaml", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(MarkdownBlocks.DocsFolder(), file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void RuleInFull_IsCanonical() => Assert.Equal(InFull, Format("a.cxr", InFull));

    [Fact]
    public void RuleInFull_InYaml_IsCanonical() => Assert.Equal(InFullYaml, Format("a.yaml", InFullYaml));

    [Fact]
    public void RuleInFull_Converted_IsTheSameInYaml() =>
        Assert.Equal(InFullYaml, string.Join('\n', Convert("a.cxr", InFull, RuleSpelling.Yaml).Split('\n').Select(line => line.Split("  # ")[0].TrimEnd())));

    [Fact]
    public void Yaml_Converted_IsTheRuleInFull() =>
        Assert.Equal(string.Join('\n', InFull.Split('\n').Select(line => line.Split("  # ")[0].TrimEnd())), Convert("a.yaml", InFullYaml, RuleSpelling.Sentences));

    [Theory]
    [InlineData("if a = b\r\nthen route to X\r\n", "\r\n")]
    [InlineData("if a = b\r\n\r\nthen route to X", "\r\n")]
    [InlineData("if a = b\nthen route to X\r\n", "\n")]
    [InlineData("if a = b\rthen route to X\r", "\n")]
    [InlineData("\ufeffif a = b then route to X", "\n")]
    public void LineEnds_AreCrLfWhereAllAre(string text, string end) =>
        Assert.Equal($"if a = b{end}then route to X{end}", Format("a.cxr", text));

    [Theory]
    [InlineData("\"2026\"", "'2026'")]
    [InlineData("\"1e3\"", "'1e3'")]
    [InlineData("\"2026-01-31\"", "'2026-01-31'")]
    [InlineData("\"yes\"", "'yes'")]
    [InlineData("\"Null\"", "'Null'")]
    [InlineData("\"a: b\"", "'a: b'")]
    [InlineData("\"a:b\"", "a:b")]
    [InlineData("\"a:\"", "'a:'")]
    [InlineData("\"a # b\"", "'a # b'")]
    [InlineData("\"a#b\"", "a#b")]
    [InlineData("\"- a\"", "'- a'")]
    [InlineData("\"*a\"", "'*a'")]
    [InlineData("\"'a' and b\"", "\"'a' and b\"")]
    [InlineData("\"it's\"", "it's")]
    [InlineData("\"it's: \\\"b\\\"\"", "'it''s: \"b\"'")]
    [InlineData("\" a \"", "' a '")]
    [InlineData("\"a\\b\"", "a\\b")]
    [InlineData("\"Größe ¾ 😀\"", "Größe ¾ 😀")]
    [InlineData("\"a\u2028b\"", "\"a\\u2028b\"")]
    [InlineData("\"a\tb\"", "'a\tb'")]
    public void Title_InYaml_ReadsBackAsItWas(string title, string expected)
    {
        var yaml = Convert("a.cxr", $"rule r {title} if a = b then route to X", RuleSpelling.Yaml);
        Assert.Contains($"    title: {expected}\n", yaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("author: cx", "author   cx")]
    [InlineData("author: Jane Doe", "author   \"Jane Doe\"")]
    [InlineData("author: if", "author   \"if\"")]
    [InlineData("author: 'say \"hi\" \\'", "author   \"say \\\"hi\\\" \\\\\"")]
    [InlineData("author: \"two\\nlines\"", "author   \"two lines\"")]
    [InlineData("author: severity", "author   \"severity\"")]
    [InlineData("author: 2nd-line", "author   \"2nd-line\"")]
    public void Value_InASentence_IsAWordWhereItCanBe(string yaml, string expected)
    {
        var text = Convert("a.yaml", $"rules:\n  - rule: r\n    {yaml}\n    if: a = b\n    then: route to X\n", RuleSpelling.Sentences);
        Assert.Contains($"  {expected}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleWithoutId_ButATitle_TakesItsIdFromTheFile() =>
        Assert.StartsWith("rule late-fees \"Late fees\"\n", Convert("rules/Late fees.yaml", "rules:\n  - title: Late fees\n    if: a = b\n    then: route to X\n", RuleSpelling.Sentences), StringComparison.Ordinal);

    [Fact]
    public void File_WithErrors_HasNoLayout() => Assert.Throws<ArgumentException>(() => Format("a.cxr", "if a = then route to X"));

    [Theory]
    [MemberData(nameof(PackFiles))]
    public void Pack_OfTheRepository_IsFormatted(string file)
    {
        var text = File.ReadAllText(Path.Combine(MarkdownBlocks.DocsFolder(), file));
        Assert.Equal(text, Format(file, text));
    }

    private static string Format(string name, string text) => RuleFormatter.Format(RuleFormatter.Parse(new SourceText(name, text)));

    private static string Convert(string name, string text, RuleSpelling to) => RuleFormatter.Convert(RuleFormatter.Parse(new SourceText(name, text)), to);
}
