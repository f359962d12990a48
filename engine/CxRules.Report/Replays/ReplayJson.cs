using System.Globalization;
using System.Text.Json;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>`replay --format json`: names and order are the command line's contract; what it does not name stands after what it names.</summary>
internal static class ReplayJson
{
    public static string Write(ReplayResult result) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteRuleSet(json, result);
        WriteHistory(json, result.History);
        json.WriteArray("cases", result.Cases, WriteCase);
        json.WriteArray("contactRoutes", result.ContactRoutes, WriteRoute);
        json.WriteArray("rules", result.Rules, WriteRule);
        WriteTotals(json, result.Totals);
        json.WriteArray("rejects", result.Rejects, WriteReject);
        json.WriteArray("tasks", result.Tasks, TaskJson.Write);
        json.WriteStrings("notes", CaseFacts.Notes(result));
        json.WriteEndObject();
    });

    public static void WriteRuleSet(Utf8JsonWriter json, ReplayResult result)
    {
        json.WriteStartObject("ruleSet");
        json.WriteString("hash", result.RuleSetHash);
        json.WriteNumber("rules", result.Rules.Length);
        json.WriteString("name", result.RuleSetName);
        json.WriteEndObject();
    }

    public static void WriteHistory(Utf8JsonWriter json, ReplayHistory history)
    {
        json.WriteStartObject("history");
        json.WriteStrings("files", history.Files);
        json.WriteNumber("received", history.Received);
        json.WriteNumber("accepted", history.Accepted);
        json.WriteNumber("late", history.Late);
        json.WriteNumber("superseded", history.Superseded);
        json.WriteNumber("duplicate", history.Duplicate);
        json.WriteNumber("quarantined", history.Quarantined);
        json.WriteNumber("rejected", history.Rejected);
        json.WriteNumber("erased", history.Erased);
        WriteBeside(json, history);
        json.WriteInstant("from", history.FromUtc);
        json.WriteInstant("to", history.ToUtc);
        json.WriteString("zone", history.Zone.Id);
        json.WriteStrings("gaps", history.Gaps.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        json.WriteEndObject();
    }

    /// <summary>Of histories that hold records beside contacts.</summary>
    private static void WriteBeside(Utf8JsonWriter json, ReplayHistory history)
    {
        if (history.Beside.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartObject("beside");
        foreach (var (kind, count) in history.Beside)
        {
            json.WriteNumber(kind, count);
        }

        json.WriteEndObject();
    }

    /// <summary>A case as every command writes it.</summary>
    public static void WriteCase(Utf8JsonWriter json, ReplayCase @case)
    {
        json.WriteStartObject();
        json.WriteString("id", @case.Id);
        json.WriteString("rule", @case.Rule);
        json.WritePairs("group", @case.Group);
        json.WriteStrings("owners", @case.Owners);
        json.WriteInstant("opened", @case.OpenedUtc);
        json.WriteInstant("closed", @case.ClosedUtc);
        json.WriteString("peak", Peak(@case));
        json.WriteNumber("contacts", @case.Contacts);
        json.WriteNumber("observed", @case.Contacts * 1.0m);
        json.WriteNumberOrNull("expected", @case.Expected);
        json.WriteObjectOrNull("excess", @case.Excess, static (json, excess) => json.WriteRange(excess.Low, excess.Mid, excess.High));
        json.WriteNumberOrNull("pValue", @case.PValue);
        MoneyJson.WriteCost(json, @case.Cost);
        json.WriteString("costUnknownBecause", @case.CostUnknownBecause);
        json.WriteStrings("evidence", @case.Evidence);
        json.WriteString("because", @case.Because);
        json.WriteString("title", @case.Title);
        json.WriteString("severity", @case.Severity.ToString().ToLowerInvariant());
        json.WriteString("basis", @case.Basis.ToString().ToLowerInvariant());
        json.WriteString("condition", @case.Condition);
        MoneyJson.WriteBreakdown(json, @case.Breakdown);
        json.WriteString("via", @case.Via);
        LifeJson.Write(json, @case);
        WriteEstimate(json, @case.Estimate);
        json.WriteEndObject();
    }

    /// <summary>Of cases that are estimated.</summary>
    private static void WriteEstimate(Utf8JsonWriter json, CaseEstimate? estimate)
    {
        if (estimate is null)
        {
            return;
        }

        json.WriteStartObject("estimate");
        json.WriteString("from", estimate.From);
        json.WriteObjectOrNull("contacts", estimate.Contacts, static (json, contacts) => json.WriteRange(contacts.Low, contacts.Mid, contacts.High));
        MoneyJson.WriteCost(json, estimate.Cost);
        json.WriteString("unknownBecause", estimate.UnknownBecause);
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, ContactRoute route)
    {
        json.WriteStartObject();
        json.WriteString("rule", route.Rule);
        json.WriteStrings("owners", route.Owners);
        json.WriteNumber("contacts", route.Contacts);
        MoneyJson.WriteCost(json, route.Cost);
        json.WriteString("costUnknownBecause", route.CostUnknownBecause);
        MoneyJson.WriteBreakdown(json, route.Breakdown);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleOutcome rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteNumber("fired", rule.Fired);
        json.WriteNumber("unknown", rule.Unknown);
        json.WriteString("unknownBecause", rule.UnknownBecause);
        MoneyJson.WriteCost(json, rule.RunRate.Cost);
        json.WriteNumberOrNull("runRate", rule.RunRate.PerYear);
        json.WriteString("runRateUnknownBecause", rule.RunRate.UnknownBecause);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, ReplayTotals totals)
    {
        json.WriteStartObject("totals");
        json.WriteNumber("contacts", totals.Contacts);
        json.WriteNumber("routed", totals.Routed);
        MoneyJson.WriteCost(json, totals.Cost);
        json.WriteArray("byOwner", totals.ByOwner, MoneyJson.WriteShare);
        json.WriteArray("byTouchpoint", totals.ByTouchpoint, MoneyJson.WriteShare);
        json.WriteArray("byDisposition", totals.ByDisposition, MoneyJson.WriteShare);
        MoneyJson.WriteCost(json, "falseAlarms", totals.FalseAlarms);
        json.WriteObjectOrNull("savings", totals.Savings, LifeJson.WriteLedger);
        json.WriteEndObject();
    }

    private static void WriteReject(Utf8JsonWriter json, Model.Sources.Reject reject)
    {
        json.WriteStartObject();
        json.WriteString("file", reject.File);
        json.WriteNumber("line", reject.Line);
        json.WriteString("code", reject.Code);
        json.WriteString("message", reject.Message);
        json.WriteEndObject();
    }

    private static string Peak(ReplayCase @case) => Moment(@case.Peak, @case.Unit);

    /// <summary>The local day, or hour.</summary>
    public static string Moment(DateTime local, TimeUnit unit) =>
        local.ToString(unit == TimeUnit.Day ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
