using System.Reflection;
using System.Runtime.CompilerServices;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Syntax;

public sealed class DiagnosticPagesTests
{
    private static readonly Type[] Owners = [typeof(SyntaxErrors), typeof(YamlRuleErrors)];

    public static readonly TheoryData<string> Codes = new(Owners
        .SelectMany(owner => owner.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => ((DiagnosticDescriptor?)field.GetValue(null))?.Code ?? field.Name));

    /// <summary>Pages whose example stands in brackets or cannot be printed.</summary>
    private static readonly string[] Described = ["CXR1002", "CXR1003", "CXR1012", "CXR1033"];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_WrongExample_GivesTheCodeAndTheRightOneNothing(string code)
    {
        var page = File.ReadAllText(PathOf(code)).ReplaceLineEndings("\n");
        Assert.StartsWith($"# {code}: ", page, StringComparison.Ordinal);
        var blocks = page.Split("```");
        Assert.Equal(5, blocks.Length);
        if (Described.Contains(code))
        {
            return;
        }

        Assert.Contains(code, Check(blocks[1]));
        Assert.DoesNotContain(code, Check(blocks[3]));
    }

    private static IEnumerable<string> Check(string block)
    {
        var end = block.IndexOf('\n', StringComparison.Ordinal);
        var text = new SourceText("page", block[(end + 1)..]);
        var file = block[..end] == "yaml" ? YamlRuleParser.Parse(text) : RuleParser.Parse(text);
        return file.Diagnostics.Select(diagnostic => diagnostic.Code);
    }

    private static string PathOf(string code, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "..", "..", "docs", "diagnostics", $"{code}.md");
}
