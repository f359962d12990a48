using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Contacts dealt to several counters, which absorb each other in any order, are counted as if one had seen them all.</summary>
public sealed class AbsorbTests
{
    private static readonly ImmutableDictionary<string, decimal> Fees = ImmutableDictionary<string, decimal>.Empty.Add("phone", 2);

    /// <summary>From 6 January a contact, a regulator's letter and a customer have a price; from 10 January a customer costs more, and a letter nothing.</summary>
    private static readonly ImmutableArray<CostTable> Costs =
    [
        new(new(2026, 1, 6), null, Fees, 36) { Acquisition = 100, Escalations = new(10, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6))) },
        new(new(2026, 1, 10), null, Fees, 72) { Acquisition = 150 },
    ];

    private static readonly MeasurePlan[] Kept =
    [
        Measure(QuantityKind.Volume, null),
        Measure(QuantityKind.Customers, null),
        Measure(QuantityKind.Cancellations, null),
        Measure(QuantityKind.Percentile, "csat"),
    ];

    /// <summary>Counts and costs alone: rare profiles stand in the log. With customers and values. And with averages, for which there is no log.</summary>
    private static readonly Dictionary<string, MeasurePlan[]> Measures = new()
    {
        ["counts"] = Kept[..1],
        ["entries"] = Kept,
        ["sums"] = [.. Kept, Measure(QuantityKind.Average, "handle time"), Measure(QuantityKind.Average, "csat")],
    };

    public static TheoryData<string, MatchPolicy, TimeUnit, int> Histories
    {
        get
        {
            var histories = new TheoryData<string, MatchPolicy, TimeUnit, int>();
            foreach (var measures in Measures.Keys)
            {
                for (var parts = 1; parts <= 4; parts++)
                {
                    histories.Add(measures, MatchPolicy.All, parts % 2 == 0 ? TimeUnit.Hour : TimeUnit.Day, parts);
                    histories.Add(measures, MatchPolicy.First, parts % 2 == 0 ? TimeUnit.Day : TimeUnit.Hour, parts);
                }
            }

            return histories;
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Absorb_OfParts_IsTheWhole(string measures, MatchPolicy policy, TimeUnit unit, int parts)
    {
        var random = new Random((100 * parts) + measures.Length);
        var plan = Plan(Measures[measures], policy, unit);
        var dictionaries = SmallHistory.Dictionaries();
        var rows = RandomContacts.Of(random);
        var whole = Count(plan, dictionaries, rows);
        whole.Seal();
        for (var time = 0; time < 2; time++)
        {
            random.Shuffle(rows);

            // The second time one of them has nothing to count.
            var dealt = rows.GroupBy(_ => random.Next(time == 1 && parts > 1 ? 1 : 0, parts)).ToDictionary(part => part.Key, part => part.ToArray());
            var counted = Absorbed([.. Enumerable.Range(0, parts).Select(part => Count(plan, dictionaries, dealt.GetValueOrDefault(part) ?? []))], random);
            Assert.Equal(CountText.Of(whole), CountText.Of(counted));
        }

        Assert.Equal(measures != "sums", whole.Table.Profiles.Any(profile => profile.IsLogged));
        Assert.Contains(whole.Table.Profiles, profile => !profile.IsLogged);
    }

    /// <summary>More contacts of rare profiles than a block of the log holds, with ids longer than it makes room for; a third have no cost, a fifth need no id.</summary>
    [Fact]
    public void Absorb_OfLongLogs_IsTheWhole()
    {
        var random = new Random(7);
        var (plan, dictionaries) = (Plan(Measures["counts"], MatchPolicy.All, TimeUnit.Day), SmallHistory.Dictionaries());
        ContactRow[] rows =
        [
            .. Enumerable.Range(0, LogBlock.Capacity + 9_000).Select(i => new ContactRow($"a rather long id {i}", $"2026-01-{random.Next(5, 12):00} 09:00")
            {
                Customer = $"c{i % 9_001}",
                Channel = i % 5 == 0 ? "chat" : "phone",
                Disposition = "other",
                HandleTime = i % 3 == 0 ? null : 100,
            }),
        ];
        var whole = Count(plan, dictionaries, rows);
        whole.Seal();
        Assert.Equal(rows.Length, whole.Table.Profiles.Where(profile => profile.Holds(0)).Sum(profile => profile.Cells.Contacts) + rows.Count(row => row.Channel == "chat"));
        random.Shuffle(rows);
        var counted = Absorbed([.. rows.Chunk(LogBlock.Capacity).Select(part => Count(plan, dictionaries, part))], random);
        Assert.Equal(CountText.Of(whole), CountText.Of(counted));
    }

    private static MeasurePlan Measure(QuantityKind kind, string? field) => new(kind, 0, -1, field is null ? null : SmallHistory.Field(field), 90, Window.Weekly);

    /// <summary>Calls by customer, and three rules that route: the last of them is asked first, and the second knows nothing of a contact without a region.</summary>
    private static EnginePlan Plan(MeasurePlan[] measures, MatchPolicy policy, TimeUnit unit) => SmallHistory.Plan(
        new Project { Currency = "GBP", Costs = Costs, Match = policy },
        [SmallHistory.Where("channel", "phone"), SmallHistory.Where("disposition", "late"), SmallHistory.Where("region", "north"), SmallHistory.Where("disposition", "late", "refund")],
        measures,
        new()
        {
            Id = "again",
            Index = 0,
            Population = 0,
            Signal = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(5), null, false),
            Per = [SmallHistory.Field("customer")],
            Unit = unit,
            Route = new(["A"], null, 3),
        },
        new() { Id = "late", Index = 1, Population = 1, Route = new(["B"], null, 0) },
        new() { Id = "north", Index = 2, Population = 2, Route = new([], SmallHistory.Field("touchpoint"), 0) },
        new() { Id = "first", Index = 3, Population = 3, Priority = 2, Route = new(["C"], null, 0) });

    private static ContactCounter Count(EnginePlan plan, ContactDictionaries dictionaries, ContactRow[] rows)
    {
        var counter = new ContactCounter(plan, dictionaries);
        foreach (var batch in rows.Chunk(100))
        {
            counter.Count(SmallHistory.Batch(dictionaries, batch), Enumerable.Repeat(true, batch.Length).ToArray());
        }

        return counter;
    }

    private static ContactCounter Absorbed(List<ContactCounter> counters, Random random)
    {
        while (counters.Count > 1)
        {
            var absorbed = counters[random.Next(counters.Count)];
            counters.Remove(absorbed);
            counters[random.Next(counters.Count)].Absorb(absorbed);
        }

        counters[0].Seal();
        return counters[0];
    }
}
