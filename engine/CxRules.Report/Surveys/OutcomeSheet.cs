using System.Collections.Immutable;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>What came of cases: what verified fixes saved, and who was told.</summary>
internal static class OutcomeSheet
{
    private const string AtAverageCost = "at average cost";

    public static IEnumerable<SheetFact> Facts(FixesShown fixes, LoopAccount loop)
    {
        if (fixes.Count > 0)
        {
            var verified = Figures.Plural(fixes.Count, "verified fix", "verified fixes");
            yield return fixes.Savings is { } saved
                ? new("Saved by fixes", Figures.Mid(saved.AverageCost), $"{AtAverageCost}, {Figures.Money(saved.Avoided.Mid)} once the fixes are paid; cashable {Figures.Money(saved.Cashable.Mid)}; {verified}{(fixes.Unpriced == 0 ? "" : $", {Figures.Count(fixes.Unpriced)} of unknown effect")}")
                : new("Saved by fixes", fixes.Unpriced == fixes.Count ? "unknown" : "not shown", verified);
        }

        if (loop.IsAny)
        {
            var (name, first, then) = loop.Customers.ToTell > 0 ? ("Customers told", loop.Customers, $"; agents {OfAll(loop.Agents)}") : ("Agents told", loop.Agents, "");
            yield return new(name, SurveyWords.Percent(first.Share), $"{OfAll(first)}{then}{(loop.Overdue == 0 ? "" : $"; {Figures.Count(loop.Overdue)} overdue")}");
        }
    }

    public static IEnumerable<SheetPart> Saved(Portfolio portfolio)
    {
        if (portfolio.Replay.Totals.Savings is not { } ledger)
        {
            return [];
        }

        var of = portfolio.Replay.Currency is { } currency ? $", {currency}" : "";
        return
        [
            new SheetTable(
                $"Saved by verified fixes, {AtAverageCost}",
                [
                    new("owner"), new("fixes", Side.Right), new($"saved{of}", Side.Right), new("90 % interval", Side.Right), new("fixes cost", Side.Right) { IsDetail = true }, new("left", Side.Right),
                    new($"cashable{of}", Side.Right), new("in a year", Side.Right) { IsDetail = true },
                ],
                [.. portfolio.Owners.Where(owner => owner.Fixes > 0).Select(owner => Row(SurveyWords.Owner(owner.Name), owner.Fixes, owner.Savings))],
                Row("all cases", ledger.Fixes, ledger.Total)),
        ];
    }

    public static IEnumerable<SheetPart> Told(Portfolio portfolio) => portfolio.Loop.IsAny
        ? [
            new SheetTable(
                "Who was told what became of it",
                [new("owner"), new("customers told", Side.Right), new("coverage", Side.Right), new("agents told", Side.Right), new("coverage", Side.Right), new("overdue", Side.Right)],
                [.. portfolio.Owners.Where(owner => owner.Loop.IsAny).Select(owner => Row(SurveyWords.Owner(owner.Name), owner.Loop))],
                Row("all cases", portfolio.Loop)),
        ]
        : [];

    public static IEnumerable<string> Notes(bool isAnyFixVerified, LoopAccount loop)
    {
        if (isAnyFixVerified)
        {
            yield return "Saved: contacts that no longer come, beside the eight weeks before the fix, for as many days (hours) as the case had (docs/cases.md). Only what is cashable leaves the accounts; the two are never added up.";
        }

        if (loop.IsAny)
        {
            yield return "Told: of those who named themselves in a contact of the case, each once a case. Nobody else can be told.";
        }
    }

    /// <summary>Its share of what was saved in the cases whose price it may see; null where there is none.</summary>
    public static SavingsLine? ShownSavings(OwnerAccount account) =>
        SavingsLedger.Of([.. account.Cases.Select(entry => entry.Case).Where(@case => @case.ShowsCost)])?.ByOwner.FirstOrDefault(line => line.Name == account.Name);

    public static FixesShown ShownFixes(OwnerAccount account) => new(ShownSavings(account), account.Fixes, account.UnpricedFixes);

    private static ImmutableArray<string> Row(string name, int fixes, SavingsLine? saved) =>
    [
        name,
        Figures.Count(fixes),
        saved is null ? "unknown" : Figures.Money(saved.AverageCost.Mid),
        saved is null ? "" : $"{Figures.Money(saved.AverageCost.Low)} to {Figures.Money(saved.AverageCost.High)}",
        SurveyWords.Money(saved?.FixCost),
        SurveyWords.Money(saved?.Avoided),
        SurveyWords.Money(saved?.Cashable),
        SurveyWords.Money(saved?.PerYear),
    ];

    private static ImmutableArray<string> Row(string name, LoopAccount loop) =>
        [name, OfAll(loop.Customers), SurveyWords.Percent(loop.Customers.Share), OfAll(loop.Agents), SurveyWords.Percent(loop.Agents.Share), Figures.Count(loop.Overdue)];

    private static string OfAll(LoopCoverage coverage) => $"{Figures.Count(coverage.Told)} of {Figures.Count(coverage.ToTell)}";
}

/// <summary>Verified fixes, and as much of what they saved as may be shown.</summary>
/// <param name="Savings">Null where none is known, or none may be shown.</param>
/// <param name="Unpriced">Those that saved an unknown amount.</param>
internal readonly record struct FixesShown(SavingsLine? Savings, int Count, int Unpriced);
