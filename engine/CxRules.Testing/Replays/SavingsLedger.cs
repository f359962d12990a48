using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Runtime.Lives;

namespace CxRules.Testing.Replays;

/// <summary>What verified fixes have saved, added up. Average cost is time that is free for others; only what is cashable leaves the accounts.</summary>
/// <param name="Fixes">How many are verified.</param>
/// <param name="Unknown">How many of them have no known money; they are in no sum.</param>
/// <param name="Total">Null where no money is known.</param>
/// <param name="ByOwner">The owners of a case share what its fix saved equally; by what was avoided, then name.</param>
public sealed record SavingsLedger(int Fixes, int Unknown, SavingsLine? Total, ImmutableArray<SavingsLine> ByOwner)
{
    private const string NoOwner = "(none)";

    /// <summary>Null where no fix was verified.</summary>
    public static SavingsLedger? Of(ImmutableArray<ReplayCase> cases)
    {
        var fixes = cases.SelectMany(@case => @case.Savings.Select(saved => (@case.Owners, Saved: saved))).ToList();
        if (fixes.Count == 0)
        {
            return null;
        }

        var known = fixes.Where(fix => fix.Saved.AverageCost is not null).ToList();
        var shares = known.SelectMany(fix => Shares(fix.Owners, fix.Saved)).ToList();
        return new(
            fixes.Count,
            fixes.Count - known.Count,
            shares.Count == 0 ? null : Sum("all", shares.Select(share => share.Line)),
            [
                .. shares.GroupBy(share => share.Owner, StringComparer.Ordinal).Select(owner => Sum(owner.Key, owner.Select(share => share.Line)))
                    .OrderByDescending(line => line.Avoided.Mid).ThenBy(line => line.Name, StringComparer.Ordinal),
            ]);
    }

    private static IEnumerable<(string Owner, SavingsLine Line)> Shares(ImmutableArray<string> owners, FixSavings saved)
    {
        var names = owners.IsEmpty ? [NoOwner] : owners;
        if (saved is not { AverageCost: { } average, Cashable: { } cashable })
        {
            yield break;
        }

        foreach (var owner in names)
        {
            yield return (owner, new(owner, Part(average, names.Length), Part(cashable, names.Length), saved.FixCost / names.Length, saved.PerYear / names.Length));
        }
    }

    private static CostRange Part(CostRange cost, int parts) => new(cost.Low / parts, cost.Mid / parts, cost.High / parts, cost.Currency);

    private static SavingsLine Sum(string name, IEnumerable<SavingsLine> lines)
    {
        var all = lines.ToList();
        return new(
            name,
            all.Select(line => line.AverageCost).Aggregate((left, right) => left + right),
            all.Select(line => line.Cashable).Aggregate((left, right) => left + right),
            all.Sum(line => line.FixCost),
            all.Exists(line => line.PerYear is null) ? null : all.Sum(line => line.PerYear));
    }
}

/// <summary>One line of the savings ledger.</summary>
/// <param name="PerYear">The mid of <paramref name="AverageCost"/> in a year at this rate; null where it is unknown of a part.</param>
public sealed record SavingsLine(string Name, CostRange AverageCost, CostRange Cashable, decimal FixCost, decimal? PerYear)
{
    /// <summary>What is left of <see cref="AverageCost"/> when the fixes are paid.</summary>
    public CostRange Avoided => new(AverageCost.Low - FixCost, AverageCost.Mid - FixCost, AverageCost.High - FixCost, AverageCost.Currency);
}
