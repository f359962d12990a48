using CxRules.Language.Text;

namespace CxRules.Language.Tests.Text;

public sealed class UnifiedDiffTests
{
    [Theory]
    [InlineData("a|b|c|", "a|x|c|", "@@ -1,3 +1,3 @@| a|-b|+x| c|")]
    [InlineData("a|", "a|b|", "@@ -1,1 +1,2 @@| a|+b|")]
    [InlineData("", "a|", "@@ -0,0 +1,1 @@|+a|")]
    [InlineData("a|", "", "@@ -1,1 +0,0 @@|-a|")]
    [InlineData("a", "a|", "@@ -1,1 +1,1 @@|-a|\\ No newline at end of file|+a|")]
    [InlineData("1|2|3|4|5|6|7|8|9|", "1|2|3|4|x|6|7|8|9|", "@@ -2,7 +2,7 @@| 2| 3| 4|-5|+x| 6| 7| 8|")]
    [InlineData("1|2|3|4|5|6|7|8|9|a|b|", "x|2|3|4|5|6|7|8|9|a|y|", "@@ -1,4 +1,4 @@|-1|+x| 2| 3| 4|@@ -8,4 +8,4 @@| 8| 9| a|-b|+y|")]
    [InlineData("1|2|3|4|5|6|7|8|", "x|2|3|4|5|6|7|y|", "@@ -1,8 +1,8 @@|-1|+x| 2| 3| 4| 5| 6| 7|-8|+y|")]
    public void Texts_ThatDiffer_AreShownWithContext(string before, string after, string expected) =>
        Assert.Equal("--- a/f\n+++ b/f\n" + Lines(expected), UnifiedDiff.Of("f", Lines(before), Lines(after)));

    [Fact]
    public void EqualTexts_ShowNothing() => Assert.Equal("", UnifiedDiff.Of("f", "a\n", "a\n"));

    /// <summary>Taking out what is gone and putting in what is new gives the other text, whatever the two are.</summary>
    [Fact]
    public void Edits_LeadFromOneTextToTheOther()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var before = Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4).ToString()).ToArray();
            var after = Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4).ToString()).ToArray();
            var edits = LineEdits.Of(before, after);
            Assert.Equal(before, edits.Where(edit => edit.Kind != '+').Select(edit => edit.Line));
            Assert.Equal(after, edits.Where(edit => edit.Kind != '-').Select(edit => edit.Line));
        }
    }

    private static string Lines(string text) => text.Replace('|', '\n');
}
