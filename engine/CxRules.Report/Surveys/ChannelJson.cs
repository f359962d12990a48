using System.Text.Json;
using CxRules.Report.Layout;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Channels side by side.</summary>
internal static class ChannelJson
{
    public static void Write(Utf8JsonWriter json, ChannelReport channels)
    {
        json.WriteArray("channels", channels.Channels, Write);
        json.WriteArray("dispositions", channels.Dispositions, static (json, matter) =>
        {
            json.WriteStartObject();
            json.WriteString("disposition", matter.Disposition);
            json.WriteArray("channels", matter.Channels, Write);
            json.WriteEndObject();
        });
        json.WriteArray("switches", channels.Switches, static (json, change) =>
        {
            json.WriteStartObject();
            json.WriteString("from", change.From);
            json.WriteString("to", change.To);
            json.WriteNumber("contacts", change.Contacts);
            json.WriteNumberOrNull("share", change.Share);
            json.WriteArray("about", change.About, static (json, about) =>
            {
                json.WriteStartObject();
                json.WriteString("disposition", about.Key);
                json.WriteNumber("contacts", about.Value);
                json.WriteEndObject();
            });
            json.WriteEndObject();
        });
        json.WriteNumber("withoutCustomer", channels.Nameless);
    }

    private static void Write(Utf8JsonWriter json, ChannelLine line)
    {
        json.WriteStartObject();
        json.WriteString("channel", line.Channel);
        json.WriteNumber("contacts", line.Contacts);
        json.WriteNumber("share", line.Share);
        json.WriteNumberOrNull("handleSeconds", line.HandleSeconds);
        json.WriteNumber("handled", line.Handled);
        DriverJson.WriteCost(json, line.Cost);
        json.WriteNumberOrNull("rating", line.Rating);
        json.WriteNumber("rated", line.Rated);
        json.WriteNumberOrNull("repeatRate", line.RepeatRate);
        json.WriteNumber("repeatKnown", line.Repeatable);
        json.WriteEndObject();
    }
}
