using CxRules.Report.Layout;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What verified fixes saved, in words: all of them, and each owner's where there are several.</summary>
internal static class SavingsFacts
{
    public static IEnumerable<string> Lines(ReplayResult result)
    {
        if (result.Totals.Savings is not { } ledger)
        {
            yield break;
        }

        var fixes = $"{Figures.Plural(ledger.Fixes, "verified fix", "verified fixes")}{(ledger.Unknown == 0 ? "" : $", {Figures.Count(ledger.Unknown)} of which saved an unknown amount")}";
        if (ledger.Total is not { } total)
        {
            yield return fixes;
            yield break;
        }

        yield return $"{fixes}: {Words(total)}";
        foreach (var line in ledger.ByOwner.Length > 1 ? ledger.ByOwner : [])
        {
            yield return $"{line.Name}: {Words(line)}";
        }
    }

    private static string Words(SavingsLine line) =>
        $"{Figures.Mid(line.AverageCost)} at average cost ({Figures.Money(line.AverageCost.Low)} to {Figures.Money(line.AverageCost.High)}){Fix(line)}; cashable {Figures.Mid(line.Cashable)}{(line.PerYear is { } year ? $"; {Figures.Money(year)} {line.AverageCost.Currency} in a year at this rate" : "")}";

    private static string Fix(SavingsLine line) => line.FixCost == 0 ? "" : $", {Figures.Money(line.Avoided.Mid)} when {Figures.Money(line.FixCost)} for the fix are paid";
}
