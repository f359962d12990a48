using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>What one case or contact route claims of a contact: 1, or the share of its population that is above the expected.</summary>
/// <param name="Low">With the lower end of the excess.</param>
public readonly record struct Claim(decimal Low, decimal Mid, decimal High)
{
    public static Claim Whole { get; } = new(1, 1, 1);
}

/// <summary>Shares a contact among its claims, so that no more than the whole is ever given away (domain.md, "No double counting").</summary>
public static class Claims
{
    /// <summary>
    /// Decimals of a weight; what is beyond them is cut off, so that weights never exceed the whole, and products with costs, in millionths,
    /// are exact: sums are the same in any order and by any grouping.
    /// </summary>
    public const int Decimals = 12;

    /// <summary>
    /// The weights of one contact's claims, in the order of priority. Mid weights use every claim's mid; a claim's low and high use its own
    /// low and high beside the others' mid.
    /// </summary>
    public static void Share(MatchPolicy policy, ReadOnlySpan<Claim> claims, Span<Claim> weights)
    {
        var total = 0m;
        foreach (var claim in claims)
        {
            total += claim.Mid;
        }

        var left = 1m;
        for (var i = 0; i < claims.Length; i++)
        {
            var (low, mid, high) = claims[i];
            if (policy == MatchPolicy.All)
            {
                var others = total - mid;
                weights[i] = new(Cut(low / Math.Max(1, others + low)), Cut(mid / Math.Max(1, total)), Cut(high / Math.Max(1, others + high)));
            }
            else
            {
                weights[i] = new(Cut(Math.Min(low, left)), Cut(Math.Min(mid, left)), Cut(Math.Min(high, left)));
                left -= weights[i].Mid;
            }
        }
    }

    private static decimal Cut(decimal weight) => decimal.Round(weight, Decimals, MidpointRounding.ToZero);
}
