using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>Puts cases before the departments that own them.</summary>
internal sealed class Portfolios
{
    private readonly ReplayResult _result;
    private readonly YearlyCosts _yearly;
    private readonly DateOnly _asOf;
    private readonly ImmutableArray<StandingCase> _cases;
    private readonly LoopAccounts _loops;

    public Portfolios(DecidedReplay replay)
    {
        _result = replay.Result;
        _yearly = new YearlyCosts(replay);
        _asOf = _result.History is { ToUtc: { } to, Zone: var zone } ? zone.DayOf(to.Ticks).AddDays(1) : default;
        _loops = new(_result.History.ToUtc is null ? 0 : _result.History.Zone.StartOfDay(_asOf));
        _cases =
        [
            .. _result.Cases.Select(@case => new StandingCase(@case, AgeOf(@case), _yearly.Of(@case)))
                .OrderByDescending(entry => entry.Yearly.PerYear ?? -1)
                .ThenByDescending(entry => entry.Case.Cost?.Mid ?? -1)
                .ThenByDescending(entry => entry.Case.Contacts)
                .ThenBy(entry => entry.Case.OpenedUtc)
                .ThenBy(entry => entry.Case.Id, StringComparer.Ordinal),
        ];
    }

    public Portfolio All()
    {
        var names = _result.Cases.Select(@case => @case.Owners).Concat(_result.ContactRoutes.Select(route => route.Owners)).SelectMany(owners => Named(owners)).Distinct(StringComparer.Ordinal);
        return new(
            _result,
            _asOf,
            [
                .. names.Select(Of)
                    .OrderByDescending(owner => owner.PerYear ?? -1).ThenByDescending(owner => owner.Cost?.Mid ?? -1)
                    .ThenByDescending(owner => owner.Cases.Length).ThenBy(owner => owner.Name, StringComparer.Ordinal),
            ],
            _cases)
        {
            Loop = _loops.Of(_result.Cases),
        };
    }

    /// <param name="name">As cases and routes name the owner.</param>
    public OwnerAccount Of(string name)
    {
        var cases = _cases.Where(entry => Named(entry.Case.Owners).Contains(name)).ToImmutableArray();
        var routes = _result.ContactRoutes.Where(route => Named(route.Owners).Contains(name)).ToImmutableArray();
        var rates = _yearly.Signals.Where(signal => Named(signal.Last.Owners).Contains(name)).Select(signal => (signal.Rate, signal.Last.Owners))
            .Concat(routes.Select(route => (Rate: _yearly.Of(route), route.Owners))).ToList();
        var years = rates.Where(entry => entry.Rate.PerYear is not null).ToList();
        return new(name)
        {
            Cases = cases,
            Routes = routes,
            Cost = _result.Totals.ByOwner.FirstOrDefault(share => share.Name == name)?.Cost,
            PerYear = years.Count == 0 ? null : years.Sum(entry => (entry.Rate.PerYear ?? 0) / Named(entry.Owners).Length),
            PerYearUnknownBecause = rates.Find(entry => entry.Rate.PerYear is null).Rate?.UnknownBecause,
            Declined = Sum(cases.Where(entry => entry.Case.Meter?.Cost is not null).Select(entry => Part(entry.Case.Meter?.Cost ?? default, entry.Case.Owners))),
            Savings = _result.Totals.Savings?.ByOwner.FirstOrDefault(line => line.Name == name),
            Loop = _loops.Of([.. cases.Select(entry => entry.Case)]),
            Ladder = [.. AgeSteps.All.Select(step => cases.Count(entry => entry.IsOpen && entry.Step == step))],
        };
    }

    private int AgeOf(ReplayCase @case) => Math.Max(0, _asOf.DayNumber - _result.History.Zone.DayOf(@case.Life.Since).DayNumber);

    private static ImmutableArray<string> Named(ImmutableArray<string> owners) => owners.IsEmpty ? [ContactSort.None] : owners;

    private static CostRange Part(CostRange cost, ImmutableArray<string> owners) => Named(owners).Length is var count
        ? new(cost.Low / count, cost.Mid / count, cost.High / count, cost.Currency)
        : cost;

    private static CostRange? Sum(IEnumerable<CostRange> costs) => costs.Aggregate((CostRange?)null, (sum, next) => sum is { } known ? known + next : next);
}
