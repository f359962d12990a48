using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Whether a report shows what contacts cost.</summary>
internal enum MoneyShown
{
    Yes,

    /// <summary>It is for an owner, who sees the price of a case where the rule says so.</summary>
    No,
}

/// <summary>What drives contacts.</summary>
internal static class DriverJson
{
    private static readonly Dictionary<DriverGap, string> s_gaps = new()
    {
        [DriverGap.NoDisposition] = "no disposition",
        [DriverGap.UnknownDisposition] = "unknown disposition",
        [DriverGap.NoTouchpoint] = "no touchpoint",
        [DriverGap.NoOwner] = "no owner",
    };

    public static void Write(Utf8JsonWriter json, DriverReport drivers, MoneyShown money = MoneyShown.Yes)
    {
        json.WriteStartObject("all");
        WriteFigures(json, drivers.All, money);
        json.WriteEndObject();
        json.WriteStartObject("drivers");
        foreach (var list in drivers.Lists)
        {
            json.WriteArray(list.By, list.Lines, (json, line) => Write(json, line, money));
        }

        json.WriteEndObject();
        json.WriteStartObject("notRouted");
        foreach (var list in drivers.Lists)
        {
            json.WriteArray(list.By, list.NotRouted, (json, line) => Write(json, line, money));
        }

        json.WriteEndObject();
        json.WriteArray("beside", drivers.Beside, static (json, line) =>
        {
            json.WriteStartObject();
            json.WriteString("name", line.Disposition);
            foreach (var (kind, count) in line.Records)
            {
                json.WriteNumber(kind, count);
            }

            json.WriteEndObject();
        });
        json.WriteArray("findings", drivers.Findings, static (json, finding) =>
        {
            json.WriteStartObject();
            json.WriteString("gap", s_gaps[finding.Gap]);
            json.WriteNumber("contacts", finding.Contacts);
            json.WriteNumber("share", finding.Share);
            json.WriteStrings("names", finding.Names);
            json.WriteEndObject();
        });
    }

    public static void WriteFigures(Utf8JsonWriter json, DriverLine line, MoneyShown money = MoneyShown.Yes)
    {
        json.WriteNumber("contacts", line.Contacts);
        json.WriteNumber("routed", line.Routed);
        if (money == MoneyShown.Yes)
        {
            WriteCost(json, line.Cost);
            json.WriteNumberOrNull("found", line.Found);
        }
    }

    public static void WriteCost(Utf8JsonWriter json, KnownCost? cost) => json.WriteObjectOrNull("cost", cost, static (json, known) =>
    {
        json.WriteNumber("known", known.Sum);
        json.WriteNumber("unknownContacts", known.Unknown);
    });

    private static void Write(Utf8JsonWriter json, ParetoLine line, MoneyShown money)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Driver.Name);
        WriteFigures(json, line.Driver, money);
        json.WriteNumber("share", line.Share);
        json.WriteNumber("cumulative", line.Cumulative);
        json.WriteEndObject();
    }
}
