using System.Text.Json;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Tests;

public sealed class ReplayJsonTests
{
    private static readonly JsonElement s_root = Read(Sample.Result);

    [Theory]
    [InlineData("", "ruleSet history cases contactRoutes rules totals rejects")]
    [InlineData("ruleSet", "hash rules")]
    [InlineData("history", "files received accepted late superseded duplicate quarantined rejected erased from to zone")]
    [InlineData("cases/0", "id rule group owners opened closed peak contacts observed expected excess pValue cost costUnknownBecause evidence because")]
    [InlineData("cases/1/cost", "low mid high currency")]
    [InlineData("cases/1/excess", "low mid high")]
    [InlineData("contactRoutes/0", "rule owners contacts cost")]
    [InlineData("rules/0", "id fired unknown unknownBecause")]
    [InlineData("totals", "contacts routed cost")]
    [InlineData("rejects/0", "file line code message")]
    public void Properties_StandInTheContractsOrder(string path, string names)
    {
        var expected = names.Split(' ');
        Assert.Equal(expected, At(path).EnumerateObject().Select(property => property.Name).Take(expected.Length));
    }

    [Theory]
    [InlineData("history/from", "\"2011-07-01T05:32:33Z\"")]
    [InlineData("history/zone", "\"America/New_York\"")]
    [InlineData("cases/1/opened", "\"2011-08-29T04:00:00Z\"")]
    [InlineData("cases/1/peak", "\"2011-08-28\"")]
    [InlineData("cases/11/peak", "\"2011-11-13T00:00\"")]
    [InlineData("cases/10/closed", "null")]
    [InlineData("cases/1/observed", "1015.0")]
    [InlineData("cases/1/cost/mid", "41250.75")]
    [InlineData("cases/1/cost/low", "36300.6600")]
    [InlineData("cases/0/cost", "null")]
    [InlineData("cases/0/costUnknownBecause", "\"not distinguishable from chance\"")]
    [InlineData("cases/2/group", "{\"product\":\"Broadband\",\"region\":\"North\"}")]
    [InlineData("cases/5/expected", "null")]
    [InlineData("cases/2/state", "\"declined\"")]
    [InlineData("tasks/0/due", "\"2011-08-29T08:00:00Z\"")]
    [InlineData("tasks/2/audience", "[\"k1\",\"k2\"]")]
    [InlineData("cases/2/steps/0/by", "\"engine\"")]
    [InlineData("cases/2/steps/2/reviewBy", "\"2011-12-31\"")]
    [InlineData("cases/2/meter/cap", "20000")]
    [InlineData("cases/0/state", "\"routed\"")]
    [InlineData("cases/0/meter", "null")]
    [InlineData("totals/routed", "1544")]
    public void Values_AreAsTheContractSays(string path, string expected) => Assert.Equal(expected, JsonSerializer.Serialize(At(path)));

    [Fact]
    public void Empty_IsWholeToo() => Assert.Equal(JsonValueKind.Null, Read(Sample.Empty).GetProperty("totals").GetProperty("cost").ValueKind);

    private static JsonElement At(string path)
    {
        var element = s_root;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            element = int.TryParse(step, out var index) ? element[index] : element.GetProperty(step);
        }

        return element;
    }

    private static JsonElement Read(ReplayResult result)
    {
        using var output = new StringWriter();
        ReplayReport.Write(result, ReportFormat.Json, ReportLayout.Plain, output);
        return JsonDocument.Parse(output.ToString()).RootElement;
    }
}
