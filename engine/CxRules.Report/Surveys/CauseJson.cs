using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Causes beside the priors of the trade.</summary>
internal static class CauseJson
{
    public static void Write(Utf8JsonWriter json, CauseReport causes)
    {
        json.WriteArray("causes", causes.Lines, static (json, line) =>
        {
            json.WriteStartObject();
            json.WriteString("cause", line.Cause);
            json.WriteString("goesTo", line.Course.ToString().ToLowerInvariant());
            json.WriteNumber("contacts", line.Contacts);
            json.WriteNumber("share", line.Share);
            DriverJson.WriteCost(json, line.Cost);
            json.WriteNumberOrNull("dissatisfied", (decimal?)line.Dissatisfied);
            json.WriteNumber("escalated", line.Escalated);
            json.WriteEndObject();
        });
        json.WriteArray("operationsByOwner", causes.Operations, static (json, line) =>
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            DriverJson.WriteFigures(json, line);
            json.WriteEndObject();
        });
        json.WriteArray("priors", causes.Priors, static (json, prior) =>
        {
            json.WriteStartObject();
            json.WriteString("of", prior.Of);
            json.WriteString("party", prior.Party);
            json.WriteString("source", "a customer-experience article of the trade; not measured here");
            json.WriteNumber("low", prior.Low);
            json.WriteNumberOrNull("high", prior.High);
            json.WriteString("cause", prior.Cause);
            json.WriteNumberOrNull("here", prior.Here);
            json.WriteNumber("contacts", prior.Contacts);
            json.WriteEndObject();
        });
    }
}
