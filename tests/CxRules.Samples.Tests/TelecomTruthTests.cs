using System.Globalization;
using System.Text.Json;
using CxRules.Samples.Telecom;
using YamlDotNet.RepresentationModel;

namespace CxRules.Samples.Tests;

[Collection(TelecomCollection.Name)]
public sealed class TelecomTruthTests(TelecomFixture telecom)
{
    [Fact]
    public void TruthFile_WrittenAgain_IsTheCommittedOne() =>
        Assert.Equal(SampleFile.Text("samples/telecom/truth.json").ReplaceLineEndings("\n"), TruthFile.Write(telecom.Generated));

    [Fact]
    public void TruthFile_EachEvent_SumsItsDays()
    {
        var events = telecom.Truth.RootElement.GetProperty("events").EnumerateArray().ToArray();

        Assert.Equal(PlantedEvents.All.Select(planted => planted.Id), events.Select(planted => planted.GetProperty("id").GetString()));
        Assert.All(events, planted =>
        {
            var days = planted.GetProperty("days").EnumerateObject().Select(day => (Day: day.Name, Contacts: day.Value.GetInt32())).ToArray();
            Assert.Equal(planted.GetProperty("contacts").GetInt32(), days.Sum(day => day.Contacts));
            Assert.Equal(planted.GetProperty("from").GetString(), days.Min(day => day.Day));
            Assert.Equal(planted.GetProperty("to").GetString(), days.Max(day => day.Day));
        });
    }

    [Theory]
    [InlineData("appointments-missed")]
    [InlineData("refunds-unanswered")]
    public void ChronicEvent_CountedAndPricedFromTheFileAlone_IsTheTruth(string id)
    {
        var planted = telecom.Event(id);
        var rows = telecom.Rows.Where(row => row.Disposition == planted.GetProperty("disposition").GetString()).ToArray();
        var costs = ProjectCosts.Read("samples/telecom/cxrules.yaml");

        Assert.Equal(planted.GetProperty("contacts").GetInt32(), rows.Length);
        Assert.Equal(Math.Round(rows.Sum(costs.Of), 2), planted.GetProperty("cost").GetDecimal(), 1);
    }

    [Theory]
    [InlineData("bill-change", 8)]
    [InlineData("north-west-outage", 6)]
    [InlineData("price-promise", 8)]
    public void Spike_FileLessItsEarlierWeeks_IsNearTheTruth(string id, int weeks)
    {
        // What an honest estimate from the file alone gives: observed less the same days of the weeks before, five standard errors wide.
        var planted = telecom.Event(id);
        var daily = telecom.Rows.Where(row => Belongs(row, planted)).CountBy(row => row.Day).ToDictionary();
        var first = Day(planted, "from");
        var length = Day(planted, "to").DayNumber - first.DayNumber + 1;
        double observed = 0, expected = 0;
        for (var offset = 0; offset < length; offset++)
        {
            var day = first.AddDays(offset);
            var back = 7 * (1 + (offset / 7));
            observed += daily.GetValueOrDefault(day);
            expected += Enumerable.Range(0, weeks).Average(week => daily.GetValueOrDefault(day.AddDays(-back - (7 * week))));
        }

        var error = Math.Sqrt(expected + (expected * Math.Max(1, length / 7.0) / weeks) + planted.GetProperty("contacts").GetInt32());
        Assert.InRange(observed - expected, planted.GetProperty("contacts").GetInt32() - (5 * error), planted.GetProperty("contacts").GetInt32() + (5 * error));
    }

    [Fact]
    public void WebThenPhone_CallsSoonAfterAnAbandonedReset_AreAtLeastThePlantedOnes()
    {
        var resets = telecom.Rows.Where(row => row.Disposition == "password-reset").ToArray();
        var abandoned = resets.Where(row => row is { Channel: "web", Abandoned: true }).ToLookup(row => row.Customer);
        var calls = resets.Count(call => call.Channel == "phone" && abandoned[call.Customer].Any(web => call.At > web.At && call.At - web.At < TimeSpan.FromHours(2)));
        var planted = telecom.Event("web-then-phone").GetProperty("contacts").GetInt32();

        Assert.InRange(calls, planted, planted * 1.02);
    }

    [Fact]
    public void DeclaredIncidents_HideNoPlantedSpike()
    {
        var project = Yaml("samples/telecom/cxrules.yaml");
        var incidents = ((YamlSequenceNode)project["calendars"]["incidents"]).Select(incident => DateOnly.Parse(((string?)incident["from"] ?? "")[..10], CultureInfo.InvariantCulture));
        var spikes = telecom.Truth.RootElement.GetProperty("events").EnumerateArray().Where(planted => planted.GetProperty("kind").GetString() == "spike").ToArray();

        Assert.All(incidents, day => Assert.DoesNotContain(spikes, planted => day >= Day(planted, "from") && day <= Day(planted, "to")));
    }

    private static bool Belongs(HistoryRow row, JsonElement planted) =>
        row.Disposition == planted.GetProperty("disposition").GetString()
        && (planted.GetProperty("region").GetString() is not { } region || row.Region == region);

    private static DateOnly Day(JsonElement planted, string end) =>
        DateOnly.ParseExact(planted.GetProperty(end).GetString() ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static YamlMappingNode Yaml(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(SampleFile.Text(path)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
