using CxRules.Report.Replays;

namespace CxRules.Report.Tests;

/// <summary>Writes the sample's reports where CXRULES_KEEP_REPORTS says, for a person to look at.</summary>
public sealed class KeptReports
{
    [Theory]
    [InlineData(ReportFormat.Pretty)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Html)]
    public void Write_Sample_EndsWithItsLine(ReportFormat format)
    {
        using var output = new StringWriter();
        ReplayReport.Write(Sample.Result, format, ReportLayout.Plain, output);
        Assert.EndsWith("\n", output.ToString(), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("CXRULES_KEEP_REPORTS") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"replay.{format.ToString().ToLowerInvariant()}"), output.ToString());
        }
    }
}
