using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A share a in each of its contacts: of one case, or of one contact rule (a = 1).</summary>
internal sealed record NaiveClaim(int Priority, int Rule, long Opened, decimal Low, decimal Mid, decimal High, List<NaiveContact> Contacts);

/// <param name="Count">Contacts, customers or escalations, each counted whole.</param>
internal sealed record NaivePart(long Count, NaiveMoney Cost)
{
    public static NaivePart None { get; } = new(0, NaiveMoney.Zero);

    public NaivePart With(NaiveMoney cost) => new(Count + 1, Cost + cost);
}

/// <summary>What a case costs, by what it costs it for.</summary>
internal sealed record NaiveCosts(NaivePart Contacts, NaivePart Cancellations, NaivePart Escalations)
{
    public static NaiveCosts None { get; } = new(NaivePart.None, NaivePart.None, NaivePart.None);

    public NaiveMoney Sum => Contacts.Cost + Cancellations.Cost + Escalations.Cost;
}

/// <summary>Where each contact's money is counted exactly once.</summary>
internal sealed class NaiveLedger
{
    private readonly NaiveWorld _world;
    private readonly NaiveCancellations _cancellations;
    private readonly Dictionary<NaiveContact, List<NaiveClaim>> _claims = [];

    public NaiveLedger(NaiveWorld world, IEnumerable<NaiveClaim> claims)
    {
        _world = world;
        _cancellations = new(world.Contacts);
        foreach (var claim in claims.OrderByDescending(claim => claim.Priority).ThenBy(claim => claim.Rule).ThenBy(claim => claim.Opened))
        {
            foreach (var contact in claim.Contacts)
            {
                _claims.TryAdd(contact, []);
                _claims[contact].Add(claim);
            }
        }
    }

    /// <summary>What some of a claim's contacts cost it; null where the cost of one is unknown, or there is no currency.</summary>
    public NaiveCosts? CostOf(NaiveClaim claim, IEnumerable<NaiveContact> contacts)
    {
        var costs = _world.Project.Currency is null ? null : NaiveCosts.None;
        foreach (var contact in contacts)
        {
            costs = costs is not null && _world.Prices.OfContact(contact) is { } price ? Add(costs, claim, contact, price) : null;
        }

        return costs;
    }

    private NaiveCosts Add(NaiveCosts costs, NaiveClaim claim, NaiveContact contact, decimal price) => new(
        costs.Contacts.With(Share(claim, contact, price, isWhole: false)),
        _cancellations.IsCarrier(contact) && _world.Prices.OfCancellation(contact) is { } acquisition
            ? costs.Cancellations.With(Share(claim, contact, acquisition, NaiveCancellations.IsStated(contact)))
            : costs.Cancellations,
        _world.Prices.OfEscalation(contact) is { } escalation ? costs.Escalations.With(Share(claim, contact, escalation, isWhole: false)) : costs.Escalations);

    /// <param name="isWhole">Every claim is the whole of it, not only what exceeds the expected.</param>
    private NaiveMoney Share(NaiveClaim claim, NaiveContact contact, decimal amount, bool isWhole) => amount == 0 ? NaiveMoney.Zero : new(
        Weight(claim, isWhole ? 1 : claim.Low, contact, isWhole) * amount,
        Weight(claim, isWhole ? 1 : claim.Mid, contact, isWhole) * amount,
        Weight(claim, isWhole ? 1 : claim.High, contact, isWhole) * amount);

    /// <summary>What a claim to <paramref name="own"/> gets of a contact, the others being at their middle.</summary>
    private decimal Weight(NaiveClaim claim, decimal own, NaiveContact contact, bool isWhole)
    {
        var claims = _claims[contact];
        if (_world.Project.Match == MatchPolicy.All)
        {
            return own / Math.Max(1, claims.Where(other => !ReferenceEquals(other, claim)).Sum(Middle) + own);
        }

        var taken = claims.TakeWhile(other => !ReferenceEquals(other, claim)).Aggregate(0m, (sum, other) => sum + Math.Min(Middle(other), 1 - sum));
        return Math.Min(own, 1 - taken);

        decimal Middle(NaiveClaim other) => isWhole ? 1 : other.Mid;
    }
}
