namespace CxRules.Samples.Packs.Packs;

/// <summary>Harbour Energy, January to April 2026: bills go out on the first of each month.</summary>
internal static class UtilityPack
{
    private const string Desk = "agent=h1|h2|h3|h4|h5|h6|h7";

    public static Pack Pack { get; } = new("utility", "HE", Dates.Day("2026-01-01"), Dates.Day("2026-04-30"), ["record", "channel", "disposition", "queue", "agent", "handle", "tag"])
    {
        Holidays = [Dates.Day("2026-01-01"), Dates.Day("2026-04-03"), Dates.Day("2026-04-06")],
        Prices = new(29.50m, 6.50m),
        Flows =
        [
            // Ordinary weeks: 46 questions about the bill, 17 bills too high, 35 readings …
            new("questions about the bill", $"disposition=bill-question; channel=phone|phone|chat|email; queue=billing; handle=~320|~320|~320|; {Desk}", Days.Usual(8, 4, 2)),
            new("more of them after each bill run", $"disposition=bill-question; channel=phone; queue=billing; handle=~320; {Desk}", Days.On(6, "2026-01-02", "2026-01-03", "2026-02-02", "2026-02-03", "2026-03-02", "2026-03-03", "2026-04-02", "2026-04-03")),
            new("bills that seem too high", $"disposition=bill-too-high; channel=phone|email; queue=billing; handle=~420; {Desk}", Days.Usual(3, 1, 1)),
            new("copies of bills", $"disposition=bill-copy; channel=email|chat; queue=billing; handle=~150; {Desk}", Days.Usual(3, 1)),
            new("meter readings", $"disposition=meter-reading; channel=phone|web|chat; queue=metering; handle=~180; {Desk}", Days.Usual(6, 3, 2)),
            new("appointments for a new meter", $"disposition=meter-appointment; channel=phone; queue=metering; handle=~260; {Desk}", Days.Usual(4, 2)),
            new("people who move", $"disposition=moving-home; channel=phone|web; queue=general; handle=~480; {Desk}", Days.Usual(5, 2)),
            new("questions about tariffs", $"disposition=tariff-question; channel=phone|chat; queue=general; handle=~390; {Desk}", Days.Usual(5, 2)),
            new("a few that fit no code", $"disposition=other; channel=phone; queue=general; handle=~300; {Desk}", Days.Usual(0, 1, 1)),
            new("supply lost", $"disposition=supply-lost; channel=phone; queue=supply; handle=~350; {Desk}", Days.Usual(2, 1, 1)),
            new("log-ins that fail", $"disposition=portal-login; channel=web|chat; queue=digital; handle=~200; {Desk}", Days.Usual(4, 2, 2)),

            new("The portal refuses every second password for two weeks", $"disposition=portal-login; channel=web|chat|phone; queue=digital; handle=~240; {Desk}", Days.Each(15, ("2026-02-16", "2026-03-01"))) { Finds = "portal-down" },
            new("Fitters do not come; each customer calls again the day after", $"disposition=meter-appointment; channel=phone; queue=metering; handle=~280; {Desk}", Days.Weekdays(8, ("2026-02-23", "2026-03-13")))
            {
                Finds = "same-reason-again",
                Hours = (8, 17),
                Then = [new(TimeSpan.FromHours(26), "handle=~340")],
            },
            new("Two weeks of readings that do not arrive", $"disposition=meter-reading; channel=phone; queue=metering; handle=~200; {Desk}", Days.Each(3, ("2026-03-09", "2026-03-22"))) { Finds = "agreed-limit/meter" },
            new("A week of bills that got lost in the post", $"disposition=bill-copy; channel=phone; queue=billing; handle=~170; {Desk}", Days.Each(4, ("2026-03-23", "2026-03-29"))) { Finds = "agreed-limit/copies" },
            new("The cold of March is on the bill", $"disposition=bill-too-high; channel=phone; queue=billing; handle=~450; {Desk}", Days.Each(6, ("2026-03-23", "2026-03-29"))) { Finds = "dearer-than-last-month" },
            new("The announced price change", $"disposition=bill-too-high; channel=phone; queue=billing; handle=~450; {Desk}", Days.Each(6, ("2026-04-01", "2026-04-10"))) { Finds = "nothing: dearer-than-last-month looks away during price changes" },
            new("The April run estimates readings it should have had", $"disposition=bill-question; channel=phone; queue=billing; handle=~380; {Desk}", Days.Each(20, ("2026-04-01", "2026-04-04"))) { Finds = "bill-run-wave" },
            new("A menu change sends agents to 'other'", $"disposition=other; channel=phone; queue=general; handle=~330; {Desk}", Days.Weekdays(5, ("2026-04-07", "2026-04-24"))) { Finds = "coded-as-other" },
            new("Customers who depend on their supply", $"disposition=supply-lost; channel=phone; queue=supply; handle=~400; tag=vulnerable; {Desk}", Days.On(1, "2026-01-20", "2026-02-03", "2026-02-27", "2026-03-14", "2026-04-22")) { Finds = "vulnerable-and-cut-off" },
            new("One of them asks about a bill", $"disposition=bill-question; channel=phone; queue=billing; handle=~300; tag=vulnerable; {Desk}", Days.On(1, "2026-03-05")) { Finds = "nothing: it is no lost supply" },
            new("Two ideas about the bill, three weeks apart", "record=idea; disposition=bill-question; channel=desk; agent=h3|h5", Days.On(1, "2026-02-10", "2026-03-03")) { Finds = "ideas" },
            new("One about readings", "record=idea; disposition=meter-reading; channel=desk; agent=h2", Days.On(1, "2026-03-20")) { Finds = "ideas" },
        ],
        Expected =
        [
            new("case", "portal-down", "39 on 17 February is not beyond chance of 24; 54 on the 18th is. Back to 24 from 9 March on and a week later it is over; the last window beyond chance ends on 7 March")
            {
                Owners = "Digital", Opened = "2026-02-18T00:00", Closed = "2026-03-15T00:00", Counted = ("2026-02-11", "2026-03-07"),
                Rows = row => row.IsContact && row["disposition"] == "portal-login",
            },
            new("case", "ideas", "The second idea comes 21 days after the first, within 28: one case; it is over when 28 days have none")
            {
                Group = "touchpoint=bill", Owners = "Billing", Opened = "2026-02-11T00:00", Closed = "2026-04-01T00:00",
                Rows = row => row["record"] == "idea" && row["disposition"] == "bill-question",
            },
            new("case", "same-reason-again", "8 new a day, and the 8 of the day before: 8 of 46 on 25 February, 16 of 62 on the 26th. The last one returns on 14 March")
            {
                Group = "disposition=meter-appointment", Owners = "Metering", Opened = "2026-02-26T00:00", Closed = "2026-03-22T00:00", Counted = ("2026-02-19", "2026-03-21"), IsPriced = true,
                Rows = row => row["disposition"] == "meter-appointment",
            },
            new("case", "meter-by-tally", "The first line counts 6 in 2 of 10 hours: 30 a day, surely more than 8. Nothing ends it, as nobody counts any more")
            {
                Owners = "Metering", Opened = "2026-03-03T00:00",
            },
            new("case", "agreed-limit/meter", "35 and 21 are more than 40; so again a week later")
            {
                Owners = "Metering", Opened = "2026-03-16T07:00", Closed = "2026-03-30T07:00", Counted = ("2026-03-09", "2026-03-23"), IsPriced = true,
                Rows = row => row.IsContact && row["disposition"] == "meter-reading",
            },
            new("case", "ideas", "One idea; 28 days later it is over")
            {
                Group = "touchpoint=meter", Owners = "Metering", Opened = "2026-03-21T00:00", Closed = "2026-04-18T00:00",
                Rows = row => row["record"] == "idea" && row["disposition"] == "meter-reading",
            },
            new("case", "dearer-than-last-month", "59 against 17 four weeks before. The Mondays of April's price change are not looked at; the next is quiet")
            {
                Owners = "Customer Relations", Opened = "2026-03-30T00:00", Closed = "2026-04-20T00:00", Counted = ("2026-03-23", "2026-03-30"),
                Rows = row => row["disposition"] == "bill-too-high",
            },
            new("case", "agreed-limit/copies", "16 and 28 are more than 30")
            {
                Owners = "Billing", Opened = "2026-03-30T07:00", Closed = "2026-04-06T07:00", Counted = ("2026-03-23", "2026-03-30"), IsPriced = true,
                Rows = row => row["disposition"] == "bill-copy",
            },
            new("case", "calls-per-hundred-bills", "Three whole cycles, January to March: more than 800 contacts for 36000 bills. So again with those of February to April, and no evaluation after that")
            {
                Owners = "Billing", Opened = "2026-04-01T00:00",
                Rows = row => row.IsContact && row["disposition"] is "bill-question" or "bill-too-high",
            },
            new("case", "bill-run-wave", "28 on a Wednesday that usually has 8; so until Saturday. Sunday is quiet")
            {
                Owners = "Billing", Opened = "2026-04-02T00:00", Closed = "2026-04-06T00:00", Counted = ("2026-04-01", "2026-04-05"),
                Rows = row => row["disposition"] == "bill-question",
            },
            new("case", "coded-as-other", "7 of 53 on 8 April, 12 of 58 on the 9th; 12 of 66 in the window that ends on the 30th, 7 of 61 in the one after it")
            {
                Group = "queue=general", Owners = "CX", Opened = "2026-04-09T00:00", Closed = "2026-05-01T00:00", Counted = ("2026-04-02", "2026-04-30"), IsPriced = true,
                Rows = row => row["disposition"] == "other",
            },
            new("notify customers", "fixed-then-told", "The fix is claimed on 2 March; four ordinary weeks later, on the 30th, it is verified. Each contact of the case is another customer's")
            {
                Opened = "2026-03-30T00:00", Counted = ("2026-02-11", "2026-03-07"),
                Rows = row => row.IsContact && row["disposition"] == "portal-login",
            },
            new("notify agents", "fixed-then-told", "All seven") { Opened = "2026-03-30T00:00", Tasks = 7 },
            new("escalate", "vulnerable-and-cut-off", "Each of the five by itself") { Owners = "Chief Operating Officer", Rows = row => row["tag"] == "vulnerable" && row["disposition"] == "supply-lost" },
            new("call back", "vulnerable-and-cut-off", "Each of the five by itself") { Rows = row => row["tag"] == "vulnerable" && row["disposition"] == "supply-lost" },
            new("tag recover", "vulnerable-and-cut-off", "Each of the five by itself") { Rows = row => row["tag"] == "vulnerable" && row["disposition"] == "supply-lost" },
        ],
        Files = [("exposure/bills.csv", "date,count\n" + string.Concat(Enumerable.Range(0, 17).Select(month => $"{new DateOnly(2026, 1, 1).AddMonths(month):yyyy-MM-dd},12000\n")))],
    };
}
