using System.Globalization;
using System.Text;

namespace CxRules.Cli.Starter;

/// <summary>Twelve invented weeks, the same each time: contacts as they always come, and two weeks in which a new bill is not understood.</summary>
internal static class StarterHistory
{
    private const int Days = 84;
    private const int FirstSpikeDay = 56;
    private const int SpikeDays = 14;
    private const int SpikePerDay = 12;
    private const int Customers = 1_499;

    private static readonly DateTime s_first = new(2026, 1, 5, 8, 0, 0, DateTimeKind.Unspecified);
    private static readonly string[] s_channels = ["phone", "phone", "chat", "phone", "email"];
    private static readonly string[] s_regions = ["north", "south", "east", "west"];

    /// <summary>Contacts of a working day; at the weekend come half as many.</summary>
    private static readonly (string Disposition, int PerDay)[] s_usual =
    [
        ("billing-confusion", 6),
        ("payment-question", 4),
        ("late-delivery", 4),
        ("order-status", 4),
        ("password-reset", 3),
        ("complaint", 1),
        ("other", 2),
    ];

    public static string Csv()
    {
        var csv = new StringBuilder("contact_id,started_at,channel,disposition,region,customer_id,handle_seconds\n");
        foreach (var row in Rows())
        {
            csv.Append(row).Append('\n');
        }

        return csv.ToString();
    }

    public static IEnumerable<string> Rows() => Enumerable.Range(0, Days)
        .SelectMany(day => s_usual.SelectMany(usual => Enumerable.Repeat((Day: day, usual.Disposition), CountOf(day, usual))))
        .Select((contact, index) => Row(index, contact.Day, contact.Disposition));

    private static int CountOf(int day, (string Disposition, int PerDay) usual)
    {
        var isWeekend = day % 7 >= 5;
        var wave = Mixed(day * 31 + usual.PerDay) % 3 == 0 ? 1 : 0;
        var spike = usual.Disposition == "billing-confusion" && day is >= FirstSpikeDay and < FirstSpikeDay + SpikeDays ? SpikePerDay : 0;
        return (isWeekend ? usual.PerDay / 2 : usual.PerDay) + wave + spike;
    }

    private static string Row(int index, int day, string disposition)
    {
        var mixed = Mixed(index);
        var at = s_first.AddDays(day).AddSeconds(mixed % (12 * 60 * 60));
        var customer = mixed / 7 % Customers;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"C{index + 1:00000},{at:yyyy-MM-ddTHH:mm:ss},{s_channels[mixed / 11 % s_channels.Length]},{disposition},{s_regions[mixed / 13 % s_regions.Length]},K{customer:0000},{120 + (mixed / 17 % 600)}");
    }

    /// <summary>A number that looks like chance and is always the same.</summary>
    private static int Mixed(int number)
    {
        unchecked
        {
            var mixed = (uint)number + 0x9E3779B9u;
            mixed = (mixed ^ (mixed >> 16)) * 0x85EBCA6Bu;
            mixed = (mixed ^ (mixed >> 13)) * 0xC2B2AE35u;
            return (int)((mixed ^ (mixed >> 16)) & 0x7FFFFFFF);
        }
    }
}
