using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Adds up what fixes of a case saved (domain.md, "Avoided"): only once they are verified, and no longer than they last.</summary>
/// <param name="cost">Of the case; null where it has none.</param>
/// <param name="nextOpened">UTC ticks of the next case of the same rule and group; null: there is none.</param>
internal sealed class SavingsMeter(CaseFigures figures, CostBreakdown? cost, string? costUnknownBecause, long? nextOpened, Exclusions exclusions, Exposures exposures)
{
    private const decimal Millionths = 1_000_000m;
    private const int HoursOfYear = 365 * 24;
    private readonly Timeline _timeline = figures.Timeline;

    public IEnumerable<FixSavings> Of(CaseLife life)
    {
        var spent = 0m;
        var claimed = 0L;
        foreach (var (index, step) in life.Steps.Index())
        {
            spent += step.FixCost ?? 0;
            claimed = step.To == CaseStanding.FixClaimed ? step.At : claimed;
            if (step.To == CaseStanding.Verified)
            {
                yield return Of(claimed, End(life.Steps.Skip(index + 1), step.At), spent);
                spent = 0;
            }
        }
    }

    /// <summary>The signal came back, in this case or the next; or the case went into another, or was none.</summary>
    private long? End(IEnumerable<CaseTransition> later, long verified)
    {
        var ended = later.FirstOrDefault(step => step.To is CaseStanding.Reopened or CaseStanding.Merged or CaseStanding.FalseAlarm)?.At;
        return nextOpened > verified && !(ended < nextOpened) ? nextOpened : ended;
    }

    private FixSavings Of(long claimed, long? until, decimal spent)
    {
        var first = _timeline.FirstFrom(claimed);
        var lasted = Enumerable.Range(0, first).Count(figures.State.Holds);
        var end = until is { } ended ? _timeline.FirstFrom(ended) : _timeline.Length;
        if (first + lasted < end)
        {
            // As long as it had lasted: nobody knows that it would have gone on for longer.
            end = first + lasted;
            until = _timeline.AtIndex(end).UtcTicks;
        }

        int[] units = [.. Enumerable.Range(first, Math.Max(0, end - first)).Where(unit => !exclusions.HasGap(unit, unit + 1))];
        var savings = new FixSavings(first < _timeline.Length ? _timeline.StartOf(first) : claimed, until, spent);
        if (units.Length == 0)
        {
            return savings with { UnknownBecause = "no whole day is over since" };
        }

        var references = figures.References.AgainstTimeBefore(first, figures.Series, units);
        if (FrozenCount.OfOthers(references, exposures) is not { } count)
        {
            return savings with { UnknownBecause = "too little history before the fix" };
        }

        var fewer = count.Expected - count.Observed;
        var contacts = new SavedContacts(fewer - count.Half, fewer, fewer + count.Half);
        return Priced(savings with { Contacts = contacts }, contacts, references, (units.Length, lasted));
    }

    private FixSavings Priced(FixSavings savings, SavedContacts contacts, CaseReferences references, (int Counted, int Lasted) units)
    {
        var (number, handling, paid, unpriced) = (0L, 0L, 0L, 0L);
        foreach (var (unit, _, count) in references.Units)
        {
            number += count;
            handling += figures.Series.Cost(unit, unit + 1);
            paid += figures.Series.Paid(unit, unit + 1);
            unpriced += figures.Series.Unpriced(unit, unit + 1);
        }

        if (cost is null || number == 0 || unpriced > 0)
        {
            return savings with { UnknownBecause = cost is null ? costUnknownBecause : number == 0 ? "there were no contacts before the fix" : "the cost of a contact is unknown" };
        }

        var part = PartOfTheCase();
        var average = Money(contacts, part * handling / number, cost.Total.Currency);
        var hours = _timeline.Unit == TimeUnit.Day ? 24 : 1;
        return savings with
        {
            AverageCost = average,
            Cashable = Money(contacts, part * paid / number, cost.Total.Currency),
            PerYear = units.Counted * hours >= RunRate.LeastDays * 24
                ? decimal.Round(average.Mid / units.Counted * Math.Min((decimal)HoursOfYear / hours, units.Lasted), 6, MidpointRounding.ToEven)
                : null,
        };
    }

    /// <summary>Contacts that other cases share save each of them the part that it pays.</summary>
    private decimal PartOfTheCase()
    {
        var whole = 0m;
        foreach (var profile in figures.Series.Profiles)
        {
            foreach (ref readonly var cell in profile.Counts.Span)
            {
                whole += figures.Holds(profile, cell.Slot) ? cell.Cost : 0;
            }
        }

        var claimed = whole * (figures.Claim?.Mid ?? 0) / Millionths;
        return claimed == 0 || cost is null ? 1 : Math.Min(1, cost.Contacts.Cost.Mid / claimed);
    }

    private static CostRange Money(SavedContacts contacts, decimal each, string currency) => new(
        Round(contacts.Low * each), Round(contacts.Mid * each), Round(contacts.High * each), currency);

    private static decimal Round(decimal millionths) => decimal.Round(millionths / Millionths, 6, MidpointRounding.ToEven);
}
