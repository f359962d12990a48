using System.Collections.Immutable;
using System.Text;
using CxRules.Model.Contacts;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>The second time over a history: looks up what the first counted and shared out, contact by contact.</summary>
internal sealed class ContactTrace : IContactSink
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly LedgeredDecisions _decided;
    private readonly Action<TracedContact> _receive;
    private readonly byte[]? _id;
    private readonly (CaseDecision Decision, CaseFigures Figures)? _case;
    private readonly Dictionary<CaseState, CaseDecision> _decisions;
    private readonly CodeNames _names;
    private readonly Dictionary<(Profile Profile, int Slot, bool IsStated), ImmutableArray<TracedShare>> _shares = [];

    public ContactTrace(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, LedgeredDecisions decided, Action<TracedContact> receive, TraceFilter wants)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _counter = counter;
        _decided = decided;
        _receive = receive;
        _id = wants.ContactId is { } id ? Encoding.UTF8.GetBytes(id) : null;
        _case = wants.Case is { } wanted ? decided.Cases.Single(entry => entry.Decision == wanted) : null;
        _decisions = decided.Cases.ToDictionary(entry => entry.Figures.State, entry => entry.Decision);
        _names = new CodeNames(plan.Project);
    }

    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        var located = _counter.Locate(batch);
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row] && (_id is null || batch.Text(_dictionaries.Schema.Id)[row].SequenceEqual(_id)))
            {
                var place = located(row);
                if (_case is not { } wanted || Holds(wanted.Figures, place.Profile, place.Slot))
                {
                    _receive(Trace(batch, row, place));
                }
            }
        }
    }

    private static bool Holds(CaseFigures figures, Profile profile, int slot) =>
        figures.Holds(profile, slot) && figures.Series.Profiles.Contains(profile);

    private TracedContact Trace(ContactBatch batch, int row, ContactPlace place)
    {
        var (profile, slot, day, occurredAt) = place;
        var schema = _dictionaries.Schema;
        var isContact = _counter.IsContact(batch, row);
        var cancellation = isContact ? _counter.Leavers?.Explain(batch, row, occurredAt, day) : null;
        return new()
        {
            Id = Encoding.UTF8.GetString(batch.Text(schema.Id)[row]),
            OccurredAt = occurredAt,
            Day = day,
            Channel = _dictionaries[schema.Channel][batch.Category(schema.Channel).Codes[row]],
            Disposition = Name(batch, schema.Disposition, row, _names.Disposition),
            Touchpoint = Name(batch, schema.Touchpoint, row, _names.Touchpoint),
            Price = isContact ? _counter.Costs.Explain(batch, row, day) : ContactPrice.OfRecord,
            Cancellation = cancellation,
            Escalation = !isContact ? null : _counter.Escalations?.Explain(batch, row, day),
            Shares = SharesOf(profile, slot, cancellation),
        };
    }

    /// <summary>Contacts of one profile and slot are shared out alike.</summary>
    private ImmutableArray<TracedShare> SharesOf(Profile profile, int slot, CancellationPrice? cancellation)
    {
        var key = (profile, slot, cancellation is { IsStated: true });
        if (!_shares.TryGetValue(key, out var shares))
        {
            _shares.Add(key, shares = [.. Shares(profile, slot, cancellation)]);
        }

        return shares;
    }

    private IEnumerable<TracedShare> Shares(Profile profile, int slot, CancellationPrice? cancellation)
    {
        var shares = _decided.Ledger.SharesOf(profile, slot, claim => claim?.Claim ?? Claim.Whole).ToList();
        var leaving = cancellation is { IsStated: true } ? _decided.Ledger.SharesOf(profile, slot, _ => Claim.Whole).ToList() : shares;
        var claimed = shares.Select((share, index) =>
        {
            var decision = share.Case is { } state ? _decisions[state] : null;
            return new TracedShare(share.Rule, decision, decision?.Owners ?? share.Owners, share.Claim, share.Weight, leaving[index].Weight);
        });
        var unclaimed = _decided.Cases
            .Where(entry => entry.Figures.Claim is null && Holds(entry.Figures, profile, slot))
            .Select(entry => new TracedShare(entry.Decision.Rule, entry.Decision, entry.Decision.Owners, null, default, default));
        return claimed.Concat(unclaimed);
    }

    private string? Name(ContactBatch batch, ContactField field, int row, Func<string, string> name) =>
        batch.Find(field) is CategoryColumn column && column.Codes[row] is > 0 and var code ? name(_dictionaries[field][code]) : null;
}
