using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>One department's digest. Prices stand where its rules say `with cost estimate`.</summary>
internal static class OwnerSheet
{
    private const int ShownDrivers = 10;

    public static Sheet Of(OwnerDigest digest)
    {
        var account = digest.Account;
        return new($"{SurveyWords.Owner(account.Name)}: digest", [
            new SheetFacts([.. Facts(digest)]),
            .. StandingCases.Ranking("Cases", account.Cases, digest.Replay, CaseColumns.OfOwner),
            .. Ladder(account),
            .. StandingCases.Declined(account.Cases.Where(entry => entry.Case.ShowsCost), digest.Replay),
            .. Routes(digest),
            .. Drivers(digest),
            .. DriverSheet.Findings(digest.Drivers),
            .. SurveyWords.Mind(digest.Replay, [.. StandingCases.Notes(digest.AsOf), .. OutcomeSheet.Notes(account.Fixes > 0, account.Loop), .. Hidden(account)]),
        ])
        {
            Subtitle = $"{digest.Replay.RuleSetName}, {SurveyWords.Scope(digest.Replay)}",
        };
    }

    /// <summary>Its share of the costs that it may see; null where there is none.</summary>
    public static CostRange? ShownCost(OwnerAccount account) => account.Cases
        .Where(entry => entry.Case.ShowsCost && entry.Case.Cost is not null)
        .Select(entry => (Cost: entry.Case.Cost ?? default, entry.Case.Owners.Length))
        .Aggregate((CostRange?)null, (sum, next) => new CostRange(next.Cost.Low / next.Length, next.Cost.Mid / next.Length, next.Cost.High / next.Length, next.Cost.Currency) is var part && sum is { } known ? known + part : part);

    private static IEnumerable<SheetFact> Facts(OwnerDigest digest)
    {
        var account = digest.Account;
        var cost = ShownCost(account);
        yield return new("Cost of its cases to date", cost is { } known ? Figures.Mid(known) : "unknown", cost is { } range ? $"90 % intervals added up: {Figures.Interval(range)}" : account.Cases.IsEmpty ? "it has no case" : "no case with a known cost");
        yield return new("Open cases", Figures.Count(account.Open), $"of {Figures.Count(account.Cases.Length)}; {Figures.Count(account.Active)} with an active signal, {Figures.Count(account.DeclinedCases)} declined");
        yield return new("Contacts at its touchpoints", Figures.Count(digest.Drivers.All.Contacts), digest.AllContacts == 0 ? null : $"{SurveyWords.Percent(100m * digest.Drivers.All.Contacts / digest.AllContacts)} of all contacts");
        yield return digest.Satisfaction is { } line
            ? new("Points of satisfaction lost", SurveyWords.Points(line.PointsLost), $"of {SurveyWords.Points(digest.Overall.All.PointsLost)} in all; {Figures.Plural(line.Rated, "rating")}, {SurveyWords.Rating(line.Average)} on average")
            : new("Points of satisfaction lost", "unknown", "no contact at its touchpoints is rated");
        foreach (var fact in OutcomeSheet.Facts(OutcomeSheet.ShownFixes(account), account.Loop))
        {
            yield return fact;
        }
    }

    private static IEnumerable<SheetPart> Ladder(OwnerAccount account) => account.Open == 0
        ? []
        : [new SheetTable("How long open cases have been in their state", [.. StandingCases.Rungs.Select(rung => new SheetColumn(rung, Side.Right))], [[.. account.Ladder.Select(count => Figures.Count(count))]], null)];

    private static IEnumerable<SheetPart> Routes(OwnerDigest digest) => digest.Account.Routes.IsEmpty
        ? []
        : [
            new SheetTable(
                "Contacts routed one by one",
                [new("rule"), new("contacts", Side.Right)],
                [.. digest.Account.Routes.Select(route => ImmutableArray.Create(digest.Replay.Rules.FirstOrDefault(rule => rule.Id == route.Rule)?.Title ?? route.Rule, Figures.Count(route.Contacts)))],
                null),
        ];

    private static IEnumerable<SheetPart> Drivers(OwnerDigest digest)
    {
        if (digest.Drivers.All.Contacts == 0)
        {
            return [];
        }

        var lines = digest.Drivers.Lists.First(list => list.By == "disposition").Lines.Take(ShownDrivers).ToList();
        return
        [
            new SheetTable(
                "What contacts at its touchpoints are about",
                [new("disposition"), new("contacts", Side.Right), new("share", Side.Right), new("with those above", Side.Right) { IsDetail = true }, new("in cases", Side.Right)],
                [.. lines.Select(line => ImmutableArray.Create(line.Driver.Name, Figures.Count(line.Driver.Contacts), SurveyWords.Percent(line.Share), SurveyWords.Percent(line.Cumulative), Figures.Count(line.Driver.Routed)))],
                null)
            {
                Bars = [.. lines.Select(line => 100 * line.Share / lines[0].Share)],
            },
        ];
    }

    private static IEnumerable<string> Hidden(OwnerAccount account)
    {
        var hidden = account.Cases.Count(entry => !entry.Case.ShowsCost);
        return hidden == 0 ? [] : [$"{Figures.Plural(hidden, "case")} without a price: the rule does not say `with cost estimate`."];
    }
}
