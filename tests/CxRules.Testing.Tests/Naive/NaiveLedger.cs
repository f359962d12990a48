using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>A share a in each of its contacts: of one case, or of one contact rule (a = 1).</summary>
internal sealed record NaiveClaim(int Priority, int Rule, long Opened, decimal Low, decimal Mid, decimal High, List<NaiveContact> Contacts);

/// <summary>What a case costs, by what it costs it for.</summary>
internal sealed record NaiveCosts(NaiveMoney Contacts, NaiveMoney Cancellations, NaiveMoney Escalations)
{
    public NaiveMoney Sum => Contacts + Cancellations + Escalations;
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
        var sum = _world.Project.Currency is null ? null : new NaiveCosts(NaiveMoney.Zero, NaiveMoney.Zero, NaiveMoney.Zero);
        foreach (var contact in contacts)
        {
            sum = sum is not null && _world.Prices.OfContact(contact) is { } cost
                ? new(
                    sum.Contacts + Share(claim, contact, cost, isWhole: false),
                    sum.Cancellations + (_cancellations.IsCarrier(contact) ? Share(claim, contact, _world.Prices.OfCancellation(contact), NaiveCancellations.IsStated(contact)) : NaiveMoney.Zero),
                    sum.Escalations + Share(claim, contact, _world.Prices.OfEscalation(contact), isWhole: false))
                : null;
        }

        return sum;
    }

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
