using System.Globalization;
using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Points of satisfaction lost.</summary>
internal static class SatisfactionJson
{
    public static void Write(Utf8JsonWriter json, SatisfactionReport satisfaction)
    {
        json.WriteStartObject("satisfaction");
        json.WriteString("field", satisfaction.Field);
        json.WriteString("unknownBecause", satisfaction.UnknownBecause);
        json.WriteString("pointsUnknownBecause", satisfaction.PointsUnknownBecause);
        json.WriteStartObject("all");
        WriteFields(json, satisfaction.All);
        json.WriteEndObject();
        json.WriteArray("owners", satisfaction.Owners, Write);
        json.WriteArray("dispositions", satisfaction.Dispositions, Write);
        json.WriteArray("months", satisfaction.Months, static (json, month) =>
        {
            json.WriteStartObject();
            json.WriteString("month", month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            json.WriteNumber("rated", month.Rated);
            json.WriteNumber("average", month.Average);
            json.WriteNumberOrNull("bottomRate", month.BottomRate);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    public static void WriteFields(Utf8JsonWriter json, SatisfactionLine line)
    {
        json.WriteString("name", line.Name);
        json.WriteNumber("contacts", line.Contacts);
        json.WriteNumber("rated", line.Rated);
        json.WriteNumberOrNull("average", line.Average);
        json.WriteNumberOrNull("pointsLost", line.PointsLost);
        json.WriteNumberOrNull("pull", line.Pull);
        json.WriteNumberOrNull("bottom", (decimal?)line.Bottom);
        json.WriteNumberOrNull("bottomPoints", line.BottomPoints);
    }

    private static void Write(Utf8JsonWriter json, SatisfactionLine line)
    {
        json.WriteStartObject();
        WriteFields(json, line);
        json.WriteEndObject();
    }
}
