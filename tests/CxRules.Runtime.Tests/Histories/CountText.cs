using System.Globalization;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Histories;

/// <summary>All that a closed count knows, as lines that do not depend on the order in which contacts came.</summary>
internal static class CountText
{
    public static string[] Of(ContactCounter counter) =>
    [
        Line($"{counter.Contacts} contacts from {counter.First} to {counter.Last}"),
        .. counter.Days.Select(day => Line($"day {day.Key}: {day.Value}")),
        .. Enumerable.Range(0, 64 * counter.Layout.Words).Select(population => Line($"unknown in {population}: {counter.UnknownIn(population)}")),
        .. counter.Cancellations.OrderBy(customer => customer.Key).Select(customer => Line($"customer {customer.Key} cancels at {string.Join(' ', customer.Value.Order())}")),
        .. (counter.Escalations?.Unnamed ?? []).Select(kind => Line($"unnamed {kind.Key}: {kind.Value}")),
        Line($"unpriced leavers: {counter.Leavers?.Unpriced}"),
        .. counter.Table.Profiles.Select(profile => Of(profile, counter.Layout)).Order(StringComparer.Ordinal),
    ];

    private static string Of(Profile profile, ProfileLayout layout) => string.Join(
        "\n  ",
        [
            $"populations {string.Join(' ', Enumerable.Range(0, 64 * layout.Words).Where(profile.Holds))}, codes {string.Join(' ', Enumerable.Range(0, layout.Fields.Length).Select(profile.Code))}",
            .. profile.Cells.Span.ToArray().Select(cell => Of(in cell)),
            .. profile.Counts.Span.ToArray().Select(cell => Line($"{cell.Slot}: {cell.Contacts} again, {cell.Cost}, {cell.Unpriced}")),
            .. (profile.Customers ?? []).Select(entry => Line($"customer {entry.Customer} in {entry.Slot} at {entry.OccurredAt}")).Order(StringComparer.Ordinal),
            .. (profile.Values ?? []).Select(entry => Line($"field {entry.Field} in {entry.Slot} is {entry.Value}")).Order(StringComparer.Ordinal),
        ]);

    private static string Of(in Cell cell) => Line(
        $"{cell.Slot}: {cell.Contacts}, cost {cell.Cost}, unpriced {cell.Unpriced}, sums {string.Join(' ', cell.Sums ?? [])}, ids {string.Join(' ', (cell.Evidence?.Entries ?? []).Select(entry => entry.Id))}, escalated {Of(cell.Consequences?.Escalated)}, left {Of(cell.Consequences?.Left)}, with a reason {Of(cell.Consequences?.LeftWithReason)}");

    private static string Of(Priced? priced) => priced is { Count: > 0 } some ? Line($"{some.Count} at {some.Cost}") : "-";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
