using System.Collections.Immutable;

namespace CxRules.Samples.Packs.Packs;

/// <summary>Quayside Bank, January to April 2026.</summary>
internal static class RetailBankPack
{
    private const string Desk = "agent=q1|q2|q3|q4|q5|q6";

    public static Pack Pack { get; } = new("retail-bank", "QB", Dates.Day("2026-01-01"), Dates.Day("2026-04-30"), ["channel", "disposition", "product", "segment", "queue", "agent", "handle", "wait", "rating", "outcome", "escalation"])
    {
        Holidays = [Dates.Day("2026-01-01"), Dates.Day("2026-02-02"), Dates.Day("2026-03-17"), Dates.Day("2026-04-06")],
        Prices = new(33m, 7m) { Fees = ImmutableDictionary<string, decimal>.Empty.Add("phone", 0.80m) },
        Flows =
        [
            // Ordinary weeks: 33 questions about payments, 31 blocked cards, 16 fees, 26 log-ins that fail on the web …
            new("questions about payments", $"disposition=payment-question; channel=phone; segment=private|business; queue=payments; rating=|5||4|||2|; wait=~40; handle=~310; outcome=answered; {Desk}", Days.Usual(6, 2, 1)),
            new("fees", $"disposition=account-fee; outcome=refunded|kept|kept; channel=phone|email; segment=private; queue=accounts; wait=~40; handle=~330; {Desk}", Days.Usual(3, 1)),
            new("blocked cards", $"disposition=card-blocked; segment=private|private|business; channel=phone|chat; product=debit|credit; queue=cards; wait=~40; handle=~280; rating=5|4||; outcome=answered; {Desk}", Days.Usual(5, 3, 3)),
            new("declined cards", $"disposition=card-declined; product=debit|credit; channel=phone; segment=private; queue=cards; wait=~40; handle=~260; outcome=answered; {Desk}", Days.Usual(3, 3, 3)) { Hours = (9, 21) },
            new("mortgages", $"disposition=mortgage; channel=phone|email; segment=private; queue=loans; wait=~40; handle=~700; rating=|4||5; outcome=answered; {Desk}", Days.Usual(4)),
            new("log-ins that fail on the web", "disposition=login; channel=web; segment=private; queue=web; handle=0; outcome=failed", Days.Usual(4, 3, 3)),
            new("log-ins by phone", $"disposition=login; channel=phone; segment=private; queue=web; wait=~40; handle=~220; outcome=answered; {Desk}", Days.Usual(2, 1, 1)),

            new("Transfers fail on the web, and the customer phones three hours later", "disposition=transfer; channel=web; segment=private; queue=web; handle=0; outcome=failed", Days.Weekdays(5, ("2026-02-23", "2026-03-20")))
            {
                Finds = "web-then-call",
                Hours = (8, 15),
                Then = [new(TimeSpan.FromHours(3), $"disposition=payment-question; channel=phone; queue=payments; wait=~40; handle=~360; outcome=answered; {Desk}")],
            },
            new("Others phone 30 hours later", "disposition=transfer; channel=web; segment=private; queue=web; handle=0; outcome=failed", Days.Weekdays(2, ("2026-02-23", "2026-03-20")))
            {
                Finds = "nothing: later than 24 hours",
                Hours = (8, 13),
                Then = [new(TimeSpan.FromHours(30), $"disposition=payment-question; channel=phone; queue=payments; wait=~40; handle=~340; outcome=answered; {Desk}")],
            },
            new("Companies whose cards a filter blocks", $"disposition=card-blocked; channel=phone; segment=business; product=debit|credit; queue=cards; wait=~40; handle=~300; outcome=answered; {Desk}", Days.On(20, "2026-03-02", "2026-03-03", "2026-03-04")) { Finds = "blocked-cards" },
            new("An hour in which nobody knows the new form", $"disposition=payment-question; channel=phone; segment=private; queue=payments; wait=~40; handle=~500; rating=1|2|2|1|2|4|1|2|5|4|3|1; outcome=answered; {Desk}", Days.On(12, "2026-03-11")) { Finds = "unhappy-hour; unhappy-customer", Hours = (14, 15) },
            new("Two days with half of the agents ill", $"disposition=payment-question; channel=phone; segment=private; queue=payments; wait=~900; handle=~320; outcome=answered; {Desk}", Days.On(20, "2026-03-24", "2026-03-25")) { Finds = "long-waits" },
            new("The same on a Saturday", $"disposition=payment-question; channel=phone; segment=private; queue=payments; wait=~900; handle=~320; outcome=answered; {Desk}", Days.On(20, "2026-02-14")) { Finds = "nothing: long-waits looks at weekdays" },
            new("The terminals of a chain of shops refuse debit cards", $"disposition=card-declined; product=debit; channel=phone; segment=private; queue=cards; wait=~40; handle=~240; outcome=answered; {Desk}", Days.On(14, "2026-04-14")) { Finds = "cards-declined", Hours = (17, 18) },
            new("and an hour later still", $"disposition=card-declined; product=debit; channel=phone; segment=private; queue=cards; wait=~40; handle=~240; outcome=answered; {Desk}", Days.On(14, "2026-04-14")) { Finds = "cards-declined", Hours = (18, 19) },
            new("A fee that is given back to whoever asks", $"disposition=account-fee; outcome=refunded; channel=phone; segment=private; queue=accounts; wait=~40; handle=~300; {Desk}", Days.Weekdays(12, ("2026-04-13", "2026-04-30"))) { Finds = "fees-paid-back" },
            new("Three mortgages that the regulator reads about", $"disposition=mortgage; channel=email; segment=private; queue=loans; handle=~900; escalation=regulator; outcome=answered; {Desk}", Days.On(1, "2026-02-12", "2026-03-19", "2026-04-21")) { Finds = "regulator" },
        ],
        Expected =
        [
            new("case", "web-then-call", "5 on each weekday: 15 on 26 February, 20 on the 27th. 20 until 24 March; below 6 from the 27th, and 14 days after that it is over")
            {
                Owners = "Digital", Opened = "2026-02-27T00:00", Closed = "2026-04-09T00:00",
                Rows = row => row["channel"] == "phone" && row.Flow.Finds == "web-then-call",
            },
            new("case", "blocked-cards", "10 and 20 on 3 March; the last window with planted days ends on the 11th")
            {
                Group = "segment=business", Owners = "Cards", Opened = "2026-03-03T00:00", Closed = "2026-03-12T00:00", Counted = ("2026-02-24", "2026-03-11"),
                Rows = row => row["disposition"] == "card-blocked" && row["segment"] == "business",
            },
            new("case", "unhappy-hour", "8 of 12 ratings between 14:00 and 15:00, and hardly another")
            {
                Owners = "Contact Center", Opened = "2026-03-11T15:00", Closed = "2026-03-11T16:00", Counted = ("2026-03-11T14:00", "2026-03-11T15:00"),
                Rows = _ => true,
            },
            new("case", "long-waits", "Ten of some forty callers wait more than 15 minutes on the 24th and the 25th; on other days nobody waits for 8")
            {
                Owners = "Contact Center", Opened = "2026-03-25T00:00", Closed = "2026-03-27T00:00", Counted = ("2026-03-24", "2026-03-26"),
                Rows = row => row["channel"] == "phone",
            },
            new("case", "cards-declined", "14 in an hour that usually has none, twice")
            {
                Group = "product=debit", Owners = "Cards", Opened = "2026-04-14T18:00", Closed = "2026-04-14T20:00", Counted = ("2026-04-14T17:00", "2026-04-14T19:00"),
                Rows = row => row["disposition"] == "card-declined" && row["product"] == "debit",
            },
            new("case", "fees-paid-back", "20 of 61 in an ordinary month; with 36 more 56 of 97, with 48 more 68 of 109: on 17 April")
            {
                Owners = "Accounts", Opened = "2026-04-17T00:00", Counted = ("2026-03-20", "2026-05-01"),
                Rows = row => row["disposition"] == "account-fee",
            },
            new("routed", "regulator", "Three complaints, each 16 times 35 EUR beyond its handling")
            {
                Owners = "Home Loans", IsPriced = true, Beyond = 3 * 16 * 35m,
                Rows = row => row["escalation"] == "regulator",
            },
            new("call back", "unhappy-customer", "Whoever gives a 1 or a 2 on the phone") { Rows = IsUnhappy },
            new("tag recover", "unhappy-customer", "The same contacts") { Rows = IsUnhappy },
        ],
    };

    private static bool IsUnhappy(Row row) => row["channel"] == "phone" && row.Number("rating") <= 2;
}
