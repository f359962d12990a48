using System.Collections.Immutable;

namespace CxRules.Samples.Packs.Packs;

/// <summary>Corner Shop, January to April 2026: 160 orders a day.</summary>
internal static class ShopPack
{
    private const string Usual = "abandoned=false; transfers=0|0|0|1; agent=s1|s2|s3|s4";
    private const string Straight = "abandoned=false; transfers=0; agent=s1|s2|s3|s4";

    public static Pack Pack { get; } = new("shop", "CS", Dates.Day("2026-01-01"), Dates.Day("2026-04-30"), ["channel", "disposition", "carrier", "basket", "queue", "agent", "handle", "outcome", "abandoned", "transfers"])
    {
        Holidays = [Dates.Day("2026-01-01"), Dates.Day("2026-04-06")],
        Prices = new(27m, 4m) { Fees = ImmutableDictionary<string, decimal>.Empty.Add("phone", 0.60m).Add("chat", 0.20m) },
        Flows =
        [
            // Ordinary weeks: 37 ask for their parcel, 36 have it late from one of three carriers, 12 miss something that the page has …
            new("where is my parcel?", $"disposition=order-status; channel=chat|email|phone; queue=orders; handle=~180; outcome=answered; {Usual}", Days.Usual(6, 4, 3)),
            new("late parcels", $"disposition=delivery-late; carrier=alpha|bravo|coast; channel=phone|chat; queue=orders; handle=~300; outcome=answered; {Usual}", Days.Usual(6, 4, 2)),
            new("not in stock", $"disposition=not-in-stock; channel=chat|phone; queue=orders; handle=~200; outcome=answered; {Usual}", Days.Usual(2, 1, 1)),
            new("refunds, confirmed four days later", $"disposition=refund-request; channel=phone|email; queue=payments; handle=~260; outcome=refund-promised; {Usual}", Days.Usual(2))
            {
                Then = [new(TimeSpan.FromDays(4), "disposition=refund-confirmed; channel=email; handle=~60; outcome=answered; transfers=0")],
            },
            new("returns", $"disposition=return; channel=chat|email|phone; queue=returns; handle=~240; outcome=answered; {Usual}", Days.Usual(4, 2, 1)),
            new("questions before buying", $"disposition=product-question; channel=chat|phone; queue=sales; handle=~280; outcome=answered; {Usual}", Days.Usual(4, 3, 1)),
            new("callers who give up", "disposition=; channel=phone; queue=orders; handle=0; abandoned=true; transfers=0", Days.Usual(1, 1)),
            new("small baskets left behind", "disposition=checkout; channel=web; basket=40|60|90; queue=web; handle=0; abandoned=true; transfers=0", Days.Usual(1, 1, 1)),

            new("The tracking page is down for two weeks", $"disposition=order-status; channel=chat|phone; queue=orders; handle=~200; outcome=answered; {Straight}", Days.Each(12, ("2026-02-09", "2026-02-22"))) { Finds = "where-is-my-parcel" },
            new("Refunds that nobody confirms", $"disposition=refund-request; channel=phone; queue=payments; handle=~280; outcome=refund-promised; {Straight}", Days.Weekdays(3, ("2026-02-02", "2026-02-27"))) { Finds = "refund-not-confirmed" },
            new("Snow: the carrier alpha", $"disposition=delivery-late; carrier=alpha; channel=phone; queue=orders; handle=~400; outcome=answered; {Straight}", Days.On(30, "2026-03-02", "2026-03-03", "2026-03-04")) { Finds = "late-by-carrier" },
            new("Snow: the carrier bravo", $"disposition=delivery-late; carrier=bravo; channel=phone; queue=orders; handle=~400; outcome=answered; {Straight}", Days.On(24, "2026-03-02", "2026-03-03", "2026-03-04")) { Finds = "late-by-carrier" },
            new("Snow: the carrier coast", $"disposition=delivery-late; carrier=coast; channel=chat; queue=orders; handle=~200; outcome=answered; {Straight}", Days.On(18, "2026-03-02", "2026-03-03", "2026-03-04")) { Finds = "nothing: two carriers cost more" },
            new("Callers who give up, and write to us 90 minutes later", "disposition=; channel=phone; queue=orders; handle=0; abandoned=true; transfers=0", Days.Weekdays(8, ("2026-03-09", "2026-03-20")))
            {
                Finds = "abandoned-and-back",
                Hours = (9, 15),
                Then = [new(TimeSpan.FromMinutes(90), $"disposition=product-question; channel=chat; handle=~260; outcome=answered; {Straight}")],
            },
            new("Returns that three teams hand on", "disposition=return; channel=phone; queue=returns; handle=~700; outcome=answered; abandoned=false; transfers=2|3; agent=s1|s2|s3|s4", Days.Each(8, ("2026-03-23", "2026-03-29"))) { Finds = "handed-on" },
            new("The page shows stock of last week", $"disposition=not-in-stock; channel=chat|phone; queue=orders; handle=~220; outcome=answered; {Straight}", Days.Each(16, ("2026-04-13", "2026-04-16"))) { Finds = "stock-wrong" },
            new("Large baskets left behind", "disposition=checkout; channel=web; basket=350|420|610|280; queue=web; handle=0; abandoned=true; transfers=0", Days.On(1, "2026-01-28", "2026-02-18", "2026-03-13", "2026-04-09")) { Finds = "big-basket" },
        ],
        Expected =
        [
            new("case", "where-is-my-parcel", "1120 orders a week: 49 of 37 and 12 on 10 February are 4.4, 61 on the 11th 5.4. 61 in the window that ends on the 28th; below 4 from 2 March, and a week later it is over")
            {
                Owners = "Logistics", Opened = "2026-02-11T00:00", Closed = "2026-03-08T00:00", Counted = ("2026-02-04", "2026-02-28"), IsPriced = true,
                Rows = row => row["disposition"] == "order-status",
            },
            new("case", "refund-not-confirmed", "The promises of 2 February are broken on the 12th: 3, 6, 9, and 12 in the week that ends on the 16th. The last three are broken on 9 March; below 3 from the 17th, and 14 days after that it is over")
            {
                Owners = "Payments", Opened = "2026-02-16T00:00", Closed = "2026-03-30T00:00", Counted = ("2026-02-09", "2026-03-13"), IsPriced = true,
                Known = row => row.At.AddDays(10),
                Rows = row => row["outcome"] == "refund-promised" && row.Flow.Finds == "refund-not-confirmed",
            },
            new("case", "late-by-carrier", "42 where 12 are usual; the last window with planted days ends on 11 March")
            {
                Group = "carrier=alpha", Owners = "Logistics", Opened = "2026-03-03T00:00", Closed = "2026-03-12T00:00", Counted = ("2026-02-24", "2026-03-11"),
                Rows = row => row["carrier"] == "alpha",
            },
            new("case", "late-by-carrier", "36 where 12 are usual; coast with 30 shorter contacts is the third")
            {
                Group = "carrier=bravo", Owners = "Logistics", Opened = "2026-03-03T00:00", Closed = "2026-03-12T00:00", Counted = ("2026-02-24", "2026-03-11"),
                Rows = row => row["carrier"] == "bravo",
            },
            new("case", "abandoned-and-back", "8 on 9 March, 16 with those of the 10th; 16 in the week that ends on the 26th")
            {
                Owners = "Customer Service", Opened = "2026-03-11T00:00", Closed = "2026-03-27T00:00", IsPriced = true,
                Rows = row => row["abandoned"] == "true" && row.Flow.Finds == "abandoned-and-back",
            },
            new("case", "handed-on", "8 more each day of the 217 of a week: 24 of 225 on 26 March, 32 of 217 on the 27th; 24 of 191 in the week that ends on 3 April, 16 in the next")
            {
                Owners = "Customer Service", Opened = "2026-03-27T00:00", Closed = "2026-04-04T00:00", IsPriced = true,
                Rows = row => row.Number("transfers") >= 2,
            },
            new("case", "stock-wrong", "28 against 36 late parcels on 14 April, 44 on the 15th; 44 in the week that ends on the 22nd")
            {
                Owners = "Web", Opened = "2026-04-15T00:00", Closed = "2026-04-23T00:00", Counted = ("2026-04-08", "2026-04-22"), IsPriced = true,
                Rows = row => row["disposition"] is "not-in-stock" or "delivery-late",
            },
            new("call back", "big-basket", "Four baskets above 200 EUR") { Rows = row => row.Number("basket") > 200 },
            new("tag recover", "big-basket", "The same contacts") { Rows = row => row.Number("basket") > 200 },
        ],
        Files = [("exposure/orders.csv", "date,count\n" + string.Concat(Enumerable.Range(0, 485).Select(day => $"{new DateOnly(2026, 1, 1).AddDays(day):yyyy-MM-dd},160\n")))],
    };
}
