using System.Collections.Immutable;

namespace CxRules.Samples.Packs.Packs;

/// <summary>Lighthouse Mobile, January to April 2026: a new bill, an outage in the north, a release of the app.</summary>
internal static class MobilePack
{
    private const string Desk = "agent=m1|m2|m3|m4|m5";

    public static Pack Pack { get; } = new("mobile", "LM", Dates.Day("2026-01-01"), Dates.Day("2026-04-30"), ["channel", "disposition", "region", "queue", "agent", "handle", "first_billed", "cancelled", "reason"])
    {
        Holidays = [Dates.Day("2026-01-01"), Dates.Day("2026-04-03"), Dates.Day("2026-04-06")],
        Prices = new(30m, 6m) { Fees = ImmutableDictionary<string, decimal>.Empty.Add("phone", 0.90m).Add("chat", 0.30m) },
        Flows =
        [
            // Ordinary weeks: 35 about the bill, 31 about the app, 21 without service and 36 slow lines in three regions …
            new("questions about the bill", $"disposition=billing-confusion; channel=phone|phone|chat|email; region=north|south|west; queue=billing; handle=~400|~400|~400|; cancelled=false; {Desk}", Days.Usual(6, 3, 2)),
            new("another price than promised", $"disposition=price-mismatch; channel=phone; region=south; queue=billing; handle=~480; first_billed=-20|-12|-33; cancelled=false; {Desk}", Days.Usual(1)),
            new("trouble with the app", $"disposition=app-error; channel=chat|web; region=north|south|west; queue=digital; handle=~240; cancelled=false; {Desk}", Days.Usual(5, 3, 3)),
            new("no service", $"disposition=no-service; region=north|south|west; channel=phone; queue=technical; handle=~380; cancelled=false; {Desk}", Days.Usual(3, 3, 3)),
            new("slow lines", $"disposition=slow-internet; region=north|south|west; channel=phone|chat; queue=technical; handle=~520; cancelled=false; {Desk}", Days.Usual(6, 3, 3)),
            new("a better phone", $"disposition=upgrade; channel=phone|chat; region=north|south|west; queue=sales; handle=~450; cancelled=false; {Desk}", Days.Usual(5, 4, 1)),
            new("roaming", $"disposition=roaming; channel=chat|email; region=north|south|west; queue=sales; handle=~250; cancelled=false; {Desk}", Days.Usual(3, 1, 1)),
            new("customers who leave", $"disposition=cancel-service; channel=phone; region=north|south|west; queue=retention; handle=~600; cancelled=true; reason=price|competitor|moving; {Desk}", Days.Usual(1)),

            new("The new bill of 2 March; every sixth customer who asks leaves two days later", $"disposition=billing-confusion; channel=phone|chat; region=north|south|west; queue=billing; handle=~430; cancelled=false; {Desk}", Days.Each(30, ("2026-03-02", "2026-03-22")))
            {
                Finds = "billing-confusion; bill-drives-away",
                Then = [new(TimeSpan.FromDays(2), "disposition=cancel-service; channel=phone; queue=retention; handle=~600; cancelled=true; reason=bill-not-clear", Every: 6)],
            },
            .. Outage(),
            new("Slow lines beside the outage", $"disposition=slow-internet; region=north; channel=phone; queue=technical; handle=~500; cancelled=false; {Desk}", Days.On(30, "2026-02-17")) { Finds = "nothing: suppressed; told-about-outage takes them", Hours = (16, 22) },
            new("A day of slow lines in the west", $"disposition=slow-internet; region=west; channel=phone; queue=technical; handle=~540; cancelled=false; {Desk}", Days.On(25, "2026-03-24")) { Finds = "slow-in-a-region" },
            new("The release of 10 March fails on older phones", $"disposition=app-error; channel=chat; region=north|south|west; queue=digital; handle=~300; cancelled=false; {Desk}", Days.On(14, "2026-03-11", "2026-03-12")) { Finds = "app-after-release" },
            new("Trouble with the app without a release", $"disposition=app-error; channel=chat; region=north|south|west; queue=digital; handle=~300; cancelled=false; {Desk}", Days.On(14, "2026-02-25")) { Finds = "nothing: app-after-release only looks after releases" },
            new("An offer that the price list does not know, on first bills", $"disposition=price-mismatch; channel=phone; region=south; queue=billing; handle=~500; first_billed=-14|-25|-40; cancelled=false; {Desk}", Days.Each(8, ("2026-04-07", "2026-04-16"))) { Finds = "first-bill-price" },
            new("Customers of long standing find a price too high", $"disposition=price-mismatch; channel=phone; region=south; queue=billing; handle=~500; first_billed=-200|-400; cancelled=false; {Desk}", Days.Each(8, ("2026-02-09", "2026-02-13"))) { Finds = "nothing: it is not their first bill" },
        ],
        Expected =
        [
            new("case", "outage-here", "15 in the hour to 16:00, 9 in each of the six after it: 18 in the six hours to 02:00, 9 in those to 03:00")
            {
                Group = "region=north", Owners = "Networks", Opened = "2026-02-17T16:00", Closed = "2026-02-18T03:00", Counted = ("2026-02-17T10:00", "2026-02-18T02:00"),
                Rows = row => row["disposition"] == "no-service" && row["region"] == "north",
            },
            new("case", "gone-after-outage", "22 customers leave on 23 February, six days after the outage: that day is in the 28 days until 23 March. Winning 22 new ones costs 180 GBP each")
            {
                Owners = "Networks and Retention", Opened = "2026-02-24T00:00", Closed = "2026-03-24T00:00", IsPriced = true, Beyond = 22 * 180m,
                Rows = row => row["reason"] == "outage",
            },
            new("case", "billing-confusion", "65 on 3 March where 35 are usual, 95 on the 4th; the last planted day leaves the window on the 30th, and a week later it is over")
            {
                Owners = "Billing", Opened = "2026-03-04T00:00", Closed = "2026-04-05T00:00", Counted = ("2026-02-24", "2026-03-29"),
                Rows = row => row["disposition"] == "billing-confusion",
            },
            new("case", "bill-drives-away", "Five of the 30 of 2 March leave on the 4th; those of the 22nd are in the window until the 29th, and 14 days after that it is over")
            {
                Owners = "Retention and Billing", Opened = "2026-03-05T00:00", Closed = "2026-04-12T00:00", Counted = ("2026-02-26", "2026-03-29"),
                Rows = row => row["disposition"] == "billing-confusion",
            },
            new("case", "app-after-release", "19 on each of the two days where 5 are usual. The rule looks again after the release of 14 April, and all is quiet")
            {
                Owners = "Digital", Opened = "2026-03-12T00:00", Closed = "2026-04-15T00:00", Counted = ("2026-03-11", "2026-03-13"),
                Rows = row => row["disposition"] == "app-error",
            },
            new("case", "slow-in-a-region", "25 in a day where two are usual; the 30 of the north on 17 February are the outage's")
            {
                Group = "region=west", Owners = "Networks", Opened = "2026-03-25T00:00", Closed = "2026-03-26T00:00", Counted = ("2026-03-24", "2026-03-25"),
                Rows = row => row["disposition"] == "slow-internet" && row["region"] == "west",
            },
            new("case", "first-bill-price", "8 a day from 7 April: 16 and three to five others on the 9th. Below 8 a week from the 24th, but not for 14 days yet")
            {
                Owners = "Marketing and Billing", Opened = "2026-04-09T00:00", Counted = ("2026-04-02", "2026-04-22"), IsPriced = true,
                Rows = row => row["disposition"] == "price-mismatch",
            },
            new("escalate", "past-its-cap", "Declined on 6 March; some 80 GBP a day are more than 400 when the 10th is over. To the day this comes of the evaluators, and not by hand")
            {
                Owners = "Chief Operating Officer", Opened = "2026-03-11T00:00", Tasks = 1,
            },
            new("notify customers", "told-about-outage", "Who calls from the north while the outage is known: 16:00 to 03:00") { Rows = InTheOutage },
            new("tag recover", "told-about-outage", "The same contacts") { Rows = InTheOutage },
        ],
    };

    private static bool InTheOutage(Row row) => row["region"] == "north" && row["disposition"] is "no-service" or "slow-internet"
        && row.At >= Dates.Moment("2026-02-17T16:00") && row.At < Dates.Moment("2026-02-18T03:00");

    /// <summary>15 in the first hour, 9 in each of the six after it; every fourth customer leaves six days later.</summary>
    private static IEnumerable<Flow> Outage() => Enumerable.Range(15, 7).Select(hour => new Flow(
        "A cut cable leaves the north without service", $"disposition=no-service; region=north; channel=phone; queue=technical; handle=~300; cancelled=false; {Desk}", Days.On(hour == 15 ? 15 : 9, "2026-02-17"))
    {
        Finds = "outage-here; gone-after-outage",
        Hours = (hour, hour + 1),
        Then = [new(TimeSpan.FromDays(6), "disposition=cancel-service; queue=retention; handle=~600; cancelled=true; reason=outage", Every: 4)],
    });
}
