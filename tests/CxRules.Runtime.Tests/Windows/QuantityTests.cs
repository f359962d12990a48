using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Tests.Histories;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

/// <summary>Each measure over three days of a handful of contacts, by hand.</summary>
public sealed class QuantityTests
{
    private static readonly ContactRow[] Rows =
    [
        // Monday: 3 late contacts of 4. Handle times 100, 200 and 600.5 s; csat 1 and 4.5. Costs 2 each; the last has no handle time, so its cost is unknown.
        new("1", "2026-01-05 09:00") { Disposition = "late", Customer = "ann", HandleTime = 100, Csat = 1 },
        new("2", "2026-01-05 10:00") { Disposition = "late", Customer = "ann", HandleTime = 200 },
        new("3", "2026-01-05 11:00") { Disposition = "late", HandleTime = 600.5m, Csat = 4.5m },
        new("4", "2026-01-05 12:00") { Disposition = "refund", Customer = "bob", HandleTime = 9, Csat = 5 },

        // Tuesday: 2 of 2; ann leaves after her call, bob before his.
        new("5", "2026-01-06 08:00") { Disposition = "cancel", Customer = "bob", Cancelled = true },
        new("6", "2026-01-06 09:00") { Disposition = "late", Customer = "bob", HandleTime = 50 },
        new("7", "2026-01-06 10:00") { Disposition = "late", Customer = "ann", Csat = 2 },
        new("8", "2026-01-06 11:00") { Disposition = "cancel", Customer = "ann", Cancelled = true },

        // Wednesday: none is late.
        new("9", "2026-01-07 09:00") { Disposition = "refund", Customer = "eve", HandleTime = 40 },
    ];

    public static TheoryData<QuantityKind, string?, int, int, int, string?> Measures => new()
    {
        // Kind, field, rank, first day, end, value.
        { QuantityKind.Volume, null, 0, 0, 1, "3" },
        { QuantityKind.Volume, null, 0, 0, 3, "5" },
        { QuantityKind.Volume, null, 0, 2, 3, "0" },
        { QuantityKind.Share, null, 0, 0, 1, "75" },
        { QuantityKind.Share, null, 0, 0, 2, "62.5" },
        { QuantityKind.Share, null, 0, 2, 3, "0" },
        { QuantityKind.Share, null, 0, 2, 2, null },
        { QuantityKind.Customers, null, 0, 0, 1, "1" },
        { QuantityKind.Customers, null, 0, 0, 2, "2" },
        { QuantityKind.Customers, null, 0, 2, 3, "0" },

        // (100 + 200 + 600.5) s ÷ 3; with Tuesday's, 950.5 ÷ 4.
        { QuantityKind.Average, "handle time", 0, 0, 1, "300.166667" },
        { QuantityKind.Average, "handle time", 0, 0, 2, "237.625" },
        { QuantityKind.Average, "handle time", 0, 2, 3, null },
        { QuantityKind.Average, "csat", 0, 0, 1, "2.75" },
        { QuantityKind.Average, "csat", 0, 1, 3, "2" },

        // Nearest rank: of 50, 100, 200 and 600.5 the 50th is the mean of the middle two, the 90th the fourth, the 25th the first, the 26th the second.
        { QuantityKind.Percentile, "handle time", 50, 0, 2, "150" },
        { QuantityKind.Percentile, "handle time", 50, 0, 1, "200" },
        { QuantityKind.Percentile, "handle time", 90, 0, 2, "600.5" },
        { QuantityKind.Percentile, "handle time", 25, 0, 2, "50" },
        { QuantityKind.Percentile, "handle time", 26, 0, 2, "100" },
        { QuantityKind.Percentile, "handle time", 75, 0, 2, "200" },
        { QuantityKind.Percentile, "handle time", 0, 0, 2, "50" },
        { QuantityKind.Percentile, "handle time", 100, 0, 2, "600.5" },
        { QuantityKind.Percentile, "handle time", 50, 2, 3, null },
        { QuantityKind.Percentile, "csat", 50, 0, 1, "2.75" },
        { QuantityKind.Percentile, "csat", 50, 0, 2, "2" },

        // 100 s, 200 s and 600.5 s at 36 an hour, and a fee of 2 each: 1 + 2 + 6.005 + 6. Contact 7 has no cost.
        { QuantityKind.Cost, null, 0, 0, 1, "15.005" },
        { QuantityKind.Cost, null, 0, 1, 2, null },
        { QuantityKind.Cost, null, 0, 0, 2, null },
        { QuantityKind.Cost, null, 0, 2, 3, "0" },

        // Ann cancels after her late contacts; bob before his: by Tuesday's end one customer has left. By Monday's none had.
        { QuantityKind.Cancellations, null, 0, 0, 1, "0" },
        { QuantityKind.Cancellations, null, 0, 0, 2, "1" },
        { QuantityKind.Cancellations, null, 0, 1, 2, "1" },
        { QuantityKind.Cancellations, null, 0, 2, 3, "0" },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void Over_AWindow_IsTheMeasure(QuantityKind kind, string? field, int rank, int start, int end, string? expected)
    {
        var (quantity, timeline) = Of(kind, field, rank);
        Assert.Equal(expected, quantity.Over(start, end, timeline.AtIndex(end).UtcTicks)?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What decimals cannot hold, as a quotient of whole numbers: 5 of 9 contacts, 1801 half seconds of 3 contacts.</summary>
    [Theory]
    [InlineData(QuantityKind.Share, null, 0, 1, 75, 1)]
    [InlineData(QuantityKind.Share, null, 0, 3, 500, 9)]
    [InlineData(QuantityKind.Share, null, 2, 3, 0, 1)]
    [InlineData(QuantityKind.Share, null, 2, 2, null, 1)]
    [InlineData(QuantityKind.Average, "handle time", 0, 1, 1801, 6)]
    [InlineData(QuantityKind.Average, "handle time", 0, 2, 1901, 8)]
    [InlineData(QuantityKind.Average, "handle time", 2, 3, null, 1)]
    [InlineData(QuantityKind.Average, "csat", 0, 2, 5, 2)]
    [InlineData(QuantityKind.Volume, null, 0, 3, 5, 1)]
    [InlineData(QuantityKind.Customers, null, 0, 2, 2, 1)]
    [InlineData(QuantityKind.Cancellations, null, 0, 2, 1, 1)]
    [InlineData(QuantityKind.Cost, null, 0, 1, 15005, 1000)]
    [InlineData(QuantityKind.Cost, null, 1, 2, null, 1)]
    [InlineData(QuantityKind.Percentile, "handle time", 0, 1, 200, 1)]
    [InlineData(QuantityKind.Percentile, "csat", 0, 1, 11, 4)]
    public void Exactly_OverAWindow_IsTheMeasureWithoutARoundedDigit(QuantityKind kind, string? field, int start, int end, int? over, int under)
    {
        var (quantity, timeline) = Of(kind, field, 50);
        var exact = quantity.Exactly(start, end, timeline.AtIndex(end).UtcTicks);
        Assert.Equal(over is not null, exact is not null);
        Assert.Equal(0, exact?.CompareTo((Fraction)(over ?? 0m) / under) ?? 0);
        Assert.Equal(-1, exact?.CompareTo((Fraction)((over ?? 0m) + 1) / under) ?? -1);
    }

    [Theory]
    [InlineData(QuantityKind.Volume, false)]
    [InlineData(QuantityKind.Share, true)]
    [InlineData(QuantityKind.Customers, false)]
    [InlineData(QuantityKind.Cost, false)]
    [InlineData(QuantityKind.Cancellations, false)]
    [InlineData(QuantityKind.Average, true)]
    [InlineData(QuantityKind.Percentile, false)]
    public void IsRounded_OfAMeasure_IsTrueForQuotients(QuantityKind kind, bool expected) => Assert.Equal(expected, Of(kind, "csat", 50).Quantity.IsRounded);

    /// <summary>Who cancels at the instant of the contact has left after it; who does so at the window's end has not yet.</summary>
    [Theory]
    [InlineData("2026-01-05 09:00", "2026-01-06 00:00", 1)]
    [InlineData("2026-01-05 09:01", "2026-01-06 00:00", 0)]
    [InlineData("2026-01-05 08:00", "2026-01-05 09:00", 0)]
    [InlineData("2026-01-05 08:00", "2026-01-05 09:01", 1)]
    public void Over_Cancellations_CountsFromTheContactToTheEnd(string contact, string end, int expected)
    {
        var measure = new MeasurePlan(QuantityKind.Cancellations, 0, -1, null, 0, Window.Daily);
        var plan = PlanOf(measure);
        var counter = SmallHistory.Count(
            plan,
            new("1", contact) { Disposition = "late", Customer = "ann" },
            new("2", "2026-01-05 09:00") { Disposition = "cancel", Customer = "ann", Cancelled = true });
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 1);
        var series = new SeriesStore(counter.Table, counter.Layout, TimeUnit.Day).Find(0, [], GroupKey.None, timeline);
        Assert.Equal(expected, new Quantity(new MeasureReading(measure, counter.Layout, counter.Cancellations), series, null).Over(0, 1, SmallHistory.Ticks(end)));
    }

    [Theory]
    [InlineData(QuantityKind.Share, null, "there is no contact to take a share of")]
    [InlineData(QuantityKind.Cost, null, "the cost of a contact is unknown")]
    [InlineData(QuantityKind.Average, "csat", "no contact carries 'csat'")]
    [InlineData(QuantityKind.Percentile, "handle time", "no contact carries 'handle time'")]
    public void UnknownBecause_OfAMeasure_SaysWhatIsMissing(QuantityKind kind, string? field, string expected) =>
        Assert.Equal(expected, Of(kind, field, 50).Quantity.WhyUnknown(0, 1));

    /// <summary>Five contacts on a day: 12.5 for each 100 of 40 bills, and none to speak of where there were no bills.</summary>
    [Fact]
    public void Over_ARate_IsDividedByTheExposureOfItsWindow()
    {
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 3);
        var counts = new Dictionary<DateOnly, decimal> { [SmallHistory.Monday] = 40, [SmallHistory.Monday.AddDays(1)] = 0 };
        var bills = new ExposureSeries(new Exposure("bills", "") { Counts = System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(counts) }, timeline);
        var measure = new MeasurePlan(QuantityKind.Volume, 0, -1, null, 0, Window.Daily) { Per = new(100, "bills") };
        var rate = new Quantity(new MeasureReading(measure, new ProfileLayout(PlanOf(measure)), new Dictionary<int, List<long>>(), bills), SmallHistory.Series(timeline, 5, 7, 9), null);
        Assert.Equal((12.5m, 30m, null, null), (rate.Over(0, 1, 0), rate.Over(0, 2, 0), rate.Over(1, 2, 0), rate.Over(1, 3, 0)));
        Assert.Equal(0, rate.Exactly(0, 2, 0)?.CompareTo(30m));
        Assert.Null(rate.Exactly(1, 2, 0));
        Assert.Equal((false, true, "the exposure 'bills' has no count for the window"), (rate.IsVolume, rate.IsRounded, rate.WhyUnknown(1, 2)));
    }

    /// <summary>Of a cost for each bill: where bills are counted a contact lacks its cost; where no file was read there are no bills.</summary>
    [Theory]
    [InlineData(true, 1, "the cost of a contact is unknown")]
    [InlineData(true, 0, "the exposure 'bills' has no count for the window")]
    [InlineData(false, 1, "the exposure 'bills' has no count for the window")]
    public void WhyUnknown_OfARate_SaysWhichOfTheTwo(bool isRead, int bills, string expected)
    {
        var measure = new MeasurePlan(QuantityKind.Cost, 0, -1, null, 0, Window.Daily) { Per = new(100, "bills") };
        var series = new ExposureSeries(new Exposure("bills", "") { Counts = System.Collections.Immutable.ImmutableSortedDictionary<DateOnly, decimal>.Empty.Add(SmallHistory.Monday, bills) }, SmallHistory.Timeline(TimeUnit.Day, 1));
        var reading = new MeasureReading(measure, new ProfileLayout(PlanOf(measure)), new Dictionary<int, List<long>>(), isRead ? series : null);
        Assert.Equal(expected, new Quantity(reading, SmallHistory.Series(SmallHistory.Timeline(TimeUnit.Day, 1), 5), null).WhyUnknown(0, 1));
    }

    [Fact]
    public void Kind_OfAQuantity_IsKnown()
    {
        Assert.Equal((true, false), (Of(QuantityKind.Volume, null, 0).Quantity.IsVolume, Of(QuantityKind.Volume, null, 0).Quantity.IsShare));
        Assert.Equal((false, true), (Of(QuantityKind.Share, null, 0).Quantity.IsVolume, Of(QuantityKind.Share, null, 0).Quantity.IsShare));
        Assert.Equal(Window.Weekly, Of(QuantityKind.Share, null, 0).Quantity.Window);
    }

    private static EnginePlan PlanOf(params MeasurePlan[] measures)
    {
        var table = new CostTable(new(2026, 1, 1), null, System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty.Add("phone", 2), 36);
        var rule = new RulePlan { Id = "a", Index = 0, Population = 0, Signal = new ThresholdSignal(0, ComparisonKind.Greater, new ConstantAmount(1), null, false) };
        return SmallHistory.Plan(new Project { Currency = "GBP", Costs = [table] }, [SmallHistory.Where("disposition", "late"), SmallHistory.Where("disposition")], measures, rule);
    }

    private static (Quantity Quantity, Timeline Timeline) Of(QuantityKind kind, string? field, int rank)
    {
        var measure = new MeasurePlan(kind, 0, kind == QuantityKind.Share ? 1 : -1, field is null ? null : SmallHistory.Field(field), rank, Window.Weekly);

        // Other measures of the same rules, so that fields have neighbours.
        var plan = PlanOf(
            measure,
            new(QuantityKind.Average, 0, -1, SmallHistory.Field("handle time"), 0, Window.Daily),
            new(QuantityKind.Average, 0, -1, SmallHistory.Field("csat"), 0, Window.Daily),
            new(QuantityKind.Percentile, 0, -1, SmallHistory.Field("csat"), 50, Window.Daily),
            new(QuantityKind.Percentile, 0, -1, SmallHistory.Field("handle time"), 50, Window.Daily));
        var counter = SmallHistory.Count(plan, Rows);
        var timeline = SmallHistory.Timeline(TimeUnit.Day, 3);
        var store = new SeriesStore(counter.Table, counter.Layout, TimeUnit.Day);
        var among = kind == QuantityKind.Share ? store.Find(1, [], GroupKey.None, timeline) : null;
        return (new(new MeasureReading(measure, counter.Layout, counter.Cancellations), store.Find(0, [], GroupKey.None, timeline), among), timeline);
    }
}
