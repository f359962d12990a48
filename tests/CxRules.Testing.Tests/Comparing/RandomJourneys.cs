using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Random conditions that look at a customer's other contacts, as sentences and as bound trees.</summary>
internal static class RandomJourneys
{
    private static readonly string[] Others =
    [
        "any contact", "disposition = billing", "(disposition = late and channel = phone)", "(cancelled or csat <= 2)", "(disposition in (broken, late) or no disposition)",
        "(channel = chat and not followed by disposition = broken within 2 days)", "(preceded by channel = web within 24 hours)", "(followed by any contact within 3 hours)",
    ];

    private static readonly string[] Limits = ["the same day", "90 min", "6 hours", "24 hours", "1 day", "3 days", "1 week", "10 days"];

    private static readonly JourneyLimit[] BoundLimits =
    [
        JourneyLimit.SameDay, JourneyLimit.SameDay, JourneyLimit.Elapsed(TimeSpan.TicksPerHour * 5), JourneyLimit.Elapsed(TimeSpan.TicksPerDay),
        JourneyLimit.OfDays(1), JourneyLimit.OfDays(2), JourneyLimit.OfDays(7), JourneyLimit.OfDays(20),
    ];

    public static string Sentence(Dice dice) => dice.Between(0, 9) switch
    {
        0 or 1 => $"followed by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)}",
        2 or 3 => $"not followed by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)}",
        4 => $"preceded by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)}",
        5 => $"not preceded by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)}",
        6 => $"customer is repeat within {dice.Of<string>(Limits)}",
        7 => $"(channel = phone or followed by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)})",
        8 => $"not (followed by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)} and preceded by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)})",
        _ => $"(preceded by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)} or not followed by {dice.Of<string>(Others)} within {dice.Of<string>(Limits)})",
    };

    public static string RepeatRate(Dice dice) => $"repeat rate within {dice.Of<string>(Limits)} {dice.Of("> 20%", "> baseline × 1.2", "< 60%", "beyond chance")}";

    /// <param name="contact">A random condition on one contact.</param>
    /// <param name="depth">How many journeys deep the other contact may look at others.</param>
    public static BoundCondition Condition(Dice dice, int depth, Func<Dice, BoundCondition> contact) => dice.Between(0, depth > 0 ? 6 : 2) switch
    {
        <= 2 => Journey(dice, dice.Is(.3) ? BoundAnd.Everything : contact(dice)),
        3 => new BoundNot(Condition(dice, depth - 1, contact)),
        4 => new BoundAnd([Condition(dice, depth - 1, contact), Condition(dice, depth - 1, contact)]),
        5 => new BoundOr([Condition(dice, depth - 1, contact), contact(dice)]),
        _ => Journey(dice, new BoundAnd([contact(dice), Condition(dice, depth - 1, contact)])),
    };

    private static BoundJourney Journey(Dice dice, BoundCondition other) =>
        new(dice.Of(JourneyDirection.FollowedBy, JourneyDirection.PrecededBy), other, dice.Of<JourneyLimit>(BoundLimits)) { Same = dice.Of<ContactField?>(null, null, null, BoundProject.Known("disposition"), BoundProject.Known("product")) };
}
