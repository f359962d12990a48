using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Formatting;

/// <summary>What holds of every rule text: formatting twice is formatting once, nothing is lost, and the other spelling leads back.</summary>
public sealed class FormattingInvariantsTests
{
    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (name, text) in RuleTextCorpus.All())
            {
                data.Add(name, text);
            }

            return data;
        }
    }

    [Fact]
    public void Corpus_IsNoSmallOne() => Assert.True(Texts.Count > 100, $"{Texts.Count} texts");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Format_Twice_IsOnce(string name, string text)
    {
        var once = RuleFormatter.Format(Parse(name, text));
        Assert.Equal(once, RuleFormatter.Format(Parse(name, once)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Format_LosesAndAddsNothing(string name, string text)
    {
        var (before, after) = (Parse(name, text), Parse(name, RuleFormatter.Format(Parse(name, text))));
        Assert.True(SyntaxEquality.Equal(before, after));
        Assert.Equal(Comments(before), Comments(after));
        if (name.EndsWith(".cxr", StringComparison.Ordinal))
        {
            Assert.Equal(before.Tokens.Select(Shown), after.Tokens.Select(Shown));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Format_LeavesCleanLines(string name, string text)
    {
        var lines = RuleFormatter.Format(Parse(name, text)).Split('\n');
        Assert.DoesNotContain(lines, line => line.EndsWith(' ') || line.Contains('\t', StringComparison.Ordinal));
        Assert.Equal("", lines[^1]);
        Assert.NotEqual("", lines[^2]);
        Assert.DoesNotContain(Enumerable.Range(1, lines.Length - 1), index => lines[index].Length == 0 && lines[index - 1].Length == 0);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Convert_ThereAndBack_IsTheSame(string name, string text)
    {
        var (there, other) = name.EndsWith(".cxr", StringComparison.Ordinal) ? (RuleSpelling.Yaml, ".yaml") : (RuleSpelling.Sentences, ".cxr");
        var before = Parse(name, text);
        var converted = Parse(Path.ChangeExtension(name, other), RuleFormatter.Convert(before, there));
        Assert.Equal(converted.Text.Content, RuleFormatter.Format(converted));
        var back = Parse(name, RuleFormatter.Convert(converted, RuleFormatter.SpellingOf(name)));
        Assert.True(SyntaxEquality.Equal(before, back), back.Text.Content);
        Assert.Equal(Comments(before), Comments(back));
    }

    private static RuleFileSyntax Parse(string name, string text)
    {
        var file = RuleFormatter.Parse(new(name, text));
        Assert.DoesNotContain(file.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return file;
    }

    private static (TokenKind, string) Shown(Token token) => (token.Kind, token.Kind == TokenKind.Word ? token.Value.ToLowerInvariant() : token.Value);

    private static IEnumerable<string> Comments(RuleFileSyntax file) => file.Comments.Select(comment => file.Text[comment][1..].Trim()).Order(StringComparer.Ordinal);
}
