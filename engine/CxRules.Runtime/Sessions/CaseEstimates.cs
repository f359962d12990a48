using System.Globalization;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Samples;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Estimates the cases of a rule that asks for estimates alone, by the first of these.</summary>
internal sealed class CaseEstimates(Project project, RuleSession session)
{
    /// <summary>As many decimals as any amount has.</summary>
    private const int Decimals = 6;

    private readonly CostTables _costs = new(project);

    public CaseEstimate Of(GroupState group, CaseState state)
    {
        var units = UnitsOf(state).ToList();
        var (from, estimate, because) = SignalMeasures.Leaves(session.Rule.Signal).First(leaf => leaf is SampleSignal or TallySignal) is SampleSignal sample
            ? OfSample(sample, group, state, units.Count)
            : OfTally(group, units);
        if (estimate is null)
        {
            return new(from, null, null, because);
        }

        var contacts = new EstimatedContacts(Round(estimate.Low), Round(estimate.Mid), Round(estimate.High));
        return PerContact(units, out because) is { } price && project.Currency is { } currency
            ? new(from, contacts, new CostRange(Round((decimal)estimate.Low * price), Round((decimal)estimate.Mid * price), Round((decimal)estimate.High * price), currency), null)
            : new(from, contacts, null, because);
    }

    /// <summary>What the sample said when the condition held last, for each day of the case.</summary>
    private (string From, SampleEstimate? Estimate, string? Because) OfSample(SampleSignal sample, GroupState group, CaseState state, int units)
    {
        var at = new Evaluation(group, state.LastTrue, [], 0, _ => -1);
        var days = units / (session.Rule.Unit == TimeUnit.Day ? 1.0 : 24.0);
        return ($"the sample {sample.Sample}", session.Evaluator.Estimates.Of(sample, at)?.Times(days / (double)sample.Days), at.UnknownBecause);
    }

    private (string From, SampleEstimate? Estimate, string? Because) OfTally(GroupState group, List<int> units)
    {
        var tally = SignalMeasures.Leaves(session.Rule.Signal).OfType<TallySignal>().First();
        var estimate = Estimates.Of(group.Quantity(tally.Share), group.Quantity(tally.Volume), units.Select(unit => (unit, unit + 1)), out var because);
        return ("contacts that were looked at", estimate, because);
    }

    /// <summary>Spend ÷ contacts of the units' days, on average; null where a day has none.</summary>
    private decimal? PerContact(List<int> units, out string? because)
    {
        because = null;
        if (project.Currency is null || project.Costs.IsEmpty)
        {
            because = "the project file names no costs";
            return null;
        }

        var sum = 0m;
        foreach (var unit in units)
        {
            var day = DateOnly.FromDateTime(session.Timeline.LocalStartOf(unit));
            if (_costs.On(day.DayNumber) is not (>= 0 and var table) || _costs[table].PerContact is not { } price)
            {
                because = string.Create(CultureInfo.InvariantCulture, $"no cost table says what a contact of {day:yyyy-MM-dd} costs on average (`contacts:` with `spend` and `contacts`)");
                return null;
            }

            sum += price;
        }

        return sum / Math.Max(1, units.Count);
    }

    private static IEnumerable<int> UnitsOf(CaseState state) => Enumerable.Range(state.FirstUnit, state.LastUnit - state.FirstUnit + 1).Where(state.Holds);

    private static decimal Round(double number) => Round((decimal)number);

    private static decimal Round(decimal number) => decimal.Round(number, Decimals, MidpointRounding.ToEven);
}
