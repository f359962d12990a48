using System.Globalization;
using System.Text;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Rules as sentences, over the language's measures, windows, holds and routes.</summary>
internal sealed class RandomRules(Knobs knobs)
{
    private static readonly string[] Contact =
    [
        "disposition = late", "disposition in (late, broken)", "disposition is not billing", "disposition = \"Late Fee (old)\"", "channel = phone",
        "not channel = chat", "(channel = phone or region = south)", "handle time > 5 min", "csat <= 2", "has customer", "no csat", "touchpoint = delivery",
        "demand = failure", "weekday in (saturday, sunday)", "local time between 20:00 and 08:00", "region = south", "product = \"set, top\"", "not (csat > 3 and cancelled)",
        "escalation = regulator", "no escalation",
    ];

    private static readonly string[] Baselines =
        [
            "baseline × 1.3", "baseline × 2", "baseline + 4", "150% of baseline", "baseline", "baseline from mean of 4 weeks × 1.5", "baseline from median of 8 weeks × 2",
            "baseline from fixed 6", "baseline from trimmed mean of 8 weeks × 1.3", "baseline from ewma of 6 weeks × 1.5", "baseline from per exposure bills × 1.3",
        ];

    private static readonly string[] Constants =
    [
        "customers > 4", "cancellations >= 2", "share > 40%", "share of (channel = phone) < 40%", "share among (demand = failure) > 30%", "average handle time > 13 min",
        "median csat < 3", "90th percentile handle time > 1300 seconds", "bottom-2 rate > 45%", "top-2 rate < 35%", "volume > 6", "volume of (region = north) > 3",
    ];

    private readonly RandomChain _chain = new(knobs, index => IsAboutContacts(knobs, index));

    public string Text => string.Join("\n\n", Enumerable.Range(0, knobs.Rules).Select(Rule)) + "\n";

    private string Rule(int index)
    {
        var dice = new Dice(knobs.Seed, 10 + index);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"rule rule-{index}\n  priority {dice.Between(0, 2)}\n");
        var contact = Conditions(dice) + Journey(new Dice(knobs.Seed, 3000 + index)) + RandomSamples.Kind(new Dice(knobs.Seed, 9000 + index));
        var hourly = knobs.Hourly && index == 0;
        if (_chain.IsAboutCases(index))
        {
            return text.Append(_chain.Rule(index, Targets(index))).ToString();
        }

        if (IsAboutContacts(index))
        {
            text.Append(CultureInfo.InvariantCulture, $"  if {contact}{_chain.Asked(index, .3)}\n");
            var tasks = Tasks(new(knobs.Seed, 2000 + index));
            return text.Append(tasks.Length > 0 && dice.Is(.3) ? "" : $"  then {Route(dice)}\n").Append(tasks).ToString();
        }

        var window = hourly ? "hourly" : dice.Of("daily", "daily", "weekly");
        var signal = Signal(dice, window) + Repeats(new Dice(knobs.Seed, 4000 + index), window);
        var (beforeSignal, more) = (text.Length, new Dice(knobs.Seed, 7000 + index));
        var every = !hourly && dice.Is(.15) ? dice.Of("monday at 06:00", "week on sunday", "month") : "";
        AddHolds(text, dice, hourly ? "hours" : every.Length == 0 ? "days" : every == "month" ? "" : "weeks", window);
        var per = dice.Is(.4) ? dice.Of("product", "region", "product, region", "disposition") : null;
        if (per is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"  per {per}{RandomPast.Top(more)}\n");
        }

        signal = RandomPast.Text(more, new RandomFactors(more).Text(signal, per?.Split(',')[0]), window);
        signal = RandomSamples.Text(new Dice(knobs.Seed, 9500 + index), signal, window, per is not null);
        var condition = string.Create(CultureInfo.InvariantCulture, $"  if {contact} and {signal}{_chain.Asked(index, .12)}");
        text.Insert(beforeSignal, condition + "\n");

        if (hourly)
        {
            text.Append("  every hour\n");
        }

        if (every.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  every {every}\n");
        }

        text.Append(RandomMoments.Text(new Dice(knobs.Seed, 6000 + index), hourly));
        var targets = Targets(index);
        var suppresses = targets.Length > 0 && dice.Is(.2);
        if (!suppresses || dice.Is(.7))
        {
            text.Append(CultureInfo.InvariantCulture, $"  then {Route(dice)}\n");
        }

        text.Append(Tasks(new(knobs.Seed, 2000 + index)));
        text.Append(_chain.Emission(index));
        text.Append(suppresses ? string.Create(CultureInfo.InvariantCulture, $"  then suppress rule-{dice.Of(targets)}\n") : "");
        return index == 0 ? RandomTable.Text(new Dice(knobs.Seed, 8000), text.ToString(), condition) : text.ToString();
    }

    /// <summary>Rules that open cases, and stand behind a rule.</summary>
    private int[] Targets(int index) => [.. Enumerable.Range(index + 1, knobs.Rules - index - 1).Where(target => !IsAboutContacts(target) && !_chain.IsAboutCases(target))];

    private bool IsAboutContacts(int index) => IsAboutContacts(knobs, index);

    private static bool IsAboutContacts(Knobs knobs, int index) => index > 0 && new Dice(knobs.Seed, 1000 + index).Is(.2);

    /// <summary>Each in a line; mostly none.</summary>
    private static string Tasks(Dice dice) => string.Concat(
        new[] { "tag contact with recover", "call back within 4 hours", "notify customers and agents within 5 days", "notify customers", "escalate to Repairs", "escalate to owner of disposition" }
            .Where(_ => dice.Is(.08)).Select(task => $"  then {task}\n"));

    private static string Conditions(Dice dice) => dice.Is(.3) ? $"{dice.Of<string>(Contact)} and {dice.Of<string>(Contact)}" : dice.Of<string>(Contact);

    private static string Journey(Dice dice) => dice.Is(.35) ? $" and {RandomJourneys.Sentence(dice)}" : "";

    private static string Repeats(Dice dice, string window) => dice.Between(0, 19) switch
    {
        0 => $" and {window} {RandomJourneys.RepeatRate(dice)}",
        1 => $" and {window} share of ({RandomJourneys.Sentence(dice)}) {dice.Of("> 20%", "< 70%", "> baseline × 1.1", "beyond chance")}",
        _ => "",
    };

    private static string Signal(Dice dice, string window)
    {
        var first = One(dice, window);
        return dice.Between(0, 9) switch
        {
            0 => $"({first} or {One(dice, window)})",
            1 => $"{first} and not {One(dice, window)}",
            2 or 3 => $"{first} and {One(dice, window)}",
            4 or 5 => $"{first} and at least {dice.Between(2, 8)} contacts",
            _ => first,
        };
    }

    private static string One(Dice dice, string window) => dice.Between(0, 11) switch
    {
        <= 3 => $"{window} volume > {dice.Of<string>(Baselines)}",
        4 => $"{window} volume is {dice.Of(20, 50)}% {dice.Of("above", "below")} baseline",
        5 => $"{window} volume < baseline × {dice.Of("0.5", "0.8")}",
        6 => $"{window} {dice.Of("volume", "share", "customers")} beyond chance",
        7 => $"{window} volume above the expected range{dice.Of("", " at 1%", " at 5%")}",
        8 => $"{window} {dice.Of("share of (channel = phone)", "customers", "volume of (demand = failure)", "average handle time")} > baseline × {dice.Of("1.1", "1.4")}",
        9 => window == "hourly" ? $"volume over {dice.Between(2, 30)} hours > {dice.Between(2, 9)}" : $"volume over {dice.Between(2, 10)} days > {dice.Between(2, 30)}",
        10 => $"{window} volume of (channel = phone) > {dice.Of("1", "2")} × volume of (channel = chat)",
        _ => $"{window} {dice.Of<string>(Constants)}",
    };

    /// <param name="unit">The rule's evaluation step, in the plural; empty where it has none that a hold can count.</param>
    private static void AddHolds(StringBuilder text, Dice dice, string unit, string window)
    {
        if (unit.Length > 0 && dice.Is(.3))
        {
            text.Append(CultureInfo.InvariantCulture, $"  for {(dice.Is(.3) ? $"{dice.Between(2, 3)} of 5" : dice.Between(2, 3))} {unit}\n");
        }

        if (dice.Is(.35))
        {
            text.Append(CultureInfo.InvariantCulture, $"  until {window} volume < {dice.Of("baseline × 1.1", "baseline", "4", "2")}{(unit.Length > 0 && dice.Is(.5) ? $" for {dice.Between(2, 6)} {unit}" : "")}\n");
        }
    }

    private static string Route(Dice dice) => "route to " + dice.Of("Logistics", "owner of disposition", "owner of touchpoint", "Repairs and Billing")
        + dice.Of("", " with cost estimate", " with evidence 3 contacts");
}
