using CxRules.Model.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Cases;

/// <summary>A case's counts, and what it claims.</summary>
/// <param name="Excess">Null for basis `all` and where it is unknown.</param>
/// <param name="Claim">Null for a case that takes no part in the ledger.</param>
/// <param name="UnpricedBecause">Why it takes none.</param>
internal sealed record CaseFigures(
    CaseState State,
    Series Series,
    Timeline Timeline,
    CaseReferences References,
    long Observed,
    int Peak,
    Excess? Excess,
    Claim? Claim,
    string? UnpricedBecause)
{
    /// <summary>Stands where the money of a case would stand that chance explains.</summary>
    public const string WithinChance = "not distinguishable from chance";

    /// <summary>Stands there where the contacts of a case are not counted.</summary>
    public const string Estimated = "it is estimated from a sample, which names no contacts";

    /// <param name="earlier">The rule's earlier cases of the same group.</param>
    public static CaseFigures Of(CaseState state, IReadOnlyList<CaseState> earlier, Series series, Timeline timeline, Exclusions exclusions, Exposures exposures)
    {
        var references = new CaseReferences(state, earlier, series, timeline, exclusions);
        var (observed, peak, most) = (0L, state.FirstUnit, -1L);
        for (var unit = state.FirstUnit; unit <= state.LastUnit; unit++)
        {
            var count = state.Holds(unit) ? series.Contacts(unit, unit + 1) : -1;
            observed += Math.Max(0, count);
            (peak, most) = count > most ? (unit, count) : (peak, most);
        }

        if (SignalMeasures.IsEstimate(state.Rule))
        {
            return new(state, series, timeline, references, observed, peak, null, null, Estimated);
        }

        if (state.Rule.Basis == CaseBasis.All)
        {
            return new(state, series, timeline, references, observed, peak, null, Ledger.Claim.Whole, null);
        }

        var expectation = Expectation.Of(references, exposures);
        var excess = expectation.UnknownBecause is null
            ? Excess.Of(references.Classes, observed, references.WeeklyDispersion(), expectation.Contacts, state.Evaluations == 1 ? state.Threshold : null, expectation.Spread)
            : null;
        var because = expectation.UnknownBecause is { } unknown ? unknown
            : excess is null ? "too little history before the case: a weekday of it has no earlier one to compare with"
            : IsTested(state.Rule) && !(state.PValue < ChancePlan.BeyondChance) ? WithinChance
            : null;
        Claim? claim = because is null && excess is not null && observed > 0
            ? new Claim(excess.Low / observed, excess.Mid / observed, excess.High / observed)
            : null;
        return new(state, series, timeline, references, observed, peak, excess, claim, because);
    }

    /// <summary>False where `if` compares with an agreed number alone: that leaves nothing to chance.</summary>
    private static bool IsTested(RulePlan rule) => SignalMeasures.Leaves(rule.Signal).Any(leaf => SignalMeasures.TestOf(leaf) is not null);

    /// <summary>True when the contacts that a profile has in a slot count toward the case.</summary>
    public bool Holds(Profile profile, int slot) => profile.Holds(State.Rule.Population) && State.Holds(Series.UnitOf(profile, slot));

    /// <summary>The profile's contacts in the case.</summary>
    public long ContactsOf(Profile profile)
    {
        var contacts = 0L;
        foreach (ref readonly var cell in profile.Counts.Span)
        {
            contacts += Holds(profile, cell.Slot) ? cell.Contacts : 0;
        }

        return contacts;
    }
}
