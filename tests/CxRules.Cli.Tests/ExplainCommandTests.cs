using System.Text.Json;

namespace CxRules.Cli.Tests;

public sealed class ExplainCommandTests
{
    private const string CaseId = "06daefc039b6fda8";
    private static readonly string s_sample = Repository.PathOf("samples/money");

    [Fact]
    public void Case_WithMoney_AddsUpToItsCost()
    {
        var root = Json("--case", CaseId, "--money");
        var shares = root.GetProperty("contacts").EnumerateArray()
            .Select(contact => contact.GetProperty("shares").EnumerateArray().Single(share => share.GetProperty("case").GetString() == CaseId));
        Assert.Equal(root.GetProperty("case").GetProperty("cost").GetProperty("mid").GetDecimal(), shares.Sum(share => share.GetProperty("cost").GetProperty("mid").GetDecimal()));
        Assert.Equal(617, root.GetProperty("case").GetProperty("cost").GetProperty("mid").GetDecimal());
        Assert.Equal(5, root.GetProperty("contacts").GetArrayLength());
    }

    [Fact]
    public void Case_ByItsBeginning_IsFound() => Assert.Contains($"Case {CaseId}: Deliveries come late", Run("--case", CaseId[..5]).Out, StringComparison.Ordinal);

    [Fact]
    public void Contact_OfTwoClaims_SaysWhoGotIt()
    {
        var root = Json("--contact", "m09");
        Assert.Equal([0.5m, 0.5m], root.GetProperty("contact").GetProperty("shares").EnumerateArray().Select(share => share.GetProperty("weight").GetDecimal()));
        Assert.Equal(["true", "true"], root.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("matches").GetString()));
        Assert.Equal("regulator", root.GetProperty("contact").GetProperty("escalation").GetProperty("kind").GetString());
    }

    [Fact]
    public void Rule_OnADay_SaysWhatItDecided()
    {
        var evaluation = Json("--rule", "late-deliveries", "--at", "2026-03-05").GetProperty("evaluations")[0];
        Assert.Equal(("true", "opens", CaseId), (evaluation.GetProperty("holds").GetString(), evaluation.GetProperty("outcome").GetString(), evaluation.GetProperty("case").GetString()));
        Assert.Equal(5, evaluation.GetProperty("parts")[0].GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("--case 06daefc039b6fda9", "There is no case `06daefc039b6fda9`. Did you mean `06daefc039b6fda8`?")]
    [InlineData("--case zz", "There is no case `zz`. `cxrules replay … --format json` lists their ids")]
    [InlineData("--contact m99", "No accepted contact has the id `m99`. Did you mean")]
    [InlineData("--rule late-delivery --at 2026-03-05", "There is no rule `late-delivery`. Did you mean `late-deliveries`?")]
    [InlineData("--rule complaints --at 2026-03-05", "`complaints` compares no measure")]
    [InlineData("--rule late-deliveries --at 2026-04-05", "the history goes from 2026-03-02 to 2026-03-06")]
    [InlineData("--rule late-deliveries --at 5.3.2026", "`5.3.2026` is no day: write 2026-03-31.")]
    [InlineData("--rule late-deliveries", "Say for which day")]
    [InlineData("--case x --contact y", "Explain one thing at a time")]
    [InlineData("--contact m01 --money", "--money goes with --case ID.")]
    [InlineData("--case x --at 2026-03-05", "--at goes with --rule ID.")]
    [InlineData("", "Say what to explain")]
    [InlineData("--case x --history nowhere.csv", "There is no history file `nowhere.csv`")]
    public void WrongUse_IsRefusedWithAWayOut(string options, string message)
    {
        var run = Run(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pretty", "in all")]
    [InlineData("markdown", "| in all |")]
    [InlineData("html", "<tfoot>")]
    public void Formats_ShowTheSum(string format, string expected)
    {
        var run = Run("--case", CaseId, "--money", "--format", format);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
        Assert.Contains("617.00", run.Out, StringComparison.Ordinal);
    }

    private static Cli Run(params string[] options) => Cli.Run(["explain", s_sample, .. options]);

    private static JsonElement Json(params string[] options)
    {
        var run = Run([.. options, "--format", "json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Out).RootElement;
    }
}
