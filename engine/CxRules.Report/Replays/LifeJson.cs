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

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
