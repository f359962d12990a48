namespace CxRules.Testing.Tests.Naive;

/// <summary>A share a in each of its contacts: of one case, or of one contact rule (a = 1).</summary>
internal sealed record NaiveClaim(int Priority, int Rule, long Opened, decimal Low, decimal Mid, decimal High, List<NaiveContact> Contacts);

/// <summary>Where each contact's money is counted exactly once.</summary>
internal sealed class NaiveLedger
{
    private readonly NaiveWorld _world;
    private readonly Dictionary<NaiveContact, List<NaiveClaim>> _claims = [];

    public NaiveLedger(NaiveWorld world, IEnumerable<NaiveClaim> claims)
    {
        _world = world;
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
    public NaiveMoney? CostOf(NaiveClaim claim, IEnumerable<NaiveContact> contacts)
    {
        var sum = _world.Project.Currency is null ? null : new NaiveMoney(0, 0, 0);
        foreach (var contact in contacts)
        {
            sum = sum is not null && _world.CostOf(contact) is { } cost
                ? new(sum.Low + (Weight(claim, claim.Low, contact) * cost), sum.Mid + (Weight(claim, claim.Mid, contact) * cost), sum.High + (Weight(claim, claim.High, contact) * cost))
                : null;
        }

        return sum;
    }

    private decimal Weight(NaiveClaim claim, decimal own, NaiveContact contact)
    {
        var claims = _claims[contact];
        if (_world.Project.Match == Model.Projects.MatchPolicy.All)
        {
            return own / Math.Max(1, claims.Where(other => !ReferenceEquals(other, claim)).Sum(other => other.Mid) + own);
        }

        var taken = claims.TakeWhile(other => !ReferenceEquals(other, claim)).Aggregate(0m, (sum, other) => sum + Math.Min(other.Mid, 1 - sum));
        return Math.Min(own, 1 - taken);
    }
}
