using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What rules ask people to do: `tasks` of `replay --format json`.</summary>
internal static class TaskJson
{
    public static void Write(Utf8JsonWriter json, ReplayTask task)
    {
        json.WriteStartObject();
        json.WriteString("rule", task.Rule);
        json.WriteString("action", task.Action);
        json.WriteString("tag", task.Tag);
        json.WriteString("case", task.Case);
        json.WriteString("contact", task.Contact);
        json.WriteString("customer", task.Customer);
        json.WriteString("agent", task.Agent);
        json.WriteStrings("owners", task.Owners);
        json.WriteStrings("audience", task.Audience);
        json.WriteNumber("nameless", task.Nameless);
        json.WriteInstant("at", task.AtUtc);
        json.WriteInstant("due", task.DueUtc);
        json.WriteEndObject();
    }
}
