using System.Globalization;
using System.Text;

namespace CxRules.Samples.Telecom;

/// <summary>The history's columns. No value needs quotes.</summary>
internal static class CsvRow
{
    public const string Header =
        "contact_id,started_at,channel,disposition,product,region,segment,customer_id,handle_seconds,wait_seconds,transfers,csat,abandoned,cancelled,cancellation_reason,agent,queue\n";

    private static readonly string[] ChannelCodes = ["", "phone", "chat", "email", "web"];

    public static void Append(StringBuilder text, Contact contact, int number)
    {
        var (reason, customer) = (contact.Reason, contact.Customer);
        var offset = BusinessCalendar.OffsetAt(contact.Utc).Hours;
        text.Append(CultureInfo.InvariantCulture, $"NW{number:000000},{contact.Utc.AddHours(offset):yyyy-MM-dd'T'HH:mm:ss}+0{offset}:00,");
        text.Append(CultureInfo.InvariantCulture, $"{ChannelCodes[(int)contact.Channel]},{reason.Code},{contact.Product},");
        text.Append(CultureInfo.InvariantCulture, $"{Customers.Region(customer)},{Customers.Segment(customer)},C{customer:00000},");
        text.Append(CultureInfo.InvariantCulture, $"{contact.HandleSeconds},{contact.WaitSeconds},{contact.Transfers},{contact.Csat},");
        text.Append(CultureInfo.InvariantCulture, $"{Flag(contact.Abandoned)},{Flag(contact.Cancelled)},{contact.CancellationReason},{contact.Agent},{reason.Queue}\n");
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
