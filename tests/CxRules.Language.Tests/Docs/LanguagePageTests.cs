using CxRules.Language.Tests.Binding;

namespace CxRules.Language.Tests.Docs;

public sealed class LanguagePageTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (language, text) in MarkdownBlocks.Read(Path.Combine(MarkdownBlocks.DocsFolder(), "language.md")))
            {
                data.Add(language, text);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_OfTheReference_Compiles(string language, string text)
    {
        var compilation = Compiled.File(text, name: $"some-rule.{language}");
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => $"{diagnostic} {diagnostic.Help}"));
        Assert.NotEmpty(compilation.RuleSet.Rules);
    }
}
