using CxRules.Runtime.Baselines;

namespace CxRules.Runtime.Cases;

/// <summary>
/// The contacts of a case above the expected (statistics.md, "Excess of a case and its interval"). All figures are in contacts.
/// </summary>
/// <param name="Observed">O.</param>
/// <param name="Expected">Σ E_w over the case's units.</param>
/// <param name="Low">The lower end of the 90 % interval, within [0, O].</param>
/// <param name="Mid">max(0, X), less what the case owes to having been picked for its high count.</param>
public sealed record Excess(long Observed, decimal Expected, decimal Low, decimal Mid, decimal High)
{
    private const double UpperTail = 0.95;

    /// <summary>Contacts. Less is not taken off a case: it would have been picked anyway.</summary>
    private const decimal LeastAllowance = 0.001m;

    /// <summary>√Var X.</summary>
    public double StandardError { get; private init; }

    /// <summary>Degrees of freedom of <see cref="StandardError"/>.</summary>
    public int Freedom { get; private init; }

    /// <summary>
    /// X = Σ(O − E), with Var X = Σ_w φ·((S_w + ½·k_w/K)/m_w)·(k_w + k_w²/m_w) and Student's t on Σ(m_w − 1) degrees of freedom.
    /// </summary>
    /// <param name="classes">One entry for each weekday (hour of the week), those without case units included.</param>
    /// <param name="observed">Contacts in the case.</param>
    /// <param name="weeklyDispersion">φ of 7-day windows where the rule's window is longer than a day; else 1.</param>
    /// <param name="agreed">What the case is expected to have; null: Σ k_w·S_w/m_w.</param>
    /// <param name="threshold">The smallest count with which the case would have been opened; null: not to be allowed for.</param>
    /// <param name="spread">What φ is multiplied by, where the expected are not learned from the references; null: Σ_w.</param>
    /// <returns>Null where a class with case units has no reference left, or no degree of freedom is.</returns>
    public static Excess? Of(IReadOnlyCollection<ReferenceClass> classes, long observed, double weeklyDispersion, decimal? agreed = null, long? threshold = null, double? spread = null)
    {
        var units = 0;
        var freedom = 0;
        var expected = 0m;
        var dispersion = default(Dispersion);
        foreach (var group in classes)
        {
            if (group.CaseUnits > 0 && group.References == 0)
            {
                return null;
            }

            units += group.CaseUnits;
            freedom += Math.Max(0, group.References - 1);
            dispersion.Add(group.References, group.Sum, group.SumOfSquares);
            expected += group.CaseUnits > 0 ? (decimal)group.Sum * group.CaseUnits / group.References : 0;
        }

        if (freedom < 1)
        {
            return null;
        }

        var phi = Math.Max(dispersion.Value, weeklyDispersion);
        var variance = 0.0;
        foreach (var group in classes.Where(group => group.CaseUnits > 0))
        {
            double k = group.CaseUnits;
            double m = group.References;
            variance += phi * ((group.Sum + (0.5 * k / units)) / m) * (k + (k * k / m));
        }

        variance = spread is { } counts ? phi * counts : variance;
        expected = agreed ?? expected;
        var excess = observed - expected;
        var half = (decimal)(Distributions.StudentQuantile(UpperTail, freedom) * Math.Sqrt(variance));
        var (low, mid) = (excess - half, excess);
        if (threshold is { } least && least <= observed && variance > 0)
        {
            low = Lowered(low, Allowed(1 - UpperTail));
            mid = Lowered(mid, Allowed(0.5));
        }

        return new(observed, expected, Clip(low, observed), Clip(mid, observed), Clip(excess + half, observed))
        {
            StandardError = Math.Sqrt(variance),
            Freedom = freedom,
        };

        decimal Allowed(double chance) => (decimal)Truncation.Excess(observed, (double)expected, Math.Sqrt(variance), freedom, threshold ?? observed, chance);
    }

    private static decimal Lowered(decimal value, decimal allowed) => value - allowed < LeastAllowance ? value : allowed;

    private static decimal Clip(decimal value, long observed) => Math.Clamp(value, 0, observed);
}

/// <summary>One weekday, or hour of the week, of a case: its units in the case, and the reference units before it.</summary>
/// <param name="CaseUnits">k_w.</param>
/// <param name="References">m_w.</param>
/// <param name="Sum">S_w.</param>
public readonly record struct ReferenceClass(int CaseUnits, int References, long Sum, double SumOfSquares);
