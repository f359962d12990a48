using System.Globalization;

namespace CxRules.Runtime.Tests.Histories;

/// <summary>A week of contacts in no order: many customers with a handful each, some with more than a log keeps, some contacts without a customer.</summary>
internal static class RandomContacts
{
    public static ContactRow[] Of(Random random)
    {
        string[] customers =
        [
            .. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Repeat($"c{i}", 1 + (i % 7))),
            .. Enumerable.Repeat("often", 75),
            .. Enumerable.Repeat("always", 180),
            .. Enumerable.Repeat("", 80),
        ];
        random.Shuffle(customers);
        return [.. customers.Select((customer, i) => Row(random, customer, i.ToString(CultureInfo.InvariantCulture)))];
    }

    private static ContactRow Row(Random random, string customer, string id) => new(id, $"2026-01-{random.Next(5, 12):00} {random.Next(24):00}:00")
    {
        Customer = customer,
        Channel = One(random, "phone", "phone", "phone", "chat"),
        Disposition = One(random, "late", "refund", "other", ""),
        Touchpoint = One(random, "delivery", "billing", ""),
        Region = One(random, "north", "south", ""),
        Escalation = One(random, [.. Enumerable.Repeat("", 30), "regulator", "press", "ombudsman"]),
        Cancelled = One<bool?>(random, null, null, null, null, false, true),
        Reason = One(random, "price", "", ""),
        HandleTime = One<decimal?>(random, null, 30, 61.5m, 400),
        Csat = One<decimal?>(random, null, null, 1, 4.5m),
    };

    private static T One<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}
