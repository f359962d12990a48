using CxRules.Language.Formatting;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Formatting;

/// <summary>Cases/NAME.input.cxr is formatted to NAME.formatted.cxr and converted to NAME.converted.yaml; likewise from YAML. CXRULES_UPDATE_BASELINES=1 rewrites them.</summary>
public sealed class FormattingCasesTests
{
    public static TheoryData<string> Inputs => [.. Directory.EnumerateFiles(RuleTextCorpus.CasesFolder(), "*.input.*").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Case_IsFormatted(string input) =>
        AssertBaseline(input.Replace(".input.", ".formatted.", StringComparison.Ordinal), RuleFormatter.Format(RuleFormatter.Parse(Read(input))));

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Case_IsConverted(string input)
    {
        var name = input.Replace(".input.", ".converted.", StringComparison.Ordinal);
        var (to, ending) = RuleFormatter.SpellingOf(input) == RuleSpelling.Yaml ? (RuleSpelling.Sentences, ".cxr") : (RuleSpelling.Yaml, ".yaml");
        AssertBaseline(Path.ChangeExtension(name, ending), RuleFormatter.Convert(RuleFormatter.Parse(Read(input)), to));
    }

    private static SourceText Read(string name) => new(name, File.ReadAllText(Path.Combine(RuleTextCorpus.CasesFolder(), name)));

    private static void AssertBaseline(string name, string text)
    {
        var path = Path.Combine(RuleTextCorpus.CasesFolder(), name);
        if (Environment.GetEnvironmentVariable("CXRULES_UPDATE_BASELINES") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
