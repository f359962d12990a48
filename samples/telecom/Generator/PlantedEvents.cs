using System.Collections.Immutable;

namespace CxRules.Samples.Telecom;

/// <summary>The truth about the year; the history does not tell which contact belongs to it.</summary>
internal static class PlantedEvents
{
    public static ImmutableArray<PlantedEvent> All { get; } =
    [
        new("bill-change", "The new bill layout of 9 March doubles the number of line items", PlantedKind.Spike, "billing-confusion", null,
        [
            Week(3, 9, 330), Week(3, 16, 380), Week(3, 23, 370), Week(3, 30, 340), Week(4, 6, 300), Week(4, 13, 150), Week(4, 20, 50),
        ]),
        new("bill-change-cancellations", "Customers of the new bill who cancel within twelve days", PlantedKind.Journey, "cancel-service", null, []),
        new("north-west-outage", "A fibre cut leaves the North West without broadband", PlantedKind.Spike, "outage-report", "north-west",
            [new(new(2026, 2, 17), new(2026, 2, 18), 1300)]),
        new("price-promise", "Shops promise a December price that the bill does not show", PlantedKind.Spike, "price-promise-mismatch", null,
            [new(new(2026, 12, 1), new(2026, 12, 14), 42)]),
        new("appointments-missed", "Engineers miss their appointments all year", PlantedKind.Chronic, "appointment-missed", null, []),
        new("refunds-unanswered", "Nobody tells customers where their refund is", PlantedKind.Chronic, "refund-status", null, []),
        new("web-then-phone", "Password resets are abandoned on the web, then made by phone", PlantedKind.Journey, "password-reset", null, []),
    ];

    public static int IndexOf(string id)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Id == id)
            {
                return index;
            }
        }

        throw new ArgumentException($"No event is called {id}.", nameof(id));
    }

    /// <summary>The chronic event whose contacts a reason's are, or −1.</summary>
    public static int ChronicOf(int reason)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Kind == PlantedKind.Chronic && All[index].Reason == reason)
            {
                return index;
            }
        }

        return -1;
    }

    private static PlantedLevel Week(int month, int day, int weekly)
    {
        var monday = new DateOnly(2026, month, day);
        return new(monday, monday.AddDays(6), weekly);
    }
}
