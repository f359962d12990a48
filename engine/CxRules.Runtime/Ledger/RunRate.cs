using CxRules.Model.Money;

namespace CxRules.Runtime.Ledger;

/// <summary>What a rule's cases and routed contacts cost in the replayed period, and what that makes in a year.</summary>
/// <param name="Cost">Of those with a known cost; null where the project has no costs.</param>
/// <param name="PerYear">Mid cost, rounded to millionths; null: unknown.</param>
/// <param name="UnknownBecause">Null where <paramref name="PerYear"/> is known.</param>
public sealed record RunRate(CostRange? Cost, decimal? PerYear, string? UnknownBecause)
{
    /// <summary>Days that a period needs: less says nothing about a year.</summary>
    public const int LeastDays = 28;

    private const int DaysOfYear = 365;

    /// <param name="cost">The mid cost in the period.</param>
    /// <param name="days">Local days of the period.</param>
    public static decimal Yearly(decimal cost, int days) => decimal.Round(cost * DaysOfYear / days, 6, MidpointRounding.ToEven);
}
