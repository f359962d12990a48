using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Model.Sources;
using CxRules.Model.Time;
using CxRules.Testing.Replays;

namespace CxRules.Report.Tests;

/// <summary>A made-up replay of twelve cases with the names that break reports: markup, quotes, terminal codes, very long words.</summary>
internal static class Sample
{
    public const string Script = "<script>alert(\"x\")</script>";
    public const string Escape = "Billing\e[31m & \u202Eevil";
    public const string NoChance = "not distinguishable from chance";

    private static readonly ZoneRules s_newYork = new("America/New_York", [(0, -4 * TimeSpan.TicksPerHour)]);

    public static ReplayResult Result { get; } = new()
    {
        RuleSetName = "city-of-\"quotes\" & <b>tags</b>",
        RuleSetHash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        History = new()
        {
            Files = ["samples/boston-311/history.csv.gz"],
            Received = 58_268,
            Accepted = 58_251,
            Duplicate = 5,
            Rejected = 12,
            FromUtc = new(2011, 7, 1, 5, 32, 33, DateTimeKind.Utc),
            ToUtc = new(2011, 12, 31, 20, 1, 0, DateTimeKind.Utc),
            Zone = s_newYork,
        },
        Cases =
        [
            Case(1, "broken-signs", null, [], ["Public Works"], 4, 96, 8.5m, 10.2, null, NoChance),
            Case(0, "storm-damage", "Storm damage that residents report", [], ["Parks"], 3, 1015, 21.5m, 752, 41_250.75m, null, Severity.Critical),
            Case(2, "billing-confusion", "Customers cannot read the new bill", [new("product", "Broadband"), new("region", "North")], ["Billing"], 24, 4_812, 3_120.4m, 260, 28_400m, null, Severity.High),
            Case(3, "script", Script, [new("product", Script)], [Escape], 2, 310, 120m, 190, 1_904.5m, null),
            Case(4, "long", "Averyveryveryveryveryveryveryveryveryveryveryverylongtitlewithoutasinglespaceinit", [new("neighborhood", new string('x', 120))], ["Department of Very Long Names and Commissions"], 1, 78, 1.5m, 78, 912.25m, null),
            Case(5, "chronic-fees", "Late fee questions, month after month", [], ["Billing", "Marketing"], 40, 2_310, null, 80, 9_702m, null, basis: CaseBasis.All),
            Case(6, "quote", "\"Quoted\" 'names' & co | pipes `ticks`", [], ["Product"], 5, 402, 210m, 140, 800m, null),
            Case(7, "wide", "配達の遅れ — 配送", [new("region", "東京")], ["Logistics"], 6, 640, 402m, 160, 5_020m, null),
            Case(8, "no-table", "Outage in the north", [], ["Network"], 1, 385, 12m, 385, null, "the cost table does not cover 2011"),
            Case(9, "small", "Street lights out", [], ["Transportation"], 2, 44, 10.25m, 30, 74.6m, null, Severity.Low),
            Case(10, "open-case", "Missed pick-ups after the route change", [new("queue", "PWDx_Missed")], ["Sanitation"], 9, 512, 118.75m, 88, 6_110m, null, Severity.High, open: true),
            Case(11, "hourly-hangs", "Callers hang up", [new("queue", "PS")], ["Telephony"], 3, 611, 44m, 385, 1_222m, null, Severity.High, unit: TimeUnit.Hour),
        ],
        ContactRoutes = [new("graffiti", ["Property Management"], 1_234, new CostRange(4_100, 4_936, 5_700, "USD"), null), new("other-requests", ["CX"], 310, null, "no cost table")],
        Rules = [new("storm-damage", "Storm damage that residents report", 1, 0, null), new("graffiti", "Graffiti", 1_234, 12, "`subject` is missing"), new("late", null, 0, 184, "fewer than 4 weeks of history")],
        Totals = new(58_251, 1_544, new CostRange(88_000, 95_396.1m, 104_500, "USD")),
        Rejects = [.. Enumerable.Range(1, 12).Select(line => new Reject("history.csv", line * 7, "CXR4003", $"`open_dt` is no time stamp: \"{Script}\""))],
        Currency = "USD",
        Tasks =
        [
            new("late", "call back", new(2011, 8, 29, 4, 0, 0, DateTimeKind.Utc), new(2011, 8, 29, 8, 0, 0, DateTimeKind.Utc)) { Contact = "m1|<b>", Customer = "k1" },
            new("late", "call back", new(2011, 8, 30, 4, 0, 0, DateTimeKind.Utc), new(2011, 8, 30, 8, 0, 0, DateTimeKind.Utc)) { Contact = "m2" },
            new("late", "notify customers", new(2011, 8, 30, 4, 0, 0, DateTimeKind.Utc), null) { Case = "0000000000000002", Audience = ["k1", "k2"], Nameless = 3 },
            new("late", "escalate", new(2011, 8, 30, 4, 0, 0, DateTimeKind.Utc), null) { Case = "0000000000000002", Owners = [Escape] },
            new("late", "tag", new(2011, 8, 30, 4, 0, 0, DateTimeKind.Utc), null) { Case = "0000000000000002", Contact = "m1", Tag = "recover" },
        ],
        CostNote = "Costs are invented: 4.00 USD a request.", Notes = ["With `per product`, chance levels are divided by the number of groups (Bonferroni).", "Levels: p < 0.001."],
    };

    public static ReplayResult Empty { get; } = Result with { Cases = [], ContactRoutes = [], Rejects = [], Notes = [], Tasks = [], Totals = new(58_251, 0, null), Rules = [] };

    private static ReplayCase Case(
        int number,
        string rule,
        string? title,
        ImmutableArray<KeyValuePair<string, string>> group,
        ImmutableArray<string> owners,
        int days,
        long contacts,
        decimal? expected,
        double peak,
        decimal? cost,
        string? unknown,
        Severity severity = Severity.Medium,
        CaseBasis basis = CaseBasis.Excess,
        bool open = false,
        TimeUnit unit = TimeUnit.Day)
    {
        var first = new DateTime(2011, 8, 28).AddDays(number * 7);
        var step = unit == TimeUnit.Day ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1);
        var life = LifeOf(first.Ticks + step.Ticks + (4 * TimeSpan.TicksPerHour), number);
        return new()
        {
            Life = life,
            Meter = life.Decline is { } decline && cost is { } all ? new(decline.At, null, new(all * 0.4m, all * 0.5m, all * 0.6m, "USD"), null) { Cap = decline.Cap, ReviewBy = decline.ReviewBy } : null,
            Id = $"{number:x16}",
            Rule = rule,
            Title = title,
            Severity = severity,
            Group = group,
            Owners = owners,
            OpenedUtc = new DateTime(first.Ticks + step.Ticks + (4 * TimeSpan.TicksPerHour), DateTimeKind.Utc),
            ClosedUtc = open ? null : new DateTime(first.Ticks + (step.Ticks * (days + 1)) + (4 * TimeSpan.TicksPerHour), DateTimeKind.Utc),
            Peak = first,
            Contacts = contacts,
            Basis = basis,
            Expected = expected,
            Excess = expected is { } e ? new((contacts - e) * 0.9m, contacts - e, (contacts - e) * 1.1m) : null,
            PValue = basis == CaseBasis.All ? null : cost is null ? 0.004 : Math.Pow(10, -4 - (number * 7)),
            Cost = cost is { } mid ? new(mid * 0.88m, mid, mid * 1.13m, "USD") : null,
            CostUnknownBecause = unknown,
            ShowsCost = true,
            Evidence = [$"1010002{number:00}", $"1010003{number:00}"],
            Because = number == 2 ? "the March bill layout doubled the number of line items" : null,
            Condition = "disposition = tree-emergencies and daily volume > baseline × 1.3 and beyond chance",
            Unit = unit,
            Chart = [.. Points(first, step, days, peak, number)],
        };
    }

    /// <summary>Case 2 is declined, the others are only routed.</summary>
    private static CaseLife LifeOf(long opened, int number)
    {
        CaseTransition[] steps =
        [
            new(CaseStanding.Open, opened, CaseTransition.Engine, "its rule names who owns it"),
            new(CaseStanding.Routed, opened, CaseTransition.Engine, "its rule names who owns it"),
            new(CaseStanding.Declined, opened + TimeSpan.TicksPerDay, "Anna <Berg>", "acceptable | performance") { Cap = 20_000, ReviewBy = new(2011, 12, 31) },
        ];
        return steps.Take(number == 2 ? 3 : 2).Aggregate(new CaseLife(opened), (life, step) => life.With(step) ?? life);
    }

    private static IEnumerable<CasePoint> Points(DateTime first, TimeSpan step, int days, double peak, int seed)
    {
        for (var i = -21; i < days + 14; i++)
        {
            var start = first + (step * i);
            var weekday = start.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.45 : 1.0;
            var normal = peak / 9 * weekday;
            var wobble = 1 + (Math.Sin((i * 12.9898) + seed) * 0.35);
            var inCase = i >= 0 && i < days;
            var observed = (long)Math.Round(inCase ? Math.Max(normal, peak * Math.Exp(-i * 2.2 / days)) : normal * wobble);
            decimal? expected = i == -9 ? null : Math.Round((decimal)normal, 2);
            yield return new(start, observed, expected, expected * 0.4m, expected * 1.9m, inCase, inCase);
        }
    }
}
