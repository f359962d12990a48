using System.Collections.Immutable;
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

    public static string Write(CaseExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("case");
        ReplayJson.WriteCase(json, explanation.Case);
        json.WriteString("match", explanation.Match.ToString().ToLowerInvariant());
        json.WriteString("zone", explanation.Replay.History.Zone.Id);
        json.WriteStartArray("contacts");
        foreach (var contact in explanation.Contacts)
        {
            WriteContact(json, contact);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string Write(ContactExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("contact");
        WriteContact(json, explanation.Contact);
        json.WriteStartArray("rules");
        foreach (var rule in explanation.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("matches", Name(rule.Truth));
            json.WriteString("outcome", rule.Outcome);
            json.WriteStartArray("conditions");
            foreach (var condition in rule.Conditions)
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

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static string Write(RuleExplanation explanation) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("rule", explanation.Rule.Id);
        json.WriteString("condition", explanation.Rule.ConditionText);
        json.WriteString("day", Day(explanation.Day));
        json.WriteString("zone", explanation.Replay.History.Zone.Id);
        json.WriteStartArray("evaluations");
        foreach (var (evaluation, caseId) in explanation.Evaluations)
        {
            json.WriteStartObject();
            json.WriteString("at", Local(evaluation.At));
            json.WriteStartObject("group");
            foreach (var (field, value) in evaluation.Group)
            {
                json.WriteString(field, value);
            }

            json.WriteEndObject();
            json.WriteString("holds", Name(evaluation.Truth));
            json.WriteString("unknownBecause", evaluation.UnknownBecause);
            json.WriteString("outcome", s_outcomes[evaluation.Outcome]);
            json.WriteString("case", caseId);
            json.WriteStartArray("parts");
            foreach (var part in evaluation.Parts)
            {
                WritePart(json, part);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static readonly Dictionary<EvaluationOutcome, string> s_outcomes = new()
    {
        [EvaluationOutcome.Quiet] = "none",
        [EvaluationOutcome.Held] = "held",
        [EvaluationOutcome.Opens] = "opens",
        [EvaluationOutcome.GoesOn] = "open",
    };

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
        json.WriteNumberOrNull("level", part.Level);
        json.WriteNumber("groups", part.Groups);
        json.WriteStartArray("windows");
        foreach (var window in part.Windows)
        {
            json.WriteStartObject();
            json.WriteString("from", window.From is { } from ? Local(from) : null);
            json.WriteString("to", Local(window.To));
            json.WriteNumberOrNull("value", window.Value);
            json.WriteString("leftOutBecause", window.LeftOutBecause);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteContact(Utf8JsonWriter json, ExplainedContact explained)
    {
        var contact = explained.Contact;
        json.WriteStartObject();
        json.WriteString("id", contact.Id);
        json.WriteString("occurredAt", new DateTime(contact.OccurredAt, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "Z");
        json.WriteString("channel", contact.Channel);
        json.WriteString("disposition", contact.Disposition);
        json.WriteString("touchpoint", contact.Touchpoint);
        WritePrice(json, contact.Price);
        if (contact.Cancellation is { } cancellation)
        {
            json.WriteStartObject("cancellation");
            json.WriteNumber("cost", cancellation.Cost / Millionths);
            json.WriteBoolean("stated", cancellation.IsStated);
            json.WriteString("tableFrom", cancellation.From is { } from ? Day(from) : null);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("cancellation");
        }

        if (contact.Escalation is { } escalation)
        {
            json.WriteStartObject("escalation");
            json.WriteNumber("cost", escalation.Cost / Millionths);
            json.WriteString("kind", escalation.Kind);
            json.WriteNumber("base", escalation.Base);
            json.WriteNumber("factor", escalation.Factor);
            json.WriteString("tableFrom", Day(escalation.From));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("escalation");
        }

        WriteShares(json, explained.Shares);
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

    private static void WriteShares(Utf8JsonWriter json, ImmutableArray<ExplainedShare> shares)
    {
        json.WriteStartArray("shares");
        foreach (var share in shares)
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

        json.WriteEndArray();
    }

    private static string Name(Runtime.Truth truth) => truth.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Local(DateTime local) => local.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
