using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Tests;

public sealed class ReplayPrettyTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(90)]
    [InlineData(100)]
    [InlineData(140)]
    public void Cases_AtAnyWidth_StayInsideIt(int width)
    {
        var text = Write(Sample.Result, new(width));
        var lines = text.Split('\n').SkipWhile(line => !line.TrimStart().StartsWith("when", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0).ToArray();
        Assert.Equal(2 + (11 * 2), lines.Length);
        Assert.All(text.Split('\n').TakeWhile(line => !line.StartsWith("Contacts routed", StringComparison.Ordinal)).Skip(1), line => Assert.True(DisplayText.Width(line) <= width, line));
        Assert.Contains("Customers cannot read the new bill", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_AreRankedByMoneyThenContacts()
    {
        var text = Write(Sample.Result, new(140));
        string[] order = ["Outbreaks: 11 cases", "Storm damage", "Customers cannot read", "Missed pick-ups", "Street lights", "Outage in the north", "broken-signs", "Standing demand: 1 case, 9,702 USD", "Late fee questions"];
        var places = order.Select(name => text.IndexOf(name, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Values_WithTerminalCodes_AreDefused()
    {
        var text = Write(Sample.Result, new(140));
        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.Contains("Billing\uFFFD[31m", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not distinguishable")]
    [InlineData("58,268 rows received = 58,251 accepted + 5 duplicate + 12 rejected")]
    [InlineData("41,251")]
    [InlineData("Costs are invented")]
    [InlineData("and 2 more")]
    [InlineData("late: unknown 184 times, mostly because fewer than 4 weeks of history")]
    [InlineData("1,544 of 58,251 contacts routed one by one")]
    [InlineData("late: call back: 2 contacts, due from 2011-08-29 04:00 to 2011-08-30 04:00")]
    [InlineData("late: notify customers: 2 customers of 1 case; 3 contacts named none")]
    [InlineData("late: tag with recover: 1 contact of 1 case")]
    [InlineData("since 7 Nov")]
    [InlineData("1,015     21.5     +994")]
    public void Report_Says(string text) => Assert.Contains(text, Write(Sample.Result, new(140)), StringComparison.Ordinal);

    [Fact]
    public void Color_OnlyWhenAsked()
    {
        var colored = Write(Sample.Result, new(100, true));
        Assert.Contains("\e[", colored, StringComparison.Ordinal);
        Assert.Equal(Write(Sample.Result, new(100)), System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Footnotes_AreForOtherFormats() =>
        Assert.DoesNotContain("MB", Write(Sample.Result with { Footnotes = ["Telling duplicates apart took 2.0 MB."] }, new(100)), StringComparison.Ordinal);

    [Fact]
    public void UnknownRules_OfOneReason_ShareALine()
    {
        var rules = Enumerable.Range(1, 7).Select(number => new RuleOutcome($"rule-{number}", null, 0, number, $"too little history: {number} days")).ToArray();
        var text = Write(Sample.Result with { Rules = [.. rules] }, new(140));
        Assert.Contains("mostly because of too little history: rule-7 7 times, rule-6 6, rule-5 5, rule-4 4, rule-3 3 and 2 more rules", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NoCases_SaysSo() => Assert.Contains("No case was opened.", Write(Sample.Empty, new()), StringComparison.Ordinal);

    private static string Write(ReplayResult result, ReportLayout layout)
    {
        using var output = new StringWriter();
        ReplayReport.Write(result, ReportFormat.Pretty, layout, output);
        return output.ToString();
    }
}
