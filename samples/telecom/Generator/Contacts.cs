namespace CxRules.Samples.Telecom;

/// <summary>Gives each arrival its details, in order of time.</summary>
internal sealed class Contacts
{
    private const int Remembered = 64;

    private static readonly (Channel, int)[] NightMix = [(Channel.Web, 450), (Channel.Email, 350), (Channel.Chat, 200)];

    private static readonly (int, int)[] ContentRatings = [(1, 70), (2, 80), (3, 160), (4, 330), (5, 360)];

    private static readonly (int, int)[] WearyRatings = [(1, 210), (2, 180), (3, 200), (4, 230), (5, 180)];

    private static readonly (string, int)[] CancellationReasons =
        [("price", 380), ("competitor", 240), ("service-quality", 170), ("moving", 120), ("bill-not-clear", 30), ("other", 60)];

    private readonly int[,] _recent = new int[Reasons.All.Length, Remembered];
    private readonly int[] _seen = new int[Reasons.All.Length];

    private SplitMix64 _random = new(SplitMix64.Mix(31));

    public Contact Complete(Arrival arrival)
    {
        var reason = Reasons.All[arrival.Reason];
        var local = BusinessCalendar.ToLocal(BusinessCalendar.Start.AddSeconds(arrival.Second));
        var channel = arrival.Channel == Channel.Any ? ChannelOf(reason, local.Hour) : arrival.Channel;
        var customer = CustomerOf(arrival, reason);
        var load = BusinessCalendar.Load(local);
        var abandoned = arrival.Abandoned || (channel == Channel.Phone && !arrival.Cancels && _random.PerMille(load > 1300 ? 55 : 25));
        var cancelled = !abandoned && (arrival.Cancels || _random.PerMille(reason.Cancel));
        return new(arrival, customer, channel)
        {
            Product = reason.Product ?? Customers.Product(customer),
            Agent = abandoned ? "" : AgentOf(reason),
            Abandoned = abandoned,
            HandleSeconds = abandoned ? 0 : HandleSeconds(reason, channel),
            WaitSeconds = WaitSeconds(channel, load),
            Transfers = abandoned || channel != Channel.Phone ? 0 : Transfers(),
            Csat = abandoned ? null : Csat(reason, channel),
            Cancelled = cancelled,
            CancellationReason = !cancelled ? "" : arrival.Cancels ? "bill-not-clear" : Weighted.Draw<string>(ref _random, CancellationReasons),
        };
    }

    private Channel ChannelOf(Reason reason, int hour)
    {
        if (!BusinessCalendar.PhoneLinesOpen(hour))
        {
            return Weighted.Draw<Channel>(ref _random, NightMix);
        }

        var mix = reason.Mix;
        return Weighted.Draw<Channel>(ref _random, [(Channel.Phone, mix.Phone), (Channel.Chat, mix.Chat), (Channel.Email, mix.Email), (Channel.Web, 1000)]);
    }

    private int CustomerOf(Arrival arrival, Reason reason)
    {
        var known = Math.Min(_seen[arrival.Reason], Remembered);
        var customer = arrival.Customer >= 0 ? arrival.Customer
            : known > 0 && _random.PerMille(reason.Repeat) ? _recent[arrival.Reason, _random.Below(known)]
            : Customers.Draw(ref _random, null);
        _recent[arrival.Reason, _seen[arrival.Reason]++ % Remembered] = customer;
        return customer;
    }

    private string AgentOf(Reason reason)
    {
        var desk = reason.Queue[0] + reason.Queue.Length;
        return $"a{(desk % 10) + 1}{_random.Below(24):00}";
    }

    private int? HandleSeconds(Reason reason, Channel channel) => channel switch
    {
        Channel.Phone => Quantiles.HandleTime(ref _random, reason.Handle),
        Channel.Chat => Quantiles.HandleTime(ref _random, reason.Handle * 5 / 4),
        Channel.Email => _random.PerMille(550) ? null : Quantiles.HandleTime(ref _random, reason.Handle * 4 / 5),
        _ => _random.PerMille(750) ? null : Quantiles.HandleTime(ref _random, reason.Handle / 2),
    };

    private int? WaitSeconds(Channel channel, int load) => channel switch
    {
        Channel.Phone => Quantiles.WaitTime(ref _random, 15 + (70 * load / 1000)),
        Channel.Chat => Quantiles.WaitTime(ref _random, 25),
        _ => null,
    };

    private int Transfers() => Weighted.Draw<int>(ref _random, [(0, 890), (1, 90), (2, 20)]);

    private int? Csat(Reason reason, Channel channel)
    {
        var asked = channel is Channel.Phone or Channel.Chat && _random.PerMille(110);
        return asked ? Weighted.Draw<int>(ref _random, reason.Repeat >= 100 ? WearyRatings : ContentRatings) : null;
    }
}
