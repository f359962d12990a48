using System.Runtime.InteropServices;
using CxRules.Model.Contacts;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>Goes over a decided history once more, and adds its contacts up by sort.</summary>
internal sealed class SurveySink : IContactSink
{
    private const string Contact = "contact";

    private readonly ContactDictionaries _dictionaries;
    private readonly SurveyFields _fields;
    private readonly IContactSink _trace;
    private readonly FoundMoney _found;
    private readonly Dictionary<ContactSort, ContactTally> _cells = [];
    private readonly SortedDictionary<DateOnly, RatingTally> _months = [];
    private readonly Dictionary<(string Kind, string? Disposition), long> _beside = [];
    private readonly List<TracedContact> _traced = [];
    private readonly List<Visit>? _visits;

    public SurveySink(DecidedReplay replay, SurveyFields fields, SurveyDetail detail)
    {
        _dictionaries = replay.Pass.Dictionaries;
        _fields = fields;
        _trace = replay.Pass.Engine.Trace(_traced.Add, new TraceFilter(null, null));
        _found = new FoundMoney(replay.Decisions);
        _visits = detail == SurveyDetail.Visits ? [] : null;
    }

    public IReadOnlyDictionary<ContactSort, ContactTally> Cells => _cells;

    /// <summary>Records that stand beside the contacts: ideas, feedback, samples.</summary>
    public IReadOnlyDictionary<(string Kind, string? Disposition), long> Beside => _beside;

    /// <summary>Ratings by the first day of their local month.</summary>
    public IReadOnlyDictionary<DateOnly, RatingTally> Months => _months;

    /// <summary>Contacts with a customer; empty where they were not asked for.</summary>
    public IReadOnlyList<Visit> Visits => _visits ?? [];

    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        _traced.Clear();
        _trace.Count(batch, admitted);
        var next = 0;
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row])
            {
                Add(batch, row, _traced[next++]);
            }
        }
    }

    private void Add(ContactBatch batch, int row, TracedContact contact)
    {
        if (Name(batch, _fields.Kind, row) is { } kind && Code.ToBareWord(kind) is var word && word != Contact)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_beside, (word, contact.Disposition), out _)++;
            return;
        }

        var rating = Number(batch, _fields.Rating, row);
        Tally(Sort(batch, row, contact)).Add(new(
            !contact.Shares.IsEmpty,
            contact.Price.Cost,
            (contact.Cancellation?.Cost ?? 0) + (contact.Escalation?.Cost ?? 0),
            _found.Of(contact),
            Number(batch, _dictionaries.Schema.HandleTime, row),
            rating));
        if (rating is not null)
        {
            var day = DateOnly.FromDayNumber(contact.Day);
            Month(new(day.Year, day.Month, 1)).Add(rating);
        }

        var customer = batch.Category(_dictionaries.Schema.Customer).Codes[row];
        if (customer > 0)
        {
            _visits?.Add(new(customer, contact.OccurredAt, batch.Category(_dictionaries.Schema.Channel).Codes[row], batch.Category(_dictionaries.Schema.Disposition).Codes[row]));
        }
    }

    private ContactSort Sort(ContactBatch batch, int row, TracedContact contact) => new(
        contact.Disposition,
        contact.Touchpoint,
        contact.Channel,
        Name(batch, _dictionaries.Schema.Demand, row),
        Name(batch, _fields.Cause, row),
        Name(batch, _dictionaries.Schema.Escalation, row) is not null || Number(batch, _fields.Escalated, row) == 1);

    private ContactTally Tally(ContactSort sort) => CollectionsMarshal.GetValueRefOrAddDefault(_cells, sort, out _) ??= new ContactTally();

    private RatingTally Month(DateOnly month)
    {
        if (!_months.TryGetValue(month, out var tally))
        {
            _months.Add(month, tally = new RatingTally());
        }

        return tally;
    }

    private string? Name(ContactBatch batch, ContactField field, int row) => batch.Category(field).Codes[row] is > 0 and var code ? _dictionaries[field][code] : null;

    private static long? Number(ContactBatch batch, ContactField field, int row) => batch.Number(field).Values[row] is var value && value == FieldScale.Missing ? null : value;
}
