using System.Globalization;
using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>`explain --format json`: every row and every digit.</summary>
internal static class ExplanationJson
{
    private const decimal Millionths = 1_000_000m;

    private static readonly Dictionary<EvaluationOutcome, string> s_outcomes = new()
    {
        [EvaluationOutcome.Quiet] = "none",
        [EvaluationOutcome.Held] = "held",
        [EvaluationOutcome.Opens] = "opens",
        [EvaluationOutcome.GoesOn] = "open",
    };

    public static string Write(CaseExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("case");
        ReplayJson.WriteCase(json, explanation.Case);
        json.WriteString("match", explanation.Match.ToString().ToLowerInvariant());
        json.WriteString("zone", explanation.Replay.History.Zone.Id);
        json.WriteArray("contacts", explanation.Contacts, WriteContact);
        json.WriteEndObject();
    });

    public static string Write(ContactExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("contact");
        WriteContact(json, explanation.Contact);
        json.WriteArray("rules", explanation.Rules, WriteMembership);
        json.WriteEndObject();
    });

    public static string Write(RuleExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("rule", explanation.Rule.Id);
        json.WriteString("condition", explanation.Rule.ConditionText);
        json.WriteString("day", Day(explanation.Day));
        json.WriteString("zone", explanation.Replay.History.Zone.Id);
        json.WriteArray("evaluations", explanation.Evaluations, WriteEvaluation);
        json.WriteEndObject();
    });

    private static void WriteMembership(Utf8JsonWriter json, RuleMembership rule)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule);
        json.WriteString("matches", Name(rule.Truth));
        json.WriteString("outcome", rule.Outcome);
        json.WriteArray("conditions", rule.Conditions, WriteCondition);
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, ConditionTruth condition)
    {
        json.WriteStartObject();
        json.WriteString("text", condition.Text);
        json.WriteString("holds", Name(condition.Truth));
        json.WriteStartObject("values");
        foreach (var (field, value) in condition.Values)
        {
            json.WriteString(field, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEvaluation(Utf8JsonWriter json, RuleEvaluation entry)
    {
        var evaluation = entry.Evaluation;
        json.WriteStartObject();
        json.WriteString("at", Local(evaluation.At));
        json.WritePairs("group", evaluation.Group);
        json.WriteString("holds", Name(evaluation.Truth));
        json.WriteString("unknownBecause", evaluation.UnknownBecause);
        json.WriteString("outcome", s_outcomes[evaluation.Outcome]);
        json.WriteString("case", entry.CaseId);
        json.WriteArray("parts", evaluation.Parts, WritePart);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, ExplainedPart part)
    {
        json.WriteStartObject();
        json.WriteString("text", part.Text);
        json.WriteString("holds", Name(part.Truth));
        json.WriteString("unknownBecause", part.UnknownBecause);
        json.WriteNumberOrNull("value", part.Value);
        json.WriteNumberOrNull("comparedWith", part.Reference);
        json.WriteNumberOrNull("baseline", part.Baseline);
        json.WriteNumberOrNull("pValue", part.PValue);
        json.WriteObjectOrNull("expectedRange", part.Range, static (json, range) =>
        {
            json.WriteNumberOrNull("low", range.Low);
            json.WriteNumberOrNull("high", range.High);
            json.WriteString("unit", range.Unit);
        });
        if (part.Estimate is { } estimate)
        {
            json.WriteStartObject("estimate");
            json.WriteRange((decimal)estimate.Low, (decimal)estimate.Mid, (decimal)estimate.High);
            json.WriteNumber("standardError", (decimal)estimate.StandardError);
            json.WriteEndObject();
        }

        json.WriteNumberOrNull("level", part.Level);
        json.WriteNumber("groups", part.Groups);
        json.WriteArray("windows", part.Windows, WriteWindow);
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, ExplainedWindow window)
    {
        json.WriteStartObject();
        json.WriteString("from", window.From is { } from ? Local(from) : null);
        json.WriteString("to", Local(window.To));
        json.WriteNumberOrNull("value", window.Value);
        json.WriteString("leftOutBecause", window.LeftOutBecause);
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, ExplainedContact explained)
    {
        var contact = explained.Contact;
        json.WriteStartObject();
        json.WriteString("id", contact.Id);
        json.WriteInstant("occurredAt", new DateTime(contact.OccurredAt, DateTimeKind.Utc));
        json.WriteString("channel", contact.Channel);
        json.WriteString("disposition", contact.Disposition);
        json.WriteString("touchpoint", contact.Touchpoint);
        WritePrice(json, contact.Price);
        json.WriteObjectOrNull("cancellation", contact.Cancellation, static (json, cancellation) =>
        {
            json.WriteNumber("cost", cancellation.Cost / Millionths);
            json.WriteBoolean("stated", cancellation.IsStated);
            json.WriteString("tableFrom", cancellation.From is { } from ? Day(from) : null);
        });
        json.WriteObjectOrNull("escalation", contact.Escalation, static (json, escalation) =>
        {
            json.WriteNumber("cost", escalation.Cost / Millionths);
            json.WriteString("kind", escalation.Kind);
            json.WriteNumber("base", escalation.Base);
            json.WriteNumber("factor", escalation.Factor);
            json.WriteString("tableFrom", Day(escalation.From));
        });
        json.WriteArray("shares", explained.Shares, WriteShare);
        json.WriteEndObject();
    }

    private static void WritePrice(Utf8JsonWriter json, ContactPrice price)
    {
        json.WriteStartObject("price");
        json.WriteNumberOrNull("cost", price.Cost / Millionths);
        json.WriteNumberOrNull("handleSeconds", price.HandleTime / 1000m);
        json.WriteNumberOrNull("loadedRate", price.Rate);
        json.WriteNumberOrNull("channelFee", price.Fee / Millionths);
        json.WriteNumberOrNull("perContact", price.PerContact);
        json.WriteString("tableFrom", price.From is { } from ? Day(from) : null);
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, ExplainedShare share)
    {
        json.WriteStartObject();
        json.WriteString("rule", share.Rule);
        json.WriteString("case", share.CaseId);
        json.WriteStrings("owners", share.Owners);
        json.WriteNumberOrNull("claim", share.Claim);
        json.WriteNumber("weight", share.Weight);
        json.WriteNumber("cancellationWeight", share.CancellationWeight);
        MoneyJson.WriteCost(json, share.Claim is null ? null : share.Cost);
        json.WriteEndObject();
    }

    private static string Name(Runtime.Truth truth) => truth.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Local(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
