using System.Globalization;
using System.Text.Json;
using CxRules.Benchmarks.EndToEnd.Histories;
using CxRules.Benchmarks.EndToEnd.RuleSets;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>What `cxrules replay --format json` counted.</summary>
internal static class ReplayOutput
{
    public const string Contacts = "contacts";
    public const string CostOfAll = "cost of all contacts";

    /// <summary>Contacts by the department that they were routed to.</summary>
    public static Tally Departments(string json)
    {
        using var document = JsonDocument.Parse(json);
        var contacts = Accepted(document.RootElement);
        var tally = new Tally();
        foreach (var route in document.RootElement.GetProperty("contactRoutes").EnumerateArray())
        {
            tally.Add(route.GetProperty("owners")[0].GetString() ?? "", route.GetProperty("contacts").GetInt64());
        }

        if (contacts - tally.Counts.Values.Sum() is > 0 and var left)
        {
            tally.Add(RoutingProject.Nowhere, left);
        }

        tally.Add(Contacts, contacts);
        return tally;
    }

    /// <summary>The day that each disposition's first signal ends, counted from the first of the history.</summary>
    public static Tally FirstSignals(string json)
    {
        using var document = JsonDocument.Parse(json);
        var tally = new Tally();
        tally.Add(Contacts, Accepted(document.RootElement));
        var firsts = document.RootElement.GetProperty("cases").EnumerateArray()
            .GroupBy(found => VolumeProject.DispositionOf(found.GetProperty("rule").GetString() ?? ""), found => found.GetProperty("opened").GetDateTime());
        foreach (var found in firsts)
        {
            tally.Add(FirstSignalOf(found.Key), DateOnly.FromDateTime(found.Min()).DayNumber - HistoryCalendar.FirstDay.DayNumber - 1);
        }

        return tally;
    }

    /// <summary>The evaluations at which each disposition's signal was true, with the number and the cost of all contacts.</summary>
    public static Tally Signals(string json)
    {
        using var document = JsonDocument.Parse(json);
        var tally = new Tally();
        tally.Add(Contacts, Accepted(document.RootElement));
        foreach (var rule in document.RootElement.GetProperty("rules").EnumerateArray())
        {
            if (VolumeProject.DispositionOf(rule.GetProperty("id").GetString() ?? "") is { } disposition)
            {
                tally.Add(SignalsOf(disposition), rule.GetProperty("unknown").GetInt64() - VolumeProject.WithoutBaseline);
            }
        }

        var cost = document.RootElement.GetProperty("contactRoutes")[0].GetProperty("cost").GetProperty("mid").GetDecimal();
        tally.Add(CostOfAll, cost * ContactPrice.Grains);
        return tally;
    }

    public static string FirstSignalOf(string? disposition) => $"first signal of {disposition}";

    public static string SignalsOf(string disposition) => $"signals of {disposition}";

    public static long Cases(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("cases").GetArrayLength();
    }

    private static long Accepted(JsonElement result)
    {
        var history = result.GetProperty("history");
        var (received, accepted) = (history.GetProperty("received").GetInt64(), history.GetProperty("accepted").GetInt64());
        return received == accepted ? accepted : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Of {received} rows {accepted} were accepted: the generated history has no others."));
    }
}
