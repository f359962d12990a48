using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>What each department has before it.</summary>
/// <param name="AsOf">The local day that begins when the history ends: ages count up to its midnight.</param>
/// <param name="Owners">The largest yearly cost first, then the largest cost to date; a case of several owners stands with each, and its money is split equally.</param>
/// <param name="Cases">All, the largest yearly cost first.</param>
public sealed record Portfolio(ReplayResult Replay, DateOnly AsOf, ImmutableArray<OwnerAccount> Owners, ImmutableArray<StandingCase> Cases)
{
    /// <summary>Of all cases, each once.</summary>
    public LoopAccount Loop { get; init; } = LoopAccount.None;
}

/// <summary>A case as it stands.</summary>
/// <param name="Age">Local midnights since it came into its state.</param>
/// <param name="Yearly">Of its rule and group.</param>
public sealed record StandingCase(ReplayCase Case, int Age, YearlyCost Yearly)
{
    /// <summary>Something is still to be done about it.</summary>
    public bool IsOpen => !CaseSteps.IsEnd(Case.Life.Standing);

    public AgeStep Step => AgeSteps.Of(Age);
}

/// <summary>One department.</summary>
/// <param name="Name">`(none)` where cases name no owner.</param>
public sealed record OwnerAccount(string Name)
{
    /// <summary>Its cases, the largest yearly cost first.</summary>
    public required ImmutableArray<StandingCase> Cases { get; init; }

    public required ImmutableArray<ContactRoute> Routes { get; init; }

    /// <summary>Its share of all known costs; null where there is none. Those of all owners add up to the replay's total.</summary>
    public required CostRange? Cost { get; init; }

    /// <summary>Its share of the known yearly costs; null where none is known.</summary>
    public required decimal? PerYear { get; init; }

    /// <summary>Why a yearly cost is missing from <see cref="PerYear"/>; null where none is.</summary>
    public required string? PerYearUnknownBecause { get; init; }

    /// <summary>Its share of what declined cases have cost since; null where none is known.</summary>
    public required CostRange? Declined { get; init; }

    /// <summary>Its share of what verified fixes saved; null where none is known. Those of all owners add up to the replay's.</summary>
    public required SavingsLine? Savings { get; init; }

    /// <summary>Who was told what became of its cases; a case of several owners stands whole with each.</summary>
    public required LoopAccount Loop { get; init; }

    /// <summary>Open cases by how long they have been in their state: one figure for each of <see cref="AgeSteps.All"/>.</summary>
    public required ImmutableArray<int> Ladder { get; init; }

    public int Open => Cases.Count(entry => entry.IsOpen);

    /// <summary>Cases whose signal is still active.</summary>
    public int Active => Cases.Count(entry => entry.Case.ClosedUtc is null);

    public int DeclinedCases => Cases.Count(entry => entry.Case.Life.Standing == CaseStanding.Declined);

    /// <summary>Verified fixes of its cases.</summary>
    public int Fixes => Cases.Sum(entry => entry.Case.Savings.Length);

    /// <summary>Those of them that saved an unknown amount.</summary>
    public int UnpricedFixes => Cases.Sum(entry => entry.Case.Savings.Count(saved => saved.AverageCost is null));

    /// <summary>Cases without a known cost.</summary>
    public int Unpriced => Cases.Count(entry => entry.Case.Cost is null);

    public long RoutedContacts => Routes.Sum(route => route.Contacts);
}
