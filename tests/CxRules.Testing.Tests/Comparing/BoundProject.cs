using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Model.Sources;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>The random project and source as the binder would make them: scenarios that need no text.</summary>
internal static class BoundProject
{
    private static readonly ImmutableDictionary<string, string> NoMap = ImmutableDictionary<string, string>.Empty;
    private static readonly ContactSchema Schema = ContactSchema.Default;

    public static Project Project(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 4);
        var priced = dice.Is(.85);
        return new()
        {
            Zone = Zones.Of(place.Zone),
            Match = dice.Of(MatchPolicy.All, MatchPolicy.First),
            Dispositions =
            [
                new("late", null, null, Demand.Failure, "delivery", ["tardy"]), new("broken", null, null, Demand.Failure, "use", []),
                new("billing", null, null, Demand.Value, "bill", []), new("Late Fee (old)", null, null, Demand.Failure, "bill", []), new("other", null, null, Demand.Unclassified, null, []),
            ],
            Touchpoints = [new("delivery", "join", "Logistics"), new("use", "use", "Repairs"), new("bill", "use", null)],
            FallbackOwner = dice.Is(.5) ? "CX" : null,
            Currency = priced ? "EUR" : null,
            Costs = priced ? [.. Costs(dice, place.Start.PlusDays(dice.Is(.7) ? -5 : dice.Between(1, 40)))] : [],
            Baseline = new(dice.Of(BaselineMethod.Median, BaselineMethod.Mean), dice.Between(4, 8), dice.Between(2, 4)),
            Holidays = [.. Days(dice, place, knobs.Days, .03)],
            Incidents = dice.Is(.3) ? [Incident(place.Start.PlusDays(dice.Between(0, knobs.Days - 3)), dice.Between(0, 23))] : [],
            Gaps = [.. Days(dice, place, knobs.Days, .01)],
        };
    }

    public static ContactSource Source(Place place) => new("random", "random.source.yaml", HistoryFormat.Csv, Zones.Of(place.Zone),
    [
        Field("id", "id"), Field("version", "version"), Field("occurred at", "at"), Field("channel", "channel") with { Map = NoMap.Add("Self Service", "web") },
        Field("disposition", "reason"), Field("touchpoint", "step"), Field("product", "product"), Field("region", "region"), Field("customer", "customer"),
        Field("handle time", "secs") with { Unit = DurationUnit.Seconds }, Field("csat", "csat"), Field("cancelled", "cancelled"),
    ]);

    public static ContactField Known(string name) => Schema.Find(name) ?? throw new ArgumentException(name);

    private static SourceField Field(string name, string column) => new(Known(name), column, null, null, null, NoMap, [], 1);

    private static IEnumerable<CostTable> Costs(Dice dice, LocalDate from)
    {
        for (var tables = dice.Between(1, 2); tables > 0; tables--)
        {
            yield return new(
                from.ToDateOnly(),
                dice.Is(.8) ? dice.Between(100, 900) / 70m : null,
                dice.Is(.5) ? ImmutableDictionary<string, decimal>.Empty.Add("chat", 1.1m).Add("PHONE", .35m) : ImmutableDictionary<string, decimal>.Empty,
                dice.Is(.6) ? dice.Between(20, 60) + .5m : null);
            from = from.PlusDays(dice.Between(10, 40));
        }
    }

    private static Incident Incident(LocalDate day, int hour) => new(day.AtMidnight().PlusHours(hour).ToDateTimeUnspecified(), day.PlusDays(1).AtMidnight().PlusHours(8).ToDateTimeUnspecified(), "outage");

    private static IEnumerable<DateOnly> Days(Dice dice, Place place, int days, double probability) =>
        Enumerable.Range(0, days).Where(_ => dice.Is(probability)).Select(day => place.Start.PlusDays(day).ToDateOnly());
}
