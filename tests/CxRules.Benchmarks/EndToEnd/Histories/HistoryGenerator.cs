using CxRules.Benchmarks.Simulation;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>
/// A year of contacts as CSV, the same bytes each time: 12 columns, about 100 bytes a row, 60 dispositions of unequal weight, times of day,
/// weekdays, a season and ten planted spikes. Nearly half of the ratings are missing.
/// </summary>
internal sealed class HistoryGenerator
{
    private const int LongestCall = 7200;
    private const int Agents = 800;
    private const int LeastCustomers = 1000;
    private const int ContactsPerCustomer = 6;
    private const ulong Seed = 0x9E3779B97F4A7C15;

    private static readonly WeightedCodes s_channels = new(HistoryCodes.Channels, [.45, .22, .18, .08, .04, .03]);
    private static readonly WeightedCodes s_products = new(HistoryCodes.Products, [.. Enumerable.Range(1, 12).Select(rank => 1.0 / rank)]);
    private static readonly WeightedCodes s_regions = new(HistoryCodes.Regions, [.. Enumerable.Range(1, 8).Select(rank => 1.0 / Math.Sqrt(rank))]);
    private static readonly Wheel s_hours = new([.. Enumerable.Range(0, 24).Select(Busyness)]);

    private readonly SplitMix64 _random = new(Seed);
    private readonly RowWriter _writer;
    private readonly int _customers;
    private long _id;

    private HistoryGenerator(RowWriter writer, int customers)
    {
        _writer = writer;
        _customers = customers;
    }

    /// <param name="customers">Null: one for six contacts.</param>
    public static void Write(Stream stream, int rows, int? customers = null)
    {
        using var writer = new RowWriter(stream);
        writer.Text("contact_id,timestamp,channel,disposition,product,region,customer_id,handle_time_seconds,csat,cancelled,agent_id,cost"u8);
        writer.EndRow();
        var generator = new HistoryGenerator(writer, customers ?? Math.Max(LeastCustomers, rows / ContactsPerCustomer));
        var calendar = new HistoryCalendar();
        foreach (var (day, count) in calendar.CountsOf(rows).Index())
        {
            generator.Day(HistoryCalendar.FirstDay.AddDays(day), count, new WeightedCodes(HistoryCodes.Dispositions, calendar.ReasonsOf(day)));
        }
    }

    private void Day(DateOnly date, int count, WeightedCodes dispositions)
    {
        var seconds = new int[count];
        for (var i = 0; i < count; i++)
        {
            var hour = s_hours.Pick(_random.Fraction());
            seconds[i] = (hour * 3600) + (int)(_random.Fraction() * 3600);
        }

        Array.Sort(seconds);
        foreach (var second in seconds)
        {
            Instant(date, second);
            Contact(dispositions);
        }
    }

    private void Instant(DateOnly date, int second)
    {
        _writer.Letter('C');
        _writer.Number(++_id);
        _writer.Letter(',');
        _writer.Number(date.Year);
        _writer.Letter('-');
        _writer.TwoDigits(date.Month);
        _writer.Letter('-');
        _writer.TwoDigits(date.Day);
        _writer.Letter('T');
        _writer.TwoDigits(second / 3600);
        _writer.Letter(':');
        _writer.TwoDigits(second / 60 % 60);
        _writer.Letter(':');
        _writer.TwoDigits(second % 60);
        _writer.Text("Z,"u8);
    }

    private void Contact(WeightedCodes dispositions)
    {
        var channel = s_channels.Pick(_random.Fraction());
        Code(s_channels[channel]);
        var reason = dispositions.Pick(_random.Fraction());
        Code(dispositions[reason]);
        Code(s_products[s_products.Pick(_random.Fraction())]);
        Code(s_regions[s_regions.Pick(_random.Fraction())]);
        var customer = _random.Fraction();
        _writer.Letter('U');
        _writer.Number((long)(customer * customer * _customers));
        _writer.Letter(',');
        var onPhone = channel == 0;
        var handled = Math.Min(LongestCall, (int)(40 - (Math.Log(1 - _random.Fraction()) * (220 + (reason * 5)) * (onPhone ? 1.3 : 1))));
        _writer.Number(handled);
        _writer.Letter(',');
        Rating();
        _writer.Letter(',');
        Code(_random.Fraction() < (reason % 15 == 3 ? 0.35 : 0.03) ? "true"u8 : "false"u8);
        _writer.Letter('A');
        _writer.Number((long)(_random.Fraction() * Agents));
        _writer.Letter(',');
        var cents = (int)(handled * (onPhone ? 1.1 : 0.7)) + 35;
        _writer.Number(cents / 100);
        _writer.Letter('.');
        _writer.TwoDigits(cents % 100);
        _writer.EndRow();
    }

    private void Rating()
    {
        if (_random.Fraction() > 0.45)
        {
            var fraction = _random.Fraction();
            _writer.Number(fraction < .12 ? 1 : fraction < .22 ? 2 : fraction < .4 ? 3 : fraction < .72 ? 4 : 5);
        }
    }

    private void Code(ReadOnlySpan<byte> code)
    {
        _writer.Text(code);
        _writer.Letter(',');
    }

    private static double Busyness(int hour) =>
        0.15 + Math.Max(0, Math.Sin((hour - 6) / 24.0 * 2 * Math.PI)) + (0.35 * Math.Max(0, Math.Sin((hour - 2) / 12.0 * Math.PI)));
}
