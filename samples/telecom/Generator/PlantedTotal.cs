namespace CxRules.Samples.Telecom;

/// <summary>What an event brought, by local day.</summary>
internal sealed class PlantedTotal(PlantedEvent planted)
{
    public PlantedEvent Event { get; } = planted;

    public SortedDictionary<DateOnly, int> Days { get; } = [];

    public int Contacts { get; private set; }

    public decimal Cost { get; private set; }

    public void Add(Contact contact)
    {
        var day = DateOnly.FromDateTime(BusinessCalendar.ToLocal(contact.Utc));
        Days[day] = Days.GetValueOrDefault(day) + 1;
        Contacts++;
        Cost += Costs.Of(contact);
    }
}
