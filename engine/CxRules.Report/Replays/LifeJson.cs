using System.Globalization;
using System.Text.Json;
using CxRules.Model.Cases;
using CxRules.Report.Layout;
using CxRules.Runtime.Lives;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What became of a case: its state, every step with who, when and why, and the meter of one that was declined.</summary>
internal static class LifeJson
{
    public static void Write(Utf8JsonWriter json, ReplayCase @case)
    {
        json.WriteString("state", CaseStandings.NameOf(@case.Life.Standing));
        json.WriteArray("steps", @case.Life.Steps, WriteStep);
        WriteMeterOf(json, @case);
        json.WriteObjectOrNull("check", @case.Check, WriteCheck);
        json.WriteArray("savings", @case.Savings, WriteSavings);
        json.WriteArray("loops", @case.Loops, WriteLoop);
        json.WriteString("mergedInto", @case.MergedInto);
        json.WriteObjectOrNull("joined", @case.Joined, WriteJoined);
        json.WriteBoolean("falseAlarm", @case.IsFalseAlarm);
    }

    public static void WriteLedger(Utf8JsonWriter json, SavingsLedger ledger)
    {
        json.WriteNumber("fixes", ledger.Fixes);
        json.WriteNumber("unknown", ledger.Unknown);
        json.WriteObjectOrNull("total", ledger.Total, WriteLine);
        json.WriteArray("byOwner", ledger.ByOwner, static (json, line) =>
        {
            json.WriteStartObject();
            json.WriteString("name", line.Name);
            WriteLine(json, line);
            json.WriteEndObject();
        });
    }

    public static void WriteLine(Utf8JsonWriter json, SavingsLine line)
    {
        MoneyJson.WriteCost(json, "averageCost", line.AverageCost);
        MoneyJson.WriteCost(json, "cashable", line.Cashable);
        json.WriteNumber("fixCost", line.FixCost);
        MoneyJson.WriteCost(json, "avoided", line.Avoided);
        json.WriteNumberOrNull("runRate", line.PerYear);
    }

    /// <summary>`meter`: what the case has cost since it was declined; null where it never was.</summary>
    public static void WriteMeterOf(Utf8JsonWriter json, ReplayCase @case) => json.WriteObjectOrNull("meter", @case.Meter, WriteMeter);

    private static void WriteStep(Utf8JsonWriter json, CaseTransition step)
    {
        json.WriteStartObject();
        json.WriteString("state", CaseStandings.NameOf(step.To));
        json.WriteInstant("at", new DateTime(step.At, DateTimeKind.Utc));
        json.WriteString("by", step.By);
        json.WriteString("because", step.Because);
        json.WriteString("reviewBy", Day(step.ReviewBy));
        json.WriteNumberOrNull("cap", step.Cap);
        json.WriteNumberOrNull("fixCost", step.FixCost);
        json.WriteStrings("owners", step.Owners);
        json.WriteString("into", step.Into);
        json.WriteEndObject();
    }

    private static void WriteMeter(Utf8JsonWriter json, DeclinedMeter meter)
    {
        json.WriteInstant("since", new DateTime(meter.Since, DateTimeKind.Utc));
        json.WriteInstant("until", meter.Until is { } until ? new DateTime(until, DateTimeKind.Utc) : null);
        MoneyJson.WriteCost(json, meter.Cost);
        json.WriteString("costUnknownBecause", meter.CostUnknownBecause);
        json.WriteNumberOrNull("cap", meter.Cap);
        json.WriteString("reviewBy", Day(meter.ReviewBy));
    }

    private static void WriteCheck(Utf8JsonWriter json, FixCheck check)
    {
        json.WriteInstant("claimed", new DateTime(check.Claimed, DateTimeKind.Utc));
        json.WriteNumber("windowsNeeded", check.Needed);
        json.WriteArray("windows", check.Windows, static (json, window) =>
        {
            json.WriteStartObject();
            json.WriteInstant("from", new DateTime(window.From, DateTimeKind.Utc));
            json.WriteInstant("to", new DateTime(window.To, DateTimeKind.Utc));
            json.WriteNumber("observed", window.Observed);
            json.WriteNumberOrNull("expected", window.Expected);
            json.WriteNumberOrNull("pValue", window.P);
            json.WriteEndObject();
        });
        json.WriteArray("comparisons", check.Comparisons, static (json, comparison) =>
        {
            json.WriteStartObject();
            json.WriteString("what", comparison.What);
            json.WriteNumber("observed", comparison.Observed);
            json.WriteNumber("expected", comparison.Expected);
            json.WriteNumber("pValue", comparison.P);
            json.WriteBoolean("rose", comparison.Rose);
            json.WriteEndObject();
        });
        json.WriteString("decided", check.Verdict is { } verdict ? (verdict.Worked ? "verified" : "failed") : null);
        json.WriteString("because", check.Verdict?.Because ?? check.OpenBecause);
    }

    private static void WriteSavings(Utf8JsonWriter json, FixSavings saved)
    {
        json.WriteStartObject();
        json.WriteInstant("since", new DateTime(saved.Since, DateTimeKind.Utc));
        json.WriteInstant("until", saved.Until is { } until ? new DateTime(until, DateTimeKind.Utc) : null);
        json.WriteRangeOrNull("contacts", saved.Contacts is { } contacts ? (contacts.Low, contacts.Mid, contacts.High) : null);
        MoneyJson.WriteCost(json, "averageCost", saved.AverageCost);
        MoneyJson.WriteCost(json, "cashable", saved.Cashable);
        json.WriteNumber("fixCost", saved.FixCost);
        MoneyJson.WriteCost(json, "avoided", saved.Avoided);
        json.WriteNumberOrNull("runRate", saved.PerYear);
        json.WriteString("unknownBecause", saved.UnknownBecause);
        json.WriteEndObject();
    }

    private static void WriteLoop(Utf8JsonWriter json, ReplayLoop loop)
    {
        json.WriteStartObject();
        json.WriteString("audience", loop.Audience.ToString().ToLowerInvariant());
        json.WriteNumber("spokeUp", loop.List.Length);
        json.WriteNumber("told", loop.Told);
        json.WriteNumberOrNull("coverage", loop.Coverage);
        json.WriteNumber("nameless", loop.Nameless);
        json.WriteInstant("due", loop.DueUtc);
        json.WriteArray("list", loop.List, static (json, entry) =>
        {
            json.WriteStartObject();
            json.WriteString("who", entry.Who);
            json.WriteInstant("spokeUp", entry.SpokeUpUtc);
            json.WriteInstant("told", entry.ToldUtc);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteJoined(Utf8JsonWriter json, JoinedCases joined)
    {
        json.WriteStrings("cases", joined.Ids);
        json.WriteNumber("contacts", joined.Contacts);
        MoneyJson.WriteCost(json, joined.Cost);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
