using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>Cases of one basis, which are told apart in every list: an outbreak is news, standing demand is not.</summary>
/// <param name="IsFalseAlarm">Its cases were none, and are in no total.</param>
/// <param name="First">The number of its first case in the whole ranking.</param>
internal sealed record CasePart(CaseBasis Basis, bool IsFalseAlarm, int First, ImmutableArray<ReplayCase> Cases)
{
    public string Name => IsFalseAlarm ? "False alarms" : Basis == CaseBasis.All ? "Standing demand" : "Outbreaks";

    public string Meaning => IsFalseAlarm ? "their money is in no total" : Basis == CaseBasis.All
        ? "every contact counts"
        : "only what came above the expected counts";

    /// <summary>`27 cases, 126,040 USD`: the sum of the known costs.</summary>
    public string Sum
    {
        get
        {
            var costs = Cases.Select(@case => @case.Cost).OfType<CostRange>().ToArray();
            var cases = Figures.Plural(Cases.Length, "case");
            return costs.Length == 0 ? cases : $"{cases}, {Figures.Money(costs.Sum(cost => cost.Mid))} {costs[0].Currency}";
        }
    }
}
