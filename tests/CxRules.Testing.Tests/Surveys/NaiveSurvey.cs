using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Testing.Tests.Naive;
using NodaTime;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>What a survey says of single contacts, contact by contact.</summary>
internal sealed class NaiveSurvey
{
    private readonly Project _project;
    private readonly NaiveCalendar _calendar;
    private readonly NaivePrices _prices;
    private readonly NaiveCancellations _cancellations;
    private readonly HashSet<NaiveContact> _routed;
    private readonly List<NaiveContact> _contacts;

    public NaiveSurvey(SurveyFolder folder)
    {
        _contacts = folder.Contacts;
        _project = folder.Options.RuleSet.Project;
        _calendar = new NaiveCalendar(_project.Zone?.Id ?? "UTC");
        _prices = new NaivePrices(_project, _calendar);
        _cancellations = new NaiveCancellations(_contacts);
        _routed = [.. folder.Naive.Cases.SelectMany(@case => @case.Members), .. _contacts.Where(contact => contact.Code("escalation") is not null)];
    }

    public bool IsRouted(NaiveContact contact) => _routed.Contains(contact);

    public string OwnerOf(NaiveContact contact) =>
        _project.Touchpoints.FirstOrDefault(touchpoint => contact.Code("touchpoint") is { } code && Code.Matches(new(touchpoint.Code, false), code))?.Owner ?? _project.FallbackOwner ?? "unassigned";

    /// <summary>Handling, a lost customer and an escalation.</summary>
    public decimal CostOf(NaiveContact contact) => (_prices.OfContact(contact) ?? 0)
        + (_cancellations.IsCarrier(contact) ? _prices.OfCancellation(contact) ?? 0 : 0)
        + (_prices.OfEscalation(contact) ?? 0);

    public static decimal? Rating(NaiveContact contact) => contact.Number("rating") / 1_000_000m;

    public DateOnly MonthOf(NaiveContact contact) => _calendar.DayOf(contact.OccurredAt) is var day ? new(day.Year, day.Month, 1) : default;

    /// <summary>Another contact of the customer and disposition came before within 7 days; null: unknown.</summary>
    public bool? Repeats(NaiveContact contact)
    {
        if (contact.Code("disposition") is not { } disposition)
        {
            return null;
        }

        var since = _calendar.Utc(_calendar.Local(contact.OccurredAt).PlusDays(-7));
        return Earlier(contact, since).Any(other => string.Equals(other.Code("disposition"), disposition, StringComparison.OrdinalIgnoreCase)) ? true : Shows(since, contact.OccurredAt) ? false : null;
    }

    /// <summary>Channels on which the customer was within the 24 hours before, its own left out; null: unknown.</summary>
    public List<string>? CameFrom(NaiveContact contact)
    {
        if (contact.Code("customer") is null)
        {
            return null;
        }

        var since = contact.OccurredAt - TimeSpan.TicksPerDay;
        var channels = Earlier(contact, since).Select(ChannelOf).Where(channel => channel != ChannelOf(contact)).Distinct().ToList();
        return channels.Count > 0 || Shows(since, contact.OccurredAt) ? channels : null;
    }

    public static string ChannelOf(NaiveContact contact) => Code.ToBareWord(contact.Code("channel") ?? "");

    private IEnumerable<NaiveContact> Earlier(NaiveContact contact, long since) => contact.Code("customer") is not { } customer
        ? []
        : _contacts.Where(other => other.Code("customer") == customer && other.OccurredAt >= since && other.OccurredAt < contact.OccurredAt);

    private bool Shows(long since, long until)
    {
        var first = _calendar.StartOfDay(_calendar.DayOf(_contacts.Min(contact => contact.OccurredAt)));
        return since >= first && !_project.Gaps.Any(gap => _calendar.StartOfDay(LocalDate.FromDateOnly(gap)) < until && _calendar.StartOfDay(LocalDate.FromDateOnly(gap).PlusDays(1)) > since);
    }
}
