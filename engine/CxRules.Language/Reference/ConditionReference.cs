using System.Collections.Immutable;

namespace CxRules.Language.Reference;

/// <summary>Conditions that are no comparison.</summary>
internal static class ConditionReference
{
    public static readonly ImmutableArray<ReferenceEntry> OfContacts =
    [
        new("has", "The contact has a value there; one of its labels is this.", "has csat", "tag has vip"),
        new("no", "The contact has no value there.", "no csat"),
        new("contains", "The text holds these letters, in any case.", "text contains \"fee\"", "text contains any of (\"fee\", \"charge\")"),
        new("matches", "The text fits a regular expression, in any case.", "text matches /late fees?/"),
        new("between", "In between, both ends included.", "csat between 2 and 4"),
        new("flag", "A yes-or-no field is yes; it is no.", "cancelled", "not escalated"),
        new("weekday", "The contact began on such a day.", "weekday in (saturday, sunday)"),
        new("local time", "It began in this stretch of the day.", "local time between 20:00 and 08:00"),
        new("within", "It began at most that long after another point in time.", "within 45 days after first billed at"),
        new("repeat", "The same customer had an earlier contact, at most that long before.", "customer is repeat within 7 days"),
        new("followed", "The same customer has a later contact that meets A; unknown until there is one or the time has passed.", "followed by (A) within 30 days", "followed by any contact within the same day"),
        new("preceded", "The same customer had an earlier contact that meets A.", "preceded by (A) within 24 hours"),
        new("csharp", "An expression in C#; an error unless the project allows it.", "csharp \"contact.Transfers > 2\""),
    ];

    public static readonly ImmutableArray<ReferenceEntry> OfMeasuresAndFacts =
    [
        new("quantity", "So many contacts, customers or ratings in the rule's longest window.", "at least 50 contacts", "fewer than 30 ratings"),
        new("beyond", "The volume of the rule's longest window is beyond chance.", "beyond chance"),
        new("above", "The same, with the chance named.", "above the expected range at 1%"),
        new("sample", "What a tally that agents keep makes expect.", "sample meter-tally estimates more than 40 contacts per day"),
        new("case", "What became of a case: of one rule, or of any.", "case is declined for 90 days", "case late-bills cost > 50,000 GBP", "case is past its cap"),
        new("signal", "Another rule says so now, for the same group.", "signal outage-here is active"),
    ];
}
