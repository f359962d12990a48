using CxRules.Model.Money;

namespace CxRules.Runtime.Lives;

/// <summary>What a verified fix has saved: contacts that no longer came, beside what the same weekdays (hours) had in the 8 weeks before it was claimed.</summary>
/// <param name="Since">UTC ticks: the first whole day (hour) after the claim.</param>
/// <param name="Until">UTC ticks: it came back, the case went, or it has saved for as many days (hours) as the case had before the claim; null: it goes on saving.</param>
/// <param name="FixCost">What the fix cost, and the attempts before it that failed.</param>
public sealed record FixSavings(long Since, long? Until, decimal FixCost)
{
    /// <summary>Contacts that did not come, with the 90 % interval; null where it is unknown.</summary>
    public SavedContacts? Contacts { get; init; }

    /// <summary>They at what handling one costs on average: time that is free for others. Null where it is unknown.</summary>
    public CostRange? AverageCost { get; init; }

    /// <summary>They at what each led to in payments: escalations, and customers to be won anew. Null where it is unknown.</summary>
    public CostRange? Cashable { get; init; }

    /// <summary>The mid of <see cref="AverageCost"/> in a year at this rate, or in as many days (hours) as the case had before the claim where those are fewer; null where it is unknown, or the time too short.</summary>
    public decimal? PerYear { get; init; }

    /// <summary>Null where the money is known.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>What is left of <see cref="AverageCost"/> when the fix is paid.</summary>
    public CostRange? Avoided => AverageCost is { } cost ? new(cost.Low - FixCost, cost.Mid - FixCost, cost.High - FixCost, cost.Currency) : null;
}

/// <summary>Contacts expected and not come; below zero where more came.</summary>
public readonly record struct SavedContacts(decimal Low, decimal Mid, decimal High);
