using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Syntax;

public sealed class SyntaxErrorTests
{
    /// <summary>Each mistake marked in its text, and the codes in order: one mistake, one error.</summary>
    public static readonly TheoryData<string, string> Mistakes = new()
    {
        { "«»", "CXR1001" },
        { "# only a comment", "CXR1001@0" },
        { "if a = b\u0007«»", "CXR1003@8+1" },
        { "if a = b«.»", "CXR1004" },
        { "if a = b then route to «'»Late Fee'", "CXR1004" },
        { "if«:» a = b then route to X", "CXR1004" },
        { "rule a\nsee https«://»wiki/x\nif a = b then route to X", "CXR1004" },
        { "if a = «\"Late Fee»\nthen route to X", "CXR1005" },
        { "if text matches «/late fee»\nthen route to X", "CXR1006" },
        { "if a = b then route to X\nexpires «2027-02-30»", "CXR1007" },
        { "if local time between «25:00» and 08:00 then route to X", "CXR1007" },
        { "if csat in («1,200», 3) then route to X", "CXR1008" },
        { "if csat < 2«,»5 then route to X", "CXR1009" },
        { "if csat < «11111111111111111111111111111111111111» then route to X", "CXR1010" },
        { "if a «==» b then route to X", "CXR1011" },
        { "if a = b «&&» c = d then route to X", "CXR1011" },
        { "if csat «=>» 3 then route to X", "CXR1011" },
        { "if a = b «thn» route to X", "CXR1015" },
        { "if a = b\n   «channel» = d\nthen route to X", "CXR1013" },
        { "if «=» b then route to X", "CXR1013" },
        { "if (a = b then route to X", "CXR1014@8+1" },
        { "if a = b«)» then route to X", "CXR1013" },
        { "if disposition «=»\nthen route to X", "CXR1014" },
        { "«if» then route to X", "CXR1014" },
        { "if a = b then route «to»", "CXR1014" },
        { "if a = b «then»", "CXR1014" },
        { "if weekly «volume» then route to X", "CXR1014" },
        { "if a = b then «rout» to X", "CXR1015" },
        { "if a = b\n«thn» route to X", "CXR1015" },
        { "«fi» a = b then route to X", "CXR1015" },
        { "if weekly «volme» > 3 then route to X", "CXR1015" },
        { "if a = b then route to X with «cst» estimate", "CXR1015" },
        { "if volume over «24h» > 3 then route to X", "CXR1015" },
        { "if handle time > «20min» then route to X", "CXR1015" },
        { "«if» a = b then route to X\nrule b\nif a = b then route to X", "CXR1016" },
        { "«rule»\nif a = b then route to X", "CXR1017" },
        { "rule «Billing_Spike»\nif a = b then route to X", "CXR1018" },
        { "rule «billing spike»\nif a = b then route to X", "CXR1018" },
        { "rule a\n«then» route to X", "CXR1019" },
        { "rule a\nif a = «b»", "CXR1020" },
        { "rule «a»", "CXR1019" },
        { "rule a\nif a = b\n«if» c = d\nthen route to X", "CXR1021" },
        { "rule a\n«then» route to X\nif a = b", "CXR1022" },
        { "rule a\n«whatever» a = b\nthen route to X", "CXR1023" },
        { "rule a\n«for» 2 days\nif a = b\nthen route to X", "CXR1024" },
        { "if weekly volume > baseline «x» 1.3 then route to X", "CXR1025" },
        { "if weekly volume > 1.3«x» baseline then route to X", "CXR1025" },
        { "if weekly volume > «2x» baseline then route to X", "CXR1025" },
        { "if weekly volume > baseline «times» 1.3 then route to X", "CXR1025" },
        { "if volume > 50 «in the last 7 days» then route to X", "CXR1026" },
        { "if volume «in the last 7 days» > 50 then route to X", "CXR1026" },
        { "if a = b «over the last 7 days» then route to X", "CXR1026" },
        { "if a = b then route to «Customer Care»", "CXR1027" },
        { "if at least 50 «calls» then route to X", "CXR1028" },
        { "if weekly volume > 50 «calls» then route to X", "CXR1028" },
        { "if a = \"Late Fee\" or «\"Other\"» then route to X", "CXR1029" },
        { "if a = b then route to X «and notify» agents", "CXR1030" },
        { "if a = b then route to X with cost estimate «with cost estimate»", "CXR1031" },
        { "if weekly volume > «baseline-100» then route to X", "CXR1032" },
        { "if a = b and weekly volume > 50 «route» to X", "CXR1013" },
        { "if a = b«,» weekly volume > 50 then route to X", "CXR1013" },
        { "if channel in phone«,» chat then route to X", "CXR1013" },
        { "if volume «per week» > 50 then route to X", "CXR1026" },
        { "if weekly volume «is bigger than» 50 then route to X", "CXR1011" },
        { "if weekly volume «> 30% over baseline» then route to X", "CXR1011" },
        { "if weekly «calls» > 50 then route to X", "CXR1015" },
        { "if «baseline» × 1.3 < weekly volume then route to X", "CXR1013" },
        { "«when» a = b then route to X", "CXR1015" },
        { "rule«:» a\nif a = b then route to X", "CXR1004" },
        { "rule a\nif a = b then route to X\nexpires 30«/»06/2027", "CXR1004" },
        { "rule a\nif a = b then route to X\nexpires 30.06«.»2027", "CXR1004" },
        { "rule a\nif a = b\nevery «2» days\nthen route to X", "CXR1013" },
        { "for each row of thresholds.csv as «t»", "CXR1034" },
        { "«define» as a = b", "CXR1035" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Parse_Mistake_IsOneErrorInItsPlace(string marked, string expected)
    {
        var text = MarkedText.Read(marked);
        var file = RuleParser.Parse(new SourceText("a.cxr", text.Content));
        Assert.Equal(text.Content, file.ToString());
        var found = Assert.Single(file.Diagnostics);
        var at = expected.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            Assert.Equal($"{marked} {expected}", MarkedText.Write(text.Content, file.Diagnostics));
        }
        else
        {
            Assert.Equal(expected[..at], found.Code);
        }

        Assert.DoesNotContain("{", found.Message + found.Help, StringComparison.Ordinal);
        Assert.NotEmpty(found.Help);
    }

    [Fact]
    public void Parse_BrokenRule_HidesNoErrorOfTheNext()
    {
        var marked = """
            rule a
              if disposition = «)» and (((
              per «,»
              then «rout» to X
            rule b
              if a = «"unclosed»
              then route to X
              expires «tomorrow»
            rule c
              if a = b
              then route to X
            """;
        var text = MarkedText.Read(marked);
        var file = RuleParser.Parse(new SourceText("a.cxr", text.Content));
        Assert.Equal($"{marked} CXR1013 CXR1013 CXR1015 CXR1005 CXR1013", MarkedText.Write(text.Content, file.Diagnostics));
        Assert.Equal([true, true, false], file.Rules.Select(rule => rule.IsBroken));
        Assert.Equal("a,b,c", string.Join(',', file.Rules.Select(rule => rule.Id?.Value)));
    }

    /// <summary>What to write is said in the words of the mistake at hand.</summary>
    [Theory]
    [InlineData("if a = b and weekly volume > 50 route to X", "`then` before it: then route …")]
    [InlineData("if (a = b and weekly volume > 50 then route to X", "`)`: the `(` in line 1, column 4 is still open")]
    [InlineData("if a = b) then route to X", "leave it out")]
    [InlineData("if channel in phone, chat then route to X", "in (phone, …)")]
    [InlineData("if a = b, c = d then route to X", "`and` in its place")]
    [InlineData("if a = b then route to X\nexpires 30/06/2027", "2027-06-30")]
    [InlineData("rule a\nif a = b\nevery 2 days\nthen route to X", "`hour`, `day`")]
    [InlineData("when a = b then route to X", "`if`")]
    [InlineData("if baseline × 1.3 < weekly volume then route to X", "weekly volume > baseline")]
    public void Parse_Slip_SaysWhatToWrite(string text, string expected) =>
        Assert.Contains(expected, Assert.Single(RuleParser.Parse(new SourceText("a.cxr", text)).Diagnostics).Help, StringComparison.Ordinal);

    [Theory]
    [InlineData("if weekly volume > baseline x 1.3 then route to X", "if weekly volume > baseline × 1.3 then route to X")]
    [InlineData("if weekly volume > 1.3x baseline then route to X", "if weekly volume > 1.3 × baseline then route to X")]
    [InlineData("if weekly volume > 2x baseline then route to X", "if weekly volume > 2 × baseline then route to X")]
    [InlineData("if volume > 50 in the last 7 days then route to X", "if volume > 50 over 7 days then route to X")]
    [InlineData("if volume > 50 over the last 7 days then route to X", "if volume > 50 over 7 days then route to X")]
    [InlineData("if a = b and weekly volume > 50 route to X", "if a = b and weekly volume > 50 then route to X")]
    [InlineData("if a = b, c = d then route to X", "if a = b and c = d then route to X")]
    [InlineData("if volume per week > 50 then route to X", "if volume over 1 week > 50 then route to X")]
    [InlineData("if weekly volume > 30% over baseline then route to X", "if weekly volume is 30% above baseline then route to X")]
    [InlineData("if weekly calls > 50 then route to X", "if weekly volume > 50 then route to X")]
    [InlineData("if a == b then route to X", "if a = b then route to X")]
    [InlineData("if a = b thn route to X", "if a = b then route to X")]
    [InlineData("if a = b then route to Customer Care", "if a = b then route to \"Customer Care\"")]
    [InlineData("if csat in (1,200) then route to X", "if csat in (1200) then route to X")]
    [InlineData("if csat < 2,5 then route to X", "if csat < 2.5 then route to X")]
    [InlineData("if handle time > 20min then route to X", "if handle time > 20 min then route to X")]
    [InlineData("rule Billing Spike\nif a = b then route to X", "rule billing-spike\nif a = b then route to X")]
    [InlineData("if at least 50 calls then route to X", "if at least 50 contacts then route to X")]
    [InlineData("if weekly volume > baseline-100 then route to X", "if weekly volume > baseline - 100 then route to X")]
    public void Parse_MistakeWithAFix_IsRightAfterIt(string broken, string mended)
    {
        var diagnostic = Assert.Single(RuleParser.Parse(new SourceText("a.cxr", broken)).Diagnostics);
        Assert.NotNull(diagnostic.Fix);
        var edit = Assert.Single(diagnostic.Fix.Edits);
        var text = broken.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        Assert.Equal(mended, text);
        Assert.Empty(RuleParser.Parse(new SourceText("a.cxr", text)).Diagnostics);
    }
}
