using System.Globalization;
using System.Text;
using NodaTime;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>A project file: costs that begin mid-history, holidays, incidents, gaps, a touchpoint map, both match policies.</summary>
internal static class RandomProject
{
    public static bool HasCosts(Knobs knobs) => Text(knobs, Place.Of(knobs)).Contains("currency:", StringComparison.Ordinal);

    public static string Text(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 3);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            language: 1
            name: random
            zone: {{place.Zone}}
            match: {{dice.Of("all", "first")}}
            dispositions:
              late: { demand: failure, touchpoint: delivery, was: [tardy] }
              broken: { demand: failure, touchpoint: use }
              billing: { demand: value, touchpoint: bill }
              "Late Fee (old)": { demand: failure, touchpoint: bill }
              other: { demand: unclassified{{dice.Of("", ", missing: true")}} }
            touchpoints:
              delivery: { journey: join, owner: Logistics }
              use: { journey: use, owner: Repairs }
              bill: { journey: use }
            owners:
              Logistics: { email: logistics@example.test }
              Repairs: { email: repairs@example.test }
              Billing: { email: billing@example.test }
              CX: { email: cx@example.test }
            exposure: { bills: exposure/bills.csv, mailings: exposure/mailings.csv }
            baseline: { method: {{dice.Of("median", "median", "mean", "trimmed mean", "ewma", "same weekday", "per exposure, exposure: bills")}}, windows: {{dice.Of(4, 5, 6, 7, 8, 17)}}, least: {{dice.Between(2, 4)}}{{dice.Of("", ", chance guard: 0.001", ", chance guard: 0.05")}} }

            """);
        if (dice.Is(.5))
        {
            text.Append("fallback owner: CX\n");
        }

        if (dice.Is(.85))
        {
            AddCosts(text, dice, place.Start.PlusDays(dice.Is(.7) ? -5 : dice.Between(1, 40)));
        }

        text.Append("calendars:\n");
        text.Append(CultureInfo.InvariantCulture, $"  holidays: [{string.Join(", ", Dates(dice, place, knobs.Days, .03))}]\n");
        var runs = new Dice(knobs.Seed, 8);
        text.Append(CultureInfo.InvariantCulture, $"  runs: [{string.Join(", ", Dates(runs, place, knobs.Days, .15))}]\n");
        if (dice.Is(.3))
        {
            var from = place.Start.PlusDays(dice.Between(0, knobs.Days - 3));
            text.Append(CultureInfo.InvariantCulture, $"  incidents: [{{ from: {Date(from)}T{dice.Between(10, 23)}:00, to: {Date(from.PlusDays(1))}T08:00, title: outage }}]\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"gaps: [{string.Join(", ", Dates(dice, place, knobs.Days, .01))}]\n");
        return text.ToString();
    }

    /// <summary>How late is late.</summary>
    public static string LateAfter(Knobs knobs) => new Dice(knobs.Seed, 7).Of("", "", "late after: 1 hour\n", "late after: 2 days\n", "late after: 1 second\n");

    private static void AddCosts(StringBuilder text, Dice dice, LocalDate from)
    {
        text.Append("currency: EUR\ncosts:\n");
        Add(from);
        if (dice.Is(.4))
        {
            Add(from.PlusDays(dice.Between(10, 40)));
        }

        void Add(LocalDate first)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - from: {Date(first)}\n");
            var perContact = dice.Is(.8);
            if (perContact)
            {
                text.Append(CultureInfo.InvariantCulture, $"    contacts: {{ spend: {dice.Between(1000, 9000)} EUR per month, contacts: {dice.Between(150, 700)} per month }}\n");
            }

            if (!perContact || dice.Is(.6))
            {
                text.Append(CultureInfo.InvariantCulture, $"    loaded rate: {dice.Between(20, 60)}.50 EUR per hour\n");
            }

            if (dice.Is(.5))
            {
                text.Append("    channels: { chat: 1.10 EUR, PHONE: 0.35 EUR }\n");
            }

            if (dice.Is(.6))
            {
                text.Append(CultureInfo.InvariantCulture, $"    acquisition: {dice.Between(50, 300)} EUR\n");
            }

            if (dice.Is(.6))
            {
                text.Append("    escalations: { base: 35 EUR, regulator: { money: 16, time: 6 }, small-claim: { money: 27.5, time: 12 } }\n");
            }
        }
    }

    private static IEnumerable<string> Dates(Dice dice, Place place, int days, double probability) =>
        Enumerable.Range(0, days).Where(_ => dice.Is(probability)).Select(day => Date(place.Start.PlusDays(day)));

    private static string Date(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
