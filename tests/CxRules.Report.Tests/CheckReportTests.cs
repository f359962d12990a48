using System.Text.Json;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Report.Checks;

namespace CxRules.Report.Tests;

public sealed class CheckReportTests
{
    private static readonly DiagnosticDescriptor s_owner = new("CXR2003", DiagnosticSeverity.Error, "there is no owner `{0}`", "did you mean `Billing`?");
    private static readonly DiagnosticDescriptor s_lint = new("CXR3001", DiagnosticSeverity.Warning, "chance alone fires this", "add `and beyond chance`");

    [Fact]
    public void Pretty_Error_QuotesTheLineAndMarksTheSpan()
    {
        var text = Write(ReportFormat.Pretty, Diagnose("if a = b\n  then route to Biling\n", "Biling", s_owner));
        Assert.Contains("error[CXR2003]: there is no owner `Biling`\n", text, StringComparison.Ordinal);
        Assert.Contains("rules/a.cxr:2:17\n", text, StringComparison.Ordinal);
        Assert.Contains("2 |   then route to Biling\n  |                 ^^^^^^\n", text, StringComparison.Ordinal);
        Assert.Contains("= help: did you mean `Billing`?\n", text, StringComparison.Ordinal);
        Assert.Contains("= see: docs/diagnostics/CXR2003.md\n", text, StringComparison.Ordinal);
        Assert.EndsWith("1 rule in 1 file: 1 error, 0 warnings\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pretty_VeryLongLine_ShowsThePartAroundTheMistake()
    {
        var text = Write(ReportFormat.Pretty, Diagnose(new string('(', 100_000) + "Biling" + new string(')', 100_000), "Biling", s_owner));
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        var lines = text.Split('\n');
        var mark = Array.FindIndex(lines, line => line.Contains('^', StringComparison.Ordinal));
        Assert.Equal("Biling", lines[mark - 1].Substring(lines[mark].IndexOf('^', StringComparison.Ordinal), 6));
    }

    [Theory]
    [InlineData("if 東 = Biling", "Biling")]
    [InlineData("if\ta = Biling", "Biling")]
    [InlineData("if a = Biling\r", "Biling")]
    public void Pretty_OddLines_MarkStaysUnderTheMistake(string content, string marked)
    {
        var lines = Write(ReportFormat.Pretty, Diagnose(content, marked, s_owner)).Split('\n');
        var mark = Array.FindIndex(lines, line => line.Contains('^', StringComparison.Ordinal));
        var before = lines[mark - 1][..lines[mark - 1].IndexOf(marked, StringComparison.Ordinal)];
        Assert.Equal(Layout.DisplayText.Width(before), lines[mark].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void Pretty_EmptySpanAtTheEnd_HasOneMark() =>
        Assert.Contains("^", Write(ReportFormat.Pretty, s_owner.At(new("a.cxr", "if"), new(2, 0), "x")), StringComparison.Ordinal);

    [Fact]
    public void Pretty_Nothing_SaysSo()
    {
        using var output = new StringWriter();
        CheckReport.Write(new(3, 14, []), ReportFormat.Pretty, ReportLayout.Plain, output);
        Assert.Equal("14 rules in 3 files: nothing to mend\n", output.ToString());
    }

    [Fact]
    public void Json_IsTheContract()
    {
        var diagnostic = Diagnose("if a = b\n  then route to Biling\n", "Biling", s_owner) with { Fix = new("write Billing", [new(new(25, 6), "Billing")]) };
        var root = JsonDocument.Parse(Write(ReportFormat.Json, diagnostic)).RootElement;
        Assert.Equal(["files", "rules", "diagnostics"], root.EnumerateObject().Select(property => property.Name));
        var json = root.GetProperty("diagnostics")[0];
        Assert.Equal(["code", "severity", "file", "line", "column", "endLine", "endColumn", "message", "help", "fix"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((2, 17, 2, 23), (json.GetProperty("line").GetInt32(), json.GetProperty("column").GetInt32(), json.GetProperty("endLine").GetInt32(), json.GetProperty("endColumn").GetInt32()));
        Assert.Equal("Billing", json.GetProperty("fix").GetProperty("edits")[0].GetProperty("newText").GetString());
    }

    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    public void Pages_HostileText_IsText(ReportFormat format)
    {
        var text = Write(format, s_lint.At(new("<script>.cxr", "<script>alert(1)</script>"), new(0, 8)));
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.Contains("CXR3001", text, StringComparison.Ordinal);
    }

    private static Diagnostic Diagnose(string content, string marked, DiagnosticDescriptor descriptor) =>
        descriptor.At(new SourceText("rules/a.cxr", content), new(content.IndexOf(marked, StringComparison.Ordinal), marked.Length), marked);

    private static string Write(ReportFormat format, Diagnostic diagnostic)
    {
        using var output = new StringWriter();
        CheckReport.Write(new(1, 1, [diagnostic]), format, ReportLayout.Plain, output);
        return output.ToString();
    }
}
