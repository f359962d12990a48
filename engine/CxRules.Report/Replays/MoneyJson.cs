using System.Text.Json;
using CxRules.Model.Money;

namespace CxRules.Report.Replays;

/// <summary>Costs in JSON: every digit, so that sums can be checked.</summary>
internal static class MoneyJson
{
    public static void WriteCost(Utf8JsonWriter json, CostRange? cost)
    {
        if (cost is not { } known)
        {
            json.WriteNull("cost");
            return;
        }

        json.WriteStartObject("cost");
        WriteRange(json, known);
        json.WriteString("currency", known.Currency);
        json.WriteEndObject();
    }

    /// <summary>`breakdown`: the parts of the cost beside it, each with how many stand behind it.</summary>
    public static void WriteBreakdown(Utf8JsonWriter json, CostBreakdown? breakdown)
    {
        if (breakdown is null)
        {
            json.WriteNull("breakdown");
            return;
        }

        json.WriteStartObject("breakdown");
        WritePart(json, "contacts", breakdown.Contacts);
        WritePart(json, "cancellations", breakdown.Cancellations);
        WritePart(json, "escalations", breakdown.Escalations);
        json.WriteEndObject();
    }

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
        WriteRange(json, part.Cost);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, CostRange range)
    {
        json.WriteNumber("low", range.Low);
        json.WriteNumber("mid", range.Mid);
        json.WriteNumber("high", range.High);
    }
}
