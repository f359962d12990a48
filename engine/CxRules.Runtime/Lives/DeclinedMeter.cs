using CxRules.Model.Money;

namespace CxRules.Runtime.Lives;

/// <summary>What a declined case goes on to cost.</summary>
/// <param name="Since">UTC ticks: it counts the whole days (hours) from the first that begins then or later.</param>
/// <param name="Until">UTC ticks: to the last that begins before; null: it goes on.</param>
/// <param name="Cost">Null where it is unknown.</param>
public sealed record DeclinedMeter(long Since, long? Until, CostRange? Cost, string? CostUnknownBecause)
{
    public decimal? Cap { get; init; }

    /// <summary>
    /// UTC ticks: when it had cost more than the cap allows, as far as was known then; null: it never had, or that was unknown. What was shared with
    /// other cases since may have changed the cost.
    /// </summary>
    public long? Passed { get; init; }

    public DateOnly? ReviewBy { get; init; }

    /// <summary>True once it has cost more than the cap allows; null where that is unknown.</summary>
    public bool? IsPastItsCap => Cap is null ? false : Passed is not null ? true : Cost is null ? null : false;
}
