using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What a contact, a lost customer and an escalation cost, by the table in force on the contact's local day.</summary>
internal sealed class NaivePrices(Project project, NaiveCalendar calendar)
{
    private readonly Dictionary<NaiveContact, decimal?> _contacts = [];

    /// <summary>What a contact costs; null where that is unknown.</summary>
    public decimal? OfContact(NaiveContact contact) => _contacts.TryGetValue(contact, out var known) ? known : _contacts[contact] = Find(contact);

    /// <summary>What it takes to win another customer: nothing where the day's table does not say; null where none does.</summary>
    public decimal? OfCancellation(NaiveContact carrier) => project.Costs.Any(table => table.Acquisition is not null) ? Table(carrier)?.Acquisition ?? 0 : null;

    /// <summary>The goodwill payment as often as this kind of escalation costs it; null for a kind that the table does not name.</summary>
    public decimal? OfEscalation(NaiveContact contact) => NaiveKinds.IsContact(contact) && contact.Code("escalation") is { } kind && Table(contact)?.Escalations is { } escalations
        ? escalations.Base * escalations.Kinds.Where(known => Code.Matches(new(known.Key, Quoted: false), kind)).Select(known => (decimal?)known.Value.Money).FirstOrDefault()
        : null;

    /// <summary>Spend ÷ contacts on a local day; null where that is unknown.</summary>
    public decimal? Average(NodaTime.LocalDate day) => project.Currency is null ? null : project.Costs.LastOrDefault(table => table.From <= day.ToDateOnly())?.PerContact;

    private decimal? Find(NaiveContact contact)
    {
        if (!NaiveKinds.IsContact(contact))
        {
            return 0;
        }

        if (Table(contact) is not { } costs)
        {
            return null;
        }

        if (contact.Number("handle time") is { } milliseconds && costs.LoadedRate is { } rate)
        {
            var channel = contact.Code("channel");
            var fee = costs.Channels.Where(pair => channel is not null && Code.ToBareWord(pair.Key) == Code.ToBareWord(channel)).Select(pair => pair.Value).FirstOrDefault();
            return decimal.Round((milliseconds * rate / 3_600_000m) + fee, 6, MidpointRounding.ToEven);
        }

        return costs.PerContact is { } perContact ? decimal.Round(perContact, 6, MidpointRounding.ToEven) : null;
    }

    private CostTable? Table(NaiveContact contact)
    {
        var day = calendar.DayOf(contact.OccurredAt).ToDateOnly();
        return project.Currency is null ? null : project.Costs.LastOrDefault(table => table.From <= day);
    }
}
