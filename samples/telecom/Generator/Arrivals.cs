namespace CxRules.Samples.Telecom;

/// <summary>
/// Draws who comes when: each half minute brings a contact with a small chance, so that counts scatter as Poisson's do
/// (variance ÷ mean just under 1) and only whole numbers decide.
/// </summary>
internal sealed class Arrivals
{
    private const int SlotSeconds = 30;
    private const int SlotsPerHour = 3600 / SlotSeconds;
    private const int YearSeconds = BusinessCalendar.Hours * 3600;

    private readonly List<Arrival> _arrivals = [];

    private Arrivals()
    {
    }

    /// <summary>The year's arrivals in order of time.</summary>
    public static IReadOnlyList<Arrival> Draw()
    {
        var arrivals = new Arrivals();
        for (var reason = 0; reason < Reasons.All.Length; reason++)
        {
            arrivals.AddOrdinary(reason);
        }

        arrivals.AddSpikes();
        arrivals.AddWebThenPhone();
        return [.. arrivals._arrivals.OrderBy(arrival => arrival.Second)];
    }

    private void AddOrdinary(int reason)
    {
        var random = Stream(reason);
        var chronic = PlantedEvents.ChronicOf(reason);
        var (weekly, growth) = (Reasons.All[reason].Weekly, Reasons.All[reason].Growth);
        for (var hour = 0; hour < BusinessCalendar.Hours; hour++)
        {
            var chance = Chance(weekly, BusinessCalendar.Start.AddHours(hour), 1_000_000 + (growth * 1000L * hour / BusinessCalendar.Hours));
            foreach (var second in Seconds(ref random, hour, chance))
            {
                _arrivals.Add(new(second, reason, chronic));
            }
        }
    }

    private void AddSpikes()
    {
        for (var planted = 0; planted < PlantedEvents.All.Length; planted++)
        {
            var random = Stream(1000 + planted);
            foreach (var level in PlantedEvents.All[planted].Levels)
            {
                AddSpike(planted, level, ref random);
            }
        }
    }

    private void AddSpike(int planted, PlantedLevel level, ref SplitMix64 random)
    {
        var (reason, region) = (PlantedEvents.All[planted].Reason, PlantedEvents.All[planted].Region);
        var cancels = PlantedEvents.All[planted].Id == "bill-change";
        for (var hour = 0; hour < BusinessCalendar.Hours; hour++)
        {
            var local = BusinessCalendar.ToLocal(BusinessCalendar.Start.AddHours(hour));
            var day = DateOnly.FromDateTime(local);
            if (day < level.From || day > level.To)
            {
                continue;
            }

            foreach (var second in Seconds(ref random, hour, Chance(level.Weekly, BusinessCalendar.Start.AddHours(hour), 1_000_000)))
            {
                var customer = Customers.Draw(ref random, region);
                _arrivals.Add(new(second, reason, planted, customer));
                if (cancels && random.PerMille(30))
                {
                    AddCancellation(second, customer, ref random);
                }
            }
        }
    }

    private void AddCancellation(long after, int customer, ref SplitMix64 random)
    {
        var planted = PlantedEvents.IndexOf("bill-change-cancellations");
        var second = after + (86400L * (1 + random.Below(12))) + random.Below(3600);
        _arrivals.Add(new(second, PlantedEvents.All[planted].Reason, planted, customer, Channel.Any, false, true));
    }

    private void AddWebThenPhone()
    {
        var planted = PlantedEvents.IndexOf("web-then-phone");
        var reason = PlantedEvents.All[planted].Reason;
        var random = Stream(2000);
        for (var hour = 0; hour < BusinessCalendar.Hours; hour++)
        {
            foreach (var second in Seconds(ref random, hour, Chance(90, BusinessCalendar.Start.AddHours(hour), 1_000_000)))
            {
                var customer = Customers.Draw(ref random, null);
                _arrivals.Add(new(second, reason, -1, customer, Channel.Web, true));
                var call = second + 240 + random.Below(5400);
                if (random.PerMille(640) && call < YearSeconds && BusinessCalendar.PhoneLinesOpen(LocalHour(call)))
                {
                    _arrivals.Add(new(call, reason, planted, customer, Channel.Phone));
                }
            }
        }
    }

    private static int LocalHour(long second) => BusinessCalendar.ToLocal(BusinessCalendar.Start.AddSeconds(second)).Hour;

    private static List<long> Seconds(ref SplitMix64 random, int hour, uint chance)
    {
        var seconds = new List<long>();
        for (var slot = 0; slot < SlotsPerHour; slot++)
        {
            if (random.Next32() < chance)
            {
                seconds.Add((hour * 3600L) + (slot * SlotSeconds) + random.Below(SlotSeconds));
            }
        }

        return seconds;
    }

    /// <summary>Of 2^32, for one slot.</summary>
    /// <param name="level">Millionths of <paramref name="weekly"/>.</param>
    private static uint Chance(int weekly, DateTime utcHour, long level)
    {
        var perHour = (UInt128)(uint)weekly * (uint)BusinessCalendar.ShareOfWeek(BusinessCalendar.ToLocal(utcHour)) * (ulong)level;
        return (uint)((perHour << 32) / ((UInt128)100_000_000 * 1_000_000 * SlotsPerHour));
    }

    private static SplitMix64 Stream(int number) => new(SplitMix64.Mix(2026_0000 + (ulong)number));
}
