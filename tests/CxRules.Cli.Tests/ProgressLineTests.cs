namespace CxRules.Cli.Tests;

public sealed class ProgressLineTests
{
    [Fact]
    public void Report_AfterHalfASecond_ShowsRowsAndLeavesNothingBehind()
    {
        var time = new SteppedTime();
        using var error = new StringWriter();
        using (var progress = new ProgressLine(error, time))
        {
            progress.Report(10);
            Assert.Equal("", error.ToString());
            time.Now += TimeSpan.FromSeconds(2);
            progress.Report(3_000_000);
            progress.Report(3_000_001);
        }

        const string line = "3,000,000 rows, 1,500,000 a second";
        Assert.Equal($"\r{line}\r{new string(' ', line.Length)}\r", error.ToString());
    }

    [Fact]
    public void Report_OfAShortRun_ShowsNothing()
    {
        using var error = new StringWriter();
        using (var progress = new ProgressLine(error, new SteppedTime()))
        {
            progress.Report(58_251);
        }

        Assert.Equal("", error.ToString());
    }

    private sealed class SteppedTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
