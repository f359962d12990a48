using CxRules.Report;
using CxRules.Report.Explanations;
using CxRules.Runtime.Baselines;
using CxRules.Testing.Tests.Time;

namespace CxRules.Testing.Tests.Chance;

/// <summary>What people are told about chance: the range it leaves, and how often it alone meets a rule.</summary>
public sealed class ChanceWordsTests
{
    private const string Source = """
        source: calls
        format: csv
        zone: UTC
        fields: { id: id, occurred at: at, channel: { value: phone }, disposition: reason }
        """;

    private static readonly DateOnly First = new(2026, 1, 5);
    private static readonly DateOnly Day = First.AddDays(69);

    /// <summary>Ten weeks with 10 outages among 20 calls a day.</summary>
    private static readonly string Calls = "id,at,reason\n" + string.Concat(
        from day in Enumerable.Range(0, 70)
        from call in Enumerable.Range(0, 20)
        select FormattableString.Invariant($"{day}-{call},{First.AddDays(day):yyyy-MM-dd}T{call:00}:00:00Z,{(call % 2 == 0 ? "outage" : "other")}\n"));

    /// <summary>Eight references of ten contacts each, without any spread: mean 80.5 ÷ 8, φ = 1.</summary>
    private const double Mean = 80.5 / 8;

    [Theory]
    [InlineData("daily volume > baseline × 1.3", 0.001)]
    [InlineData("daily volume > baseline × 1.3 and beyond chance", 0.001)]
    [InlineData("daily volume above the expected range at 5%", 0.05)]
    public void Range_OfAVolume_EndsAtTheLargestCountThatIsNotBelowTheLevel(string condition, double level)
    {
        var high = (long)(RangeOf(condition) is { Low: null, Unit: "contacts", High: { } known } ? known : -1);

        Assert.True(Distributions.CountAtLeast(high, Mean, Mean * 9 / 8) >= level);
        Assert.True(Distributions.CountAtLeast(high + 1, Mean, Mean * 9 / 8) < level);
    }

    [Fact]
    public void Range_OfAShare_IsInPerCentOfTheWindowsContacts()
    {
        var high = RangeOf("daily share > baseline × 1.3") is { Low: null, Unit: "%", High: { } known } ? known / 5 : -1;

        Assert.Equal(decimal.Truncate(high), high);
        Assert.True(Distributions.BinomialAtLeast((long)high, 20, 0.5) >= 0.001);
        Assert.True(Distributions.BinomialAtLeast((long)high + 1, 20, 0.5) < 0.001);
    }

    [Fact]
    public void Range_OfATestForLess_BeginsAtTheSmallestCount()
    {
        var low = (long)(RangeOf("daily volume < baseline × 0.5") is { High: null, Low: { } known } ? known : -1);

        Assert.True(Distributions.CountAtMost(low, Mean, Mean * 9 / 8) >= 0.001);
        Assert.True(Distributions.CountAtMost(low - 1, Mean, Mean * 9 / 8) < 0.001);
    }

    [Theory]
    [InlineData(ReportFormat.Pretty, "Expected range: up to 22 contacts")]
    [InlineData(ReportFormat.Markdown, "- Expected range: up to 22 contacts")]
    [InlineData(ReportFormat.Html, "Expected range: up to 22 contacts")]
    [InlineData(ReportFormat.Json, "\"expectedRange\": {")]
    public void Range_IsShownInEveryFormat(ReportFormat format, string expected)
    {
        var text = new StringWriter();
        ExplanationReport.Write(Rule("daily volume > baseline × 1.3").Explain("busy", Day, Calls), format, ReportLayout.Plain, text);

        Assert.Contains(expected, text.ToString(), StringComparison.Ordinal);
    }

    /// <summary>50 % × 1.1 of 20 calls is 11, so that 12 pass: P(Bin(20, ½) ≥ 12) = 0.2517.</summary>
    [Theory]
    [InlineData("daily share > baseline × 1.1", "busy (at 25.17 % of its evaluations, where 50 % are usual)")]
    [InlineData("daily share >= baseline × 1.1", "busy (at 41.19 % of its evaluations, where 50 % are usual)")]
    [InlineData("daily share > baseline × 1.1 and beyond chance", null)]
    [InlineData("daily share > baseline × 2", null)]
    public void ChanceAlone_OfAShare_IsSaidAsForAVolume(string condition, string? expected)
    {
        var note = Rule(condition).Run(Calls).Notes.SingleOrDefault(note => note.StartsWith("Chance alone", StringComparison.Ordinal));

        Assert.Equal(expected is not null, note is not null);
        Assert.Contains(expected ?? "", note ?? "", StringComparison.Ordinal);
    }

    private static ExpectedRange? RangeOf(string condition) => Rule(condition).Explain("busy", Day, Calls).Evaluations[^1].Evaluation.Parts[^1].Range;

    private static WrittenReplay Rule(string condition) => new($"rule busy\n  if disposition = outage and {condition}\n  then route to CX\n", Source);
}
