using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>The random project and source as the binder would make them: scenarios that need no text.</summary>
internal static class BoundProject
{
    private static readonly ContactSchema Schema = ContactSchema.Default;

    public static Project Project(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 4);
        var runs = new Dice(knobs.Seed, 8);
        var priced = dice.Is(.85);
        return new()
        {
            Zone = Zones.Of(place.Zone),
            LateAfter = dice.Of<TimeSpan?>(null, null, TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromSeconds(1)),
            Match = dice.Of(MatchPolicy.All, MatchPolicy.First),
            Dispositions =
            [
                new("late", null, null, Demand.Failure, "delivery", ["tardy"]), new("broken", null, null, Demand.Failure, "use", []),
                new("billing", null, null, Demand.Value, "bill", []), new("Late Fee (old)", null, null, Demand.Failure, "bill", []), new("other", null, null, Demand.Unclassified, null, []) { IsMissing = dice.Is(.4) },
            ],
            Touchpoints = [new("delivery", "join", "Logistics"), new("use", "use", "Repairs"), new("bill", "use", null)],
            FallbackOwner = dice.Is(.5) ? "CX" : null,
            Currency = priced ? "EUR" : null,
            Costs = priced ? [.. Costs(dice, place.Start.PlusDays(dice.Is(.7) ? -5 : dice.Between(1, 40)))] : [],
            Baseline = Baseline(
                dice.Of(BaselineMethod.Median, BaselineMethod.Median, BaselineMethod.Mean, BaselineMethod.TrimmedMean, BaselineMethod.Ewma, BaselineMethod.SameWeekday, BaselineMethod.PerExposure),
                dice.Of(4, 5, 6, 7, 8, 17),
                dice.Between(2, 4)),
            Exposures = [new Exposure(RandomExposure.Name, "exposure/bills.csv") { Counts = RandomExposure.Counts(knobs, place) }, new Exposure(RandomExposure.Letters, "exposure/mailings.csv") { Counts = RandomExposure.Mailings(knobs, place) }],
            Samples = [.. RandomSamples.Names.Select(name => RandomSamples.Sample(knobs, place, name))],
            Holidays = [.. Days(dice, place, knobs.Days, .03)],
            Incidents = dice.Is(.3) ? [Incident(place.Start.PlusDays(dice.Between(0, knobs.Days - 3)), dice.Between(0, 23))] : [],
            Gaps = [.. Days(dice, place, knobs.Days, .01)],
            Calendars = [new(RandomMoments.Calendar, [.. Days(runs, place, knobs.Days, .15).Select(day => Incident(LocalDate.FromDateOnly(day), runs.Between(0, 23)))])],
        };
    }

    public static ContactField Known(string name) => Schema.Find(name) ?? throw new ArgumentException(name);

    private static BaselineSettings Baseline(BaselineMethod method, int windows, int least) =>
        new(method, windows, least) { Exposure = method == BaselineMethod.PerExposure ? RandomExposure.Name : null };

    private static IEnumerable<CostTable> Costs(Dice dice, LocalDate from)
    {
        for (var tables = dice.Between(1, 2); tables > 0; tables--)
        {
            yield return new(
                from.ToDateOnly(),
                dice.Is(.8) ? dice.Between(100, 900) / 70m : null,
                dice.Is(.5) ? ImmutableDictionary<string, decimal>.Empty.Add("chat", 1.1m).Add("PHONE", .35m) : ImmutableDictionary<string, decimal>.Empty,
                dice.Is(.6) ? dice.Between(20, 60) + .5m : null)
            {
                Acquisition = dice.Is(.6) ? dice.Between(50, 300) : null,
                Escalations = dice.Is(.6) ? new(35, ImmutableDictionary<string, EscalationFactor>.Empty.Add("regulator", new(16, 6)).Add("small-claim", new(27.5m, 12))) : null,
            };
            from = from.PlusDays(dice.Between(10, 40));
        }
    }

    private static Incident Incident(LocalDate day, int hour) => new(day.AtMidnight().PlusHours(hour).ToDateTimeUnspecified(), day.PlusDays(1).AtMidnight().PlusHours(8).ToDateTimeUnspecified(), "outage");

    private static IEnumerable<DateOnly> Days(Dice dice, Place place, int days, double probability) =>
        Enumerable.Range(0, days).Where(_ => dice.Is(probability)).Select(day => place.Start.PlusDays(day).ToDateOnly());
}
