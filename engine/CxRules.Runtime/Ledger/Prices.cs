namespace CxRules.Runtime.Ledger;

/// <summary>How a contact came to its cost. Costs and fees are in millionths of the currency.</summary>
/// <param name="Cost">Null: unknown.</param>
/// <param name="From">The first day of the cost table in force; null: none is.</param>
/// <param name="HandleTime">Milliseconds; null where the cost does not come from handle time.</param>
/// <param name="Rate">The loaded rate, currency an hour.</param>
/// <param name="Fee">The channel's.</param>
/// <param name="PerContact">Spend ÷ contacts, where the cost comes from there.</param>
public sealed record ContactPrice(long? Cost, DateOnly? From, long? HandleTime, decimal? Rate, long? Fee, decimal? PerContact)
{
    /// <summary>Of an idea, feedback or another record that is no contact.</summary>
    public static ContactPrice OfRecord { get; } = new(0, null, null, null, null, null);
}

/// <summary>How an escalation came to its cost: base × factor.</summary>
/// <param name="Cost">Millionths of the currency.</param>
public sealed record EscalationPrice(string Kind, decimal Base, decimal Factor, DateOnly From, long Cost);

/// <summary>What a lost customer costs.</summary>
/// <param name="IsStated">The contact gives a reason: it is claimed whole.</param>
/// <param name="From">The first day of the cost table in force; null: none is.</param>
/// <param name="Cost">Millionths of the currency; 0 where the table names no acquisition.</param>
public sealed record CancellationPrice(bool IsStated, DateOnly? From, long Cost);
