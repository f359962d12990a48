using CxRules.Language.Shapes;

namespace CxRules.Language.Projects;

/// <summary>The keys of an entry of `costs`.</summary>
internal static class CostKeys
{
    private const decimal Penny = 0.01m;

    public static readonly Key<DateShape> From = new("from", new("2026-01-01"), "The first day on which these costs hold.") { IsRequired = true };

    public static readonly Key<MoneyShape> Spend = new("spend", new("month", Penny, "410000 GBP per month"), "What the contact center costs a month, all in.") { IsRequired = true };

    public static readonly Key<RateShape> Handled = new(
        "contacts", new("contacts", "month", 1, 10_000_000_000, "52000 per month"), "How many contacts it handles for that.") { IsRequired = true };

    public static readonly Key<MapShape> PerContact = new(
        "contacts",
        new("`contacts`", "`contacts`", "{ spend: 410000 GBP per month, contacts: 52000 per month }", Spend, Handled),
        "What a contact costs where its handle time is not known: spend ÷ contacts.");

    public static readonly Key<NamesShape<MoneyShape>> Channels = new(
        "channels", new("channel", new(null, 0, "3.10 GBP"), "{ chat: 3.10 GBP, email: 4.40 GBP }"), "A fee for each contact, by its channel; it comes on top of the handle time.");

    public static readonly Key<MoneyShape> LoadedRate = new(
        "loaded rate", new("hour", Penny, "31.50 GBP per hour"), "What an hour of handling costs, wages and overheads together.");

    public static readonly Key<MoneyShape> Acquisition = new("acquisition", new(null, Penny, "212 GBP"), "What it costs to win a new customer for each that leaves.");

    public static readonly Key<TextShape> Note = new("note", new("a text", "invented for this sample"), "What reports say beside every price.");

    public static readonly Key<MoneyShape> Base = new(
        "base", new(null, Penny, "35 GBP"), "The goodwill payment that would have settled the complaint early.") { IsRequired = true };

    public static readonly Key<NumberShape> Money = new("money", new(0.01m, 10_000, "16"), "How many times the base such a complaint costs.") { IsRequired = true };

    public static readonly Key<NumberShape> Time = new("time", new(0.01m, 10_000, "6"), "How many times the handling time it takes.") { Default = "1" };

    public static readonly Key<NamesShape<MapShape>> Escalations = new(
        "escalations",
        new("escalation", new("an escalation", "The escalation", "{ money: 16, time: 6 }", Money, Time), "{ base: 35 GBP, regulator: { money: 16, time: 6 } }") { Known = [Base], IsNeeded = true },
        "What complaints cost that go further, such as to a regulator, relative to one that is settled at once.");

    public static readonly MapShape Entry = new(
        "`costs`", "This entry of `costs`", "{ from: 2026-01-01 }", From, PerContact, Channels, LoadedRate, Acquisition, Escalations, Note);

    public static readonly ListShape<MapShape> List = new(Entry, "a list", "[{ from: 2026-01-01 }]");
}
