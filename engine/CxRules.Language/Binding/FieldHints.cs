namespace CxRules.Language.Binding;

/// <summary>What was probably meant by a word that is no field.</summary>
internal static class FieldHints
{
    private const string Volume = "To count contacts, write a measure with its window: `weekly volume > 50 contacts`.";
    private const string Repeats = "Write `customer is repeat within 7 days`.";

    private static readonly Dictionary<string, string> Hints = new(StringComparer.OrdinalIgnoreCase)
    {
        ["volume"] = Volume,
        ["contacts"] = Volume,
        ["calls"] = Volume,
        ["count"] = Volume,
        ["number of contacts"] = Volume,
        ["share"] = "A share is a measure and needs a window: `weekly share > 10%`.",
        ["customers"] = "To count customers, write a measure with its window: `weekly customers > 50`.",
        ["cost"] = "Cost is a measure and needs a window: `weekly cost > 5000 GBP`.",
        ["cancellations"] = "Cancellations are a measure and need a window: `weekly cancellations > 5`.",
        ["baseline"] = "A baseline belongs to a measure: `weekly volume > baseline × 1.3`.",
        ["repeat"] = Repeats,
        ["time"] = "Write `local time` for the time of day, `handle time` or `wait time` for a duration.",
        ["date"] = "Write `occurred at >= 2026-01-31`.",
        ["day"] = "Write `weekday in (saturday, sunday)`.",
        ["duration"] = "Write `handle time` or `wait time`.",
        ["code"] = "Write `disposition`.",
        ["reason"] = "Write `disposition`.",
        ["country"] = "Write `region`, or declare the field under `fields:` in cxrules.yaml.",
    };

    public static string For(string words) => Hints.GetValueOrDefault(
        words,
        "Write one of the fields of the contact record, or declare it under `fields:` in cxrules.yaml.");
}
