using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Yaml;

public sealed class YamlEndTests
{
    [Theory]
    [InlineData("---\n")]
    [InlineData("--- # x\n")]
    [InlineData("rules:\n---\n")]
    public void Parse_NothingBehindTheLastLine_PrintsBack(string text)
    {
        var file = YamlRuleParser.Parse(new("a.yaml", text));
        Assert.Equal(text, file.ToString());
        Assert.All(file.Diagnostics, diagnostic => Assert.True(diagnostic.Span.End <= text.Length));
    }
}
