using System.Collections.Immutable;
using CxRules.Report.Layout;
using CxRules.Report.Sheets;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>What drives contacts.</summary>
internal static class DriverSheet
{
    private const int ShownFirst = 20;
    private const int Shown = 12;
    private const int ShownNames = 6;

    private static readonly Dictionary<DriverGap, Func<string, string>> s_gaps = new()
    {
        [DriverGap.NoDisposition] = _ => "have no disposition: nobody can say what they are about. Make the code compulsory where contacts are closed, or map its column in the source file.",
        [DriverGap.UnknownDisposition] = names => $"bear a code that `dispositions:` does not declare: {names}. Declare it, with its touchpoint.",
        [DriverGap.NoTouchpoint] = names => $"have a disposition that leads to no touchpoint: {names}. Give it one: `touchpoint: first-bill`.",
        [DriverGap.NoOwner] = names => $"are at a touchpoint that nobody owns: {names}. Name its owner under `touchpoints:`.",
    };

    public static Sheet Of(Survey survey)
    {
        var currency = survey.Replay.Currency;
        var drivers = survey.Drivers;
        var lists = drivers.Lists.ToDictionary(list => list.By, StringComparer.Ordinal);
        var demand = lists["demand"];
        return new($"{survey.Replay.RuleSetName}: what drives contacts", [
            new SheetFacts([.. Facts(drivers, demand, currency)]),
            Table("By disposition", lists["disposition"], drivers.All, currency, ShownFirst),
            .. NotRouted(lists["disposition"]),
            new SheetPair(Table("By touchpoint", lists["touchpoint"], drivers.All, currency, Shown), Table("By owner", lists["owner"], drivers.All, currency, Shown)),
            Table("By kind of demand", demand, drivers.All, currency, Shown),
            .. Beside(drivers),
            .. Findings(drivers),
            .. SurveyWords.Mind(survey.Replay, Notes(drivers, currency)),
        ])
        {
            Subtitle = SurveyWords.Scope(survey.Replay),
        };
    }

    /// <param name="by">What the lines are.</param>
    public static SheetTable Table(string heading, DriverList list, DriverLine all, string? currency, int shown)
    {
        var lines = list.Lines.Length > shown + 1 ? list.Lines[..shown] : list.Lines;
        var top = lines.Select(line => line.Share).DefaultIfEmpty(0).Max();
        ImmutableArray<ImmutableArray<string>> rows = [.. lines.Select(line => Row(line.Driver.Name, line.Driver, line.Share, line.Cumulative))];
        return new(
            heading,
            [
                new(list.By), new("contacts", Side.Right), new("share", Side.Right), new("with those above", Side.Right) { IsDetail = true }, new($"cost{Of(currency)}", Side.Right),
                new("in cases", Side.Right), new($"found{Of(currency)}", Side.Right) { IsDetail = true },
            ],
            lines.Length == list.Lines.Length ? rows : rows.Add(Others(list, shown)),
            Row("all", all, 100, null))
        {
            Bars = top == 0 ? [] : [.. lines.Select(line => 100 * line.Share / top)],
        };
    }

    public static IEnumerable<SheetPart> Findings(DriverReport drivers) => drivers.Findings.IsEmpty
        ? []
        : [new SheetLines("What keeps contacts from their owner", [.. drivers.Findings.Select(finding => $"{Figures.Plural(finding.Contacts, "contact")} ({SurveyWords.Percent(finding.Share)}) {s_gaps[finding.Gap](Names(finding))}")])];

    private static IEnumerable<SheetFact> Facts(DriverReport drivers, DriverList demand, string? currency)
    {
        var all = drivers.All;
        yield return new("What all contacts cost", SurveyWords.Cost(all.Cost, currency), all.Cost is { Unknown: > 0 } cost ? $"no cost is known for {Figures.Plural(cost.Unknown, "contact")}" : all.Cost is null ? "the project file names no costs" : "handling, lost customers and escalations");
        yield return new("Found in cases", all.Found is { } found ? $"{Figures.Money(found)} {currency}" : "unknown", $"{Figures.Plural(all.Routed, "contact")} in cases or routed");
        yield return new("Not in cases yet", Figures.Count(all.NotRouted), all.Contacts == 0 ? "no contact" : $"{SurveyWords.Percent(100m * all.NotRouted / all.Contacts)} of all contacts");
        yield return new("Failure demand", SurveyWords.Percent(demand.Lines.FirstOrDefault(line => line.Driver.Name == "failure")?.Share), "of all contacts, where `demand: failure` is declared");
    }

    private static IEnumerable<SheetPart> NotRouted(DriverList list)
    {
        if (list.NotRouted.IsEmpty)
        {
            return [];
        }

        var lines = list.NotRouted.Take(Shown).ToImmutableArray();
        return
        [
            new SheetTable(
                "What no rule takes yet",
                [new(list.By), new("not in cases", Side.Right), new("share of those", Side.Right), new("with those above", Side.Right), new("in cases", Side.Right)],
                [.. lines.Select(line => ImmutableArray.Create(line.Driver.Name, Figures.Count(line.Driver.NotRouted), SurveyWords.Percent(line.Share), SurveyWords.Percent(line.Cumulative), Figures.Count(line.Driver.Routed)))],
                null)
            {
                Bars = [.. lines.Select(line => 100 * line.Share / lines[0].Share)],
            },
        ];
    }

    /// <summary>What agents, customers and quality reviews name as the driver, beside the contacts themselves.</summary>
    private static IEnumerable<SheetPart> Beside(DriverReport drivers)
    {
        var kinds = drivers.Beside.SelectMany(line => line.Records).Select(kind => kind.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return kinds.Count == 0
            ? []
            : [
                new SheetTable(
                    "What is said beside contacts",
                    [new("disposition"), .. kinds.Select(kind => new SheetColumn(kind, Side.Right))],
                    [.. drivers.Beside.Take(Shown).Select(line => kinds.Select(kind => line.Records.FirstOrDefault(record => record.Key == kind).Value is > 0 and var count ? Figures.Count(count) : Figures.None).Prepend(line.Disposition).ToImmutableArray())],
                    null),
            ];
    }

    private static ImmutableArray<string> Others(DriverList list, int shown)
    {
        var others = list.Lines.Skip(shown).ToList();
        var drivers = others.ConvertAll(line => line.Driver);
        var sum = new DriverLine(
            $"{Figures.Count(others.Count)} others",
            drivers.Sum(line => line.Contacts),
            drivers.Sum(line => line.Routed),
            drivers[0].Cost is null ? null : new(drivers.Sum(line => line.Cost?.Sum ?? 0), drivers.Sum(line => line.Cost?.Unknown ?? 0)),
            drivers[0].Found is null ? null : drivers.Sum(line => line.Found ?? 0));
        return Row(sum.Name, sum, others.Sum(line => line.Share), 100);
    }

    private static ImmutableArray<string> Row(string name, DriverLine line, decimal? share, decimal? cumulative) =>
    [
        name,
        Figures.Count(line.Contacts),
        line.Contacts == 0 ? Figures.None : SurveyWords.Percent(share),
        cumulative is { } known ? SurveyWords.Percent(known) : "",
        SurveyWords.Cost(line.Cost),
        Figures.Count(line.Routed),
        SurveyWords.Money(line.Found),
    ];

    private static IEnumerable<string> Notes(DriverReport drivers, string? currency)
    {
        yield return "`in cases` counts contacts that a case holds or a rule routed. `found` is what those cases and routes cost, each contact counted once; together it is the total of the replay.";
        if (drivers.All.Cost is { Unknown: > 0 } cost)
        {
            yield return $"≥: no cost is known for {Figures.Plural(cost.Unknown, "contact")}; what is shown is the least, in {currency}.";
        }
    }

    private static string Names(DriverFinding finding) =>
        string.Join(", ", finding.Names.Take(ShownNames)) + (finding.Names.Length > ShownNames ? $" and {Figures.Count(finding.Names.Length - ShownNames)} more" : "");

    private static string Of(string? currency) => currency is null ? "" : $", {currency}";
}
