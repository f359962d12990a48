using System.Text.Json;
using CxRules.Model.Money;
using CxRules.Report.Layout;

namespace CxRules.Report.Replays;

/// <summary>Costs in JSON: every digit, so that sums can be checked.</summary>
internal static class MoneyJson
{
    public static void WriteCost(Utf8JsonWriter json, CostRange? cost) => WriteCost(json, "cost", cost);

    public static void WriteCost(Utf8JsonWriter json, string name, CostRange? cost)
    {
        if (cost is not { } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteRange(known.Low, known.Mid, known.High);
        json.WriteString("currency", known.Currency);
        json.WriteEndObject();
    }

    /// <summary>`breakdown`: the parts of the cost beside it, each with how many stand behind it.</summary>
    public static void WriteBreakdown(Utf8JsonWriter json, CostBreakdown? breakdown) => json.WriteObjectOrNull("breakdown", breakdown, static (json, parts) =>
    {
        WritePart(json, "contacts", parts.Contacts);
        WritePart(json, "cancellations", parts.Cancellations);
        WritePart(json, "escalations", parts.Escalations);
    });

    public static void WriteShare(Utf8JsonWriter json, CostShare share)
    {
        json.WriteStartObject();
        json.WriteString("name", share.Name);
        WriteCost(json, share.Cost);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, string name, CostPart part)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", part.Count);
        json.WriteRange(part.Cost.Low, part.Cost.Mid, part.Cost.High);
        json.WriteEndObject();
    }
}
