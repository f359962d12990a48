using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>All departments, and what each has before it.</summary>
internal static class PortfolioSheet
{
    private const int ShownCases = 15;

    public static Sheet Of(Portfolio portfolio) => new($"{portfolio.Replay.RuleSetName}: portfolio", [
        new SheetFacts([.. Facts(portfolio)]),
        Departments(portfolio.Owners, portfolio.Replay.Currency),
        Ladder(portfolio.Owners, portfolio.Cases),
        .. OutcomeSheet.Saved(portfolio),
        .. OutcomeSheet.Told(portfolio),
        .. StandingCases.Ranking("Cases by what a year of them costs", portfolio.Cases.Take(ShownCases), portfolio.Replay, CaseColumns.OfAll),
        .. StandingCases.Declined(portfolio.Cases, portfolio.Replay),
        .. SurveyWords.Mind(portfolio.Replay, StandingCases.Notes(portfolio.AsOf).Concat(More(portfolio))),
    ])
    {
        Subtitle = SurveyWords.Scope(portfolio.Replay),
    };

    public static SheetTable Departments(ImmutableArray<OwnerAccount> owners, string? currency)
    {
        var of = currency is null ? "" : $", {currency}";
        return new(
            "Departments",
            [
                new("owner"), new("open cases", Side.Right), new("signal active", Side.Right) { IsDetail = true }, new($"cost to date{of}", Side.Right), new("90 % interval", Side.Right) { IsDetail = true },
                new($"in a year{of}", Side.Right), new("since declined", Side.Right) { IsDetail = true }, new("routed contacts", Side.Right) { IsDetail = true },
            ],
            [.. owners.Select(owner => ImmutableArray.Create(
                SurveyWords.Owner(owner.Name), Figures.Count(owner.Open), Figures.Count(owner.Active), SurveyWords.Money(owner.Cost), SurveyWords.Interval(owner.Cost), Year(owner), SurveyWords.Money(owner.Declined), Figures.Count(owner.RoutedContacts)))],
            null)
        {
            Bars = Bars(owners),
        };
    }

    private static SheetTable Ladder(ImmutableArray<OwnerAccount> owners, ImmutableArray<StandingCase> cases) => new(
        "How long open cases have been in their state",
        [new("owner"), .. StandingCases.Rungs.Select(rung => new SheetColumn(rung, Side.Right))],
        [.. owners.Where(owner => owner.Open > 0).Select(owner => owner.Ladder.Select(Shown).Prepend(SurveyWords.Owner(owner.Name)).ToImmutableArray())],
        [.. AgeSteps.All.Select(step => Shown(cases.Count(entry => entry.IsOpen && entry.Step == step))).Prepend("all cases")]);

    private static IEnumerable<SheetFact> Facts(Portfolio portfolio)
    {
        var (cases, currency) = (portfolio.Cases, portfolio.Replay.Currency);
        var unpriced = cases.Count(entry => entry.Case.Cost is null);
        yield return new("Cost to date", portfolio.Replay.Totals.Cost is { } cost ? Figures.Mid(cost) : "unknown", portfolio.Replay.Totals.Cost is { } range ? $"90 % intervals added up: {Figures.Interval(range)}{(unpriced == 0 ? "" : $"; {Figures.Plural(unpriced, "case")} without a cost")}" : "no case has a known cost");
        var years = portfolio.Owners.Select(owner => owner.PerYear).OfType<decimal>().ToList();
        yield return new("A year at this rate", years.Count == 0 ? "unknown" : $"{Figures.Money(years.Sum())} {currency}", portfolio.Owners.Select(owner => owner.PerYearUnknownBecause).FirstOrDefault(because => because is not null));
        yield return new("Open cases", Figures.Count(cases.Count(entry => entry.IsOpen)), $"of {Figures.Plural(cases.Length, "case")}; {Figures.Count(cases.Count(entry => entry.Case.ClosedUtc is null))} with an active signal");
        yield return new("Declined", Figures.Count(cases.Count(entry => entry.Case.Life.Standing == CaseStanding.Declined)), cases.Select(entry => entry.Case.Meter?.Cost).OfType<CostRange>().ToList() is { Count: > 0 } meters ? $"{Figures.Money(meters.Sum(meter => meter.Mid))} {currency} since a decline" : null);
        foreach (var fact in OutcomeSheet.Facts(portfolio.Replay.Totals.Savings is { } ledger ? new(ledger.Total, ledger.Fixes, ledger.Unknown) : default, portfolio.Loop))
        {
            yield return fact;
        }
    }

    private static IEnumerable<string> More(Portfolio portfolio)
    {
        if (portfolio.Cases.Length > ShownCases)
        {
            yield return $"{Figures.Plural(portfolio.Cases.Length - ShownCases, "more case")}; --owner NAME shows all of one department, --format json all of them.";
        }

        if (portfolio.Owners.Any(owner => owner.Cases.Any(entry => entry.Case.Owners.Length > 1)))
        {
            yield return "A case of several owners stands with each of them; its money is split equally.";
        }

        foreach (var note in OutcomeSheet.Notes(portfolio.Replay.Totals.Savings is not null, portfolio.Loop))
        {
            yield return note;
        }
    }

    private static string Year(OwnerAccount owner) => owner.PerYear is not { } year ? Figures.None : owner.PerYearUnknownBecause is null ? Figures.Money(year) : $"≥ {Figures.Money(year)}";

    private static ImmutableArray<decimal> Bars(ImmutableArray<OwnerAccount> owners) => owners.Select(owner => owner.Cost?.Mid ?? 0).DefaultIfEmpty(0).Max() is > 0 and var top
        ? [.. owners.Select(owner => 100 * (owner.Cost?.Mid ?? 0) / top)]
        : [];

    private static string Shown(int count) => count == 0 ? Figures.None : Figures.Count(count);
}
