namespace CxRules.Testing.Surveys;

/// <summary>What some contacts add up to. Costs are in millionths of the currency.</summary>
internal sealed class ContactTally
{
    private decimal _cost;
    private decimal _found;
    private long _unpriced;

    public long Contacts { get; private set; }

    /// <summary>Contacts that a case or a contact rule holds.</summary>
    public long Routed { get; private set; }

    /// <summary>Contacts with a handle time.</summary>
    public long Handled { get; private set; }

    /// <summary>Milliseconds, of those.</summary>
    public long HandleTime { get; private set; }

    public RatingTally Ratings { get; } = new();

    public void Add(in SurveyedContact contact)
    {
        Contacts++;
        Routed += contact.IsRouted ? 1 : 0;
        _cost += contact.Cost ?? 0;
        _cost += contact.Consequences;
        _unpriced += contact.Cost is null ? 1 : 0;
        _found += contact.Found;
        Handled += contact.HandleTime is null ? 0 : 1;
        HandleTime += contact.HandleTime ?? 0;
        Ratings.Add(contact.Rating);
    }

    public ContactTally With(ContactTally other)
    {
        Contacts += other.Contacts;
        Routed += other.Routed;
        _cost += other._cost;
        _found += other._found;
        _unpriced += other._unpriced;
        Handled += other.Handled;
        HandleTime += other.HandleTime;
        Ratings.Add(other.Ratings);
        return this;
    }

    /// <summary>What the contacts cost as a whole.</summary>
    public KnownCost Cost => new(_cost / 1_000_000m, _unpriced);

    /// <summary>What of that stands in cases and contact routes with a known cost.</summary>
    public decimal Found => _found / 1_000_000m;

    public static ContactTally Sum(IEnumerable<ContactTally> tallies) => tallies.Aggregate(new ContactTally(), (sum, next) => sum.With(next));
}
