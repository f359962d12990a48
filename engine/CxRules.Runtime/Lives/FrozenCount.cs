using CxRules.Model.Time;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>What days (hours) had, beside what they are expected to have by what was learned before a moment and not since.</summary>
/// <param name="Observed">Contacts.</param>
/// <param name="StandardError">Of what the days have above the expected.</param>
/// <param name="Freedom">Its degrees of freedom.</param>
/// <param name="Mean">What the chance test holds them against.</param>
internal sealed record FrozenCount(long Observed, decimal Expected, double StandardError, int Freedom, double Mean)
{
    private const double UpperTail = 0.95;

    /// <summary>How likely chance alone brings as many.</summary>
    public double P => Distributions.CountAtLeast(Observed, Mean, StandardError * StandardError);

    /// <summary>Half of the 90 % interval of what the days have above or below the expected.</summary>
    public decimal Half => (decimal)(Distributions.StudentQuantile(UpperTail, Freedom) * StandardError);

    /// <summary>Null where too little was learned.</summary>
    public static FrozenCount? Of(CaseReferences references, Expectation expectation)
    {
        if (expectation.UnknownBecause is not null
            || Excess.Of(references.Classes, references.Observed, references.WeeklyDispersion(), expectation.Contacts, null, expectation.Spread) is not { } excess)
        {
            return null;
        }

        var units = references.Classes.Sum(group => (double)group.CaseUnits);
        var half = references.Classes.Where(group => group.CaseUnits > 0).Sum(group => 0.5 * group.CaseUnits * group.CaseUnits / (units * group.References));
        return new(excess.Observed, excess.Expected, excess.StandardError, excess.Freedom, (double)excess.Expected + half);
    }

    /// <summary>The same of contacts that no agreed number is about: it was agreed on for the rule's own.</summary>
    public static FrozenCount? OfOthers(CaseReferences references, Exposures exposures) => Of(
        references,
        references.State.Rule.Expectation is FixedExpectation or CycleExpectation or RateExpectation ? new(null, null) : Expectation.Of(references, exposures));
}
