using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>`report --format json`: every line and every digit (docs/reports.md has the shapes).</summary>
internal static class SurveyJson
{
    public static string Overview(Survey survey) => Write("overview", survey.Replay, json =>
    {
        DriverJson.Write(json, survey.Drivers);
        CauseJson.Write(json, survey.Causes);
        SatisfactionJson.Write(json, survey.Satisfaction);
        PortfolioJson.Write(json, survey.Portfolio);
    });

    public static string Drivers(Survey survey) => Write("pareto", survey.Replay, json => DriverJson.Write(json, survey.Drivers));

    public static string Causes(Survey survey) => Write("causes", survey.Replay, json => CauseJson.Write(json, survey.Causes));

    public static string Channels(Survey survey, ChannelReport channels) => Write("channels", survey.Replay, json => ChannelJson.Write(json, channels));

    public static string Satisfaction(Survey survey) => Write("satisfaction", survey.Replay, json => SatisfactionJson.Write(json, survey.Satisfaction));

    public static string Portfolio(Portfolio portfolio) => Write("portfolio", portfolio.Replay, json => PortfolioJson.Write(json, portfolio));

    public static string Owner(OwnerDigest digest) => Write("owner", digest.Replay, json =>
    {
        PortfolioJson.Write(json, digest);
        DriverJson.Write(json, digest.Drivers, MoneyShown.No);
        json.WriteNumber("allContacts", digest.AllContacts);
        json.WriteObjectOrNull("satisfaction", digest.Satisfaction, SatisfactionJson.WriteFields);
    });

    public static string Case(CaseEvidence evidence) => Write("case", evidence.Replay, json =>
    {
        json.WritePropertyName("case");
        ReplayJson.WriteCase(json, evidence.Case);
        json.WriteString("asOf", PortfolioJson.Day(evidence.AsOf));
        json.WriteBoolean("open", evidence.Standing.IsOpen);
        json.WriteNumber("daysInState", evidence.Standing.Age);
        PortfolioJson.WriteYearly(json, evidence.Standing.Yearly);
        json.WriteStrings("examples", evidence.Examples);
        json.WriteArray("channels", evidence.Channels, static (json, channel) =>
        {
            json.WriteStartObject();
            json.WriteString("channel", channel.Key);
            json.WriteNumber("contacts", channel.Value);
            json.WriteEndObject();
        });
        json.WriteArray("chart", evidence.Case.Chart, (json, point) => Write(json, point, evidence.Case));
        json.WriteStrings("notKnown", EvidenceGaps.Of(evidence));
    });

    private static string Write(string report, ReplayResult replay, Action<Utf8JsonWriter> content) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("report", report);
        ReplayJson.WriteRuleSet(json, replay);
        ReplayJson.WriteHistory(json, replay.History);
        json.WriteString("currency", replay.Currency);
        content(json);
        json.WriteStrings("notes", CaseFacts.Notes(replay));
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, CasePoint point, ReplayCase @case)
    {
        json.WriteStartObject();
        json.WriteString("start", ReplayJson.Moment(point.Start, @case.Unit));
        json.WriteNumber("observed", point.Observed);
        json.WriteNumberOrNull("expected", point.Expected);
        json.WriteNumberOrNull("low", point.Low);
        json.WriteNumberOrNull("high", point.High);
        json.WriteBoolean("inCase", point.InCase);
        json.WriteBoolean("active", point.Fired);
        json.WriteEndObject();
    }
}
