using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Tells from the contacts alone whether a fix worked (domain.md, "Verified"). Looks at nothing after the evaluation that decides.</summary>
/// <param name="group">The cases of the same rule and group from this one on.</param>
/// <param name="neighboursBefore">What might rise instead, as known before a unit.</param>
internal sealed class FixVerifier(
    CaseFigures figures,
    IReadOnlyList<CaseState> group,
    Exclusions exclusions,
    Exposures exposures,
    Func<int, IEnumerable<Neighbour>> neighboursBefore)
{
    private readonly Timeline _timeline = figures.Timeline;
    private readonly RulePlan _rule = figures.State.Rule;

    /// <param name="claimed">UTC ticks.</param>
    /// <param name="first">The first unit that begins then or later.</param>
    public FixCheck Check(long claimed, int first)
    {
        var needed = FixWindows.CountFor(_rule);
        var decided = first < _timeline.Length ? FixWindows.FirstDecided(_rule, _timeline, first) : _timeline.Length + 1;
        var windows = ImmutableArray.CreateBuilder<FixWindow>();
        var units = new List<int>();
        foreach (var (start, end) in FixWindows.After(_rule, _timeline, first))
        {
            if (!exclusions.IsReferenceOfCycles(start, end))
            {
                continue;
            }

            int[] own = [.. Enumerable.Range(start, end - start)];
            var count = _rule.Basis == CaseBasis.Excess ? Frozen(own) : null;
            var isAbove = count?.P < ChancePlan.BeyondChance;
            if (ActiveIn(Math.Max(decided, start + 1), isAbove ? end - 1 : end) is { } active)
            {
                return Decided(false, active, _rule.Basis == CaseBasis.All ? "its target is not met: its signal is on" : "its signal is on");
            }

            windows.Add(new(_timeline.StartOf(start), InstantOf(end), figures.Series.Contacts(start, end), count?.Expected, count?.P));
            if (_rule.Basis == CaseBasis.Excess && count is null)
            {
                return new(claimed, needed, windows.ToImmutable(), [], null, "what is usual is unknown: there is too little history before the case");
            }

            if (isAbove && count is { } above)
            {
                return Decided(false, end, $"it still had {Text(above)}");
            }

            units.AddRange(own);
            if (windows.Count == needed)
            {
                return Conclude(end);
            }
        }

        return new(claimed, needed, windows.ToImmutable(), [], null, string.Create(CultureInfo.InvariantCulture, $"{windows.Count} of {needed} windows of {_rule.Cycles?.ToString() ?? _rule.Window.ToString()} are over"));

        FixCheck Decided(bool worked, int at, string because, ImmutableArray<FixComparison>? comparisons = null) =>
            new(claimed, needed, windows.ToImmutable(), comparisons ?? [], new(worked, InstantOf(at), because), null);

        FixCheck Conclude(int end)
        {
            var comparisons = Compare(units, first, end);
            var rose = comparisons.Where(comparison => comparison.Rose).OrderBy(comparison => comparison.P).ThenBy(comparison => comparison.What, StringComparer.Ordinal).FirstOrDefault();
            return rose is null
                ? Decided(true, end, $"{(_rule.Basis == CaseBasis.All ? "its target is met" : "it is back to what is usual")}{(comparisons.IsEmpty ? "" : ", and nothing rose instead")}", comparisons)
                : Decided(false, end, string.Create(CultureInfo.InvariantCulture, $"{rose.What} rose instead: {rose.Observed:N0} contacts where {rose.Expected:0.#} are usual (p = {rose.P:0.0e+0})"), comparisons);
        }
    }

    private static string Text(FrozenCount count) => string.Create(CultureInfo.InvariantCulture, $"{count.Observed:N0} contacts where {count.Expected:0.#} are usual (p = {count.P:0.0e+0})");

    private FrozenCount? Frozen(IReadOnlyList<int> units) =>
        figures.References.Against(figures.Series, units) is var references ? FrozenCount.Of(references, Expectation.Of(references, exposures)) : null;

    /// <summary>A standing cause may be as old as the history: what is usual beside it is what was so before the claim.</summary>
    private ImmutableArray<FixComparison> Compare(IReadOnlyList<int> units, int first, int end)
    {
        var counted = neighboursBefore(end)
            .Select(neighbour => (neighbour.What, References: _rule.Basis == CaseBasis.All
                ? figures.References.AgainstTimeBefore(first, neighbour.Series, units)
                : figures.References.Against(neighbour.Series, units)))
            .Where(entry => entry.References.Observed > 0 || entry.References.Units.Any(unit => unit.Contacts > 0))
            .Select(entry => (entry.What, Count: FrozenCount.OfOthers(entry.References, exposures)))
            .Where(entry => entry.Count is not null)
            .ToList();
        var level = ChancePlan.BeyondChance / Math.Max(1, counted.Count);
        return [.. counted.Select(entry => entry.Count is { } count
            ? new FixComparison(entry.What, count.Observed, count.Expected, count.P, count.P < level)
            : throw new InvalidOperationException("What is unknown is not compared."))];
    }

    /// <summary>The first evaluation in [from, to], by the unit that begins there, at which the signal was on.</summary>
    private int? ActiveIn(int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (group.Any(state => state.Fired.Contains(at - 1)))
            {
                return at;
            }
        }

        return null;
    }

    private long InstantOf(int unit) => _timeline.AtIndex(unit).UtcTicks;
}
