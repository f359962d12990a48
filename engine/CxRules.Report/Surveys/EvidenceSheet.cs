using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Model.Time;
using CxRules.Report.Explanations;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Report.Sheets;
using CxRules.Runtime.Plans;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>One case on one page: what one puts before a director who says "prove it".</summary>
internal static class EvidenceSheet
{
    public static Sheet Of(CaseEvidence evidence)
    {
        var @case = evidence.Case;
        return new(CaseFacts.What(@case) + (@case.Group.IsEmpty ? "" : $" · {CaseFacts.GroupValues(@case)}"), [
            new SheetFacts([.. Facts(evidence)]),
            new SheetChart($"What came in each {CaseFacts.UnitName(@case)}, and what was expected", @case),
            new SheetPair(new SheetLines("What happened", [.. Happened(evidence)]), new SheetLines("How sure that is", [.. Sure(evidence)])),
            new SheetPair(Cost(@case), new SheetLines("How it was computed", [.. Computed(evidence)])),
            new SheetPair(new SheetLines("Whose it is, and what was done", [.. Done(evidence)]), new SheetLines("What is not known", [.. EvidenceGaps.Of(evidence)])),
            new SheetLines($"{Figures.Plural(evidence.Examples.Length, "contact")} to read", [evidence.Examples.IsEmpty ? "none" : string.Join(", ", evidence.Examples)]),
        ])
        {
            Subtitle = $"Case {@case.Id} for {CaseFacts.Owners(@case.Owners)} · {evidence.Replay.RuleSetName}, {SurveyWords.Scope(evidence.Replay)}",
            Paper = SheetPaper.OnePage,
        };
    }

    private static IEnumerable<SheetFact> Facts(CaseEvidence evidence)
    {
        var (@case, yearly, currency) = (evidence.Case, evidence.Standing.Yearly, evidence.Replay.Currency);
        yield return new("Cost to date", @case.Cost is { } cost ? Figures.Mid(cost) : "unknown", @case.Cost is { } range ? range.Low == range.High ? "every contact counts" : $"90 % interval {Figures.Interval(range)}" : CaseFacts.NoCost(@case.CostUnknownBecause));
        yield return new("A year of it", yearly.PerYear is { } year ? $"{Figures.Money(year)} {currency}" : "unknown", yearly.UnknownBecause ?? "at the rate of this history");
        yield return new("Rank by that", yearly.Rank is { } rank ? $"{rank} of {yearly.Ranked}" : "unknown", yearly.Unranked == 0 ? "among all rules and groups with a case" : $"the year of {Figures.Count(yearly.Unranked)} more is unknown");
        yield return new("Contacts", Figures.Count(@case.Contacts), @case is { Expected: { } expected, Excess: { } excess } ? $"{Figures.Quantity(expected)} expected: {Figures.Above(excess.Mid)}" : @case.Basis == CaseBasis.All ? "all of them count" : "how many to expect is unknown");
    }

    private static IEnumerable<string> Happened(CaseEvidence evidence)
    {
        var (@case, zone) = (evidence.Case, evidence.Replay.History.Zone);
        var unit = CaseFacts.UnitName(@case);
        var days = @case.Chart.Where(point => point.InCase).Select(point => point.Start).ToList();
        if (days.Count > 0)
        {
            yield return $"Since {CaseFacts.Day(days[0], @case.Unit)}, over {Figures.Plural(days.Count, unit)}{(days[^1] == days[0] ? "" : $" to {CaseFacts.Day(days[^1], @case.Unit)}")}. The rule fired on {CaseFacts.Opened(@case, zone)}; {(CaseFacts.Closed(@case, zone) is { } closed ? $"its signal cleared on {closed}" : "its signal is still active")}.";
        }

        var peak = @case.Chart.FirstOrDefault(point => point.Start == @case.Peak);
        yield return $"Busiest {unit}: {CaseFacts.Day(@case.Peak, @case.Unit)}{(peak is null ? "" : $" with {Figures.Plural(peak.Observed, "contact")}{(peak.Expected is { } expected ? $", {Figures.Quantity(expected)} expected" : "")}")}.";
        yield return $"By {string.Join(", ", evidence.Channels.Take(4).Select(channel => $"{channel.Key} {Figures.Count(channel.Value)}"))}{(evidence.Channels.Length > 4 ? " and others" : "")}.";
        yield return $"The rule, {@case.Rule}: if {@case.Condition}";
        if (@case.Because is { } because)
        {
            yield return $"It says why: {because}";
        }
    }

    private static IEnumerable<string> Sure(CaseEvidence evidence)
    {
        var @case = evidence.Case;
        if (@case.Basis == CaseBasis.All)
        {
            yield return "The rule compares with no expectation: every contact of it counts, and chance plays no part.";
            yield break;
        }

        yield return @case.PValue is { } p
            ? $"{Figures.Chance(p)}: so many contacts or more come in by chance alone {(p < 0.0001 ? "less than once in 10,000" : string.Create(CultureInfo.InvariantCulture, $"about {p * 10_000:0.#} times in 10,000"))} such windows."
            : "No chance is known: there is too little to compare with.";
        if (@case is { Expected: { } expected, Excess: { } excess })
        {
            yield return $"{Figures.Quantity(expected)} were expected: {Expected(evidence)} (docs/statistics.md).";
            yield return $"{Figures.Quantity(excess.Mid)} came above that; the 90 % interval is {Figures.Quantity(excess.Low)} to {Figures.Quantity(excess.High)}. It was picked for its high count, which is allowed for.";
        }

        if (@case.Chart.FirstOrDefault(point => point.Start == @case.Peak) is { Low: { } low, High: { } high })
        {
            yield return $"On the busiest {CaseFacts.UnitName(@case)}, {Figures.Quantity(low)} to {Figures.Quantity(high)} would have been usual (the shaded range, level 0.1 %).";
        }
    }

    private static string Expected(CaseEvidence evidence) => evidence.Expectation switch
    {
        FixedExpectation or CycleExpectation or RateExpectation => "the number that the rule agrees on",
        ExposureExpectation exposure => $"as many for each of {exposure.Exposure} as before",
        EarlierExpectation earlier => $"as many as {Figures.Plural(earlier.Days, "day")} earlier",
        _ => evidence.Case.Unit == TimeUnit.Day ? "the mean of the same weekdays before" : "the mean of the same hours of the week before",
    };

    private static SheetTable Cost(ReplayCase @case)
    {
        ImmutableArray<SheetColumn> columns = [new("what it costs"), new("of", Side.Right), new(@case.Cost is { } known ? $"cost, {known.Currency}" : "cost", Side.Right), new("low – high", Side.Right)];
        if (@case is not { Cost: { } cost, Breakdown: { } breakdown })
        {
            return new("What it costs", columns, [["no cost is known", "", Figures.None, ""]], null);
        }

        (string Name, CostPart Part)[] parts = [("handling contacts", breakdown.Contacts), ("customers lost", breakdown.Cancellations), ("escalations", breakdown.Escalations)];
        return new(
            "What it costs",
            columns,
            [.. parts.Where((part, index) => index == 0 || part.Part.Count > 0).Select(part => ImmutableArray.Create(part.Name, Figures.Count(part.Part.Count), MoneyWords.Amount(part.Part.Cost.Mid), Range(part.Part.Cost)))],
            ["to date", "", MoneyWords.Amount(cost.Mid), Range(cost)]);
    }

    private static IEnumerable<string> Computed(CaseEvidence evidence)
    {
        var (@case, replay) = (evidence.Case, evidence.Replay);
        if (@case.Cost is not { } cost)
        {
            yield return $"No cost: {CaseFacts.NoCost(@case.CostUnknownBecause)}.";
            yield break;
        }

        yield return MoneyWords.Claim(@case);
        yield return evidence.Explanation.Match == MatchPolicy.First
            ? "A contact that several cases claim goes to them by priority (match: first): no contact is paid for twice."
            : "A contact that several cases claim is shared among them (match: all): no contact is paid for twice.";
        yield return $"Its {Figures.Plural(@case.Contacts, "contact")} were priced one by one and add up to the cost exactly; this was checked just now. See them: cxrules explain RULES --case {@case.Id} --money";
        if (evidence.Standing.Yearly.PerYear is { } year)
        {
            yield return $"A year: what the cases of this rule and group cost in the history, ÷ its days × 365{(evidence.Exposure is { } exposure ? $", by {exposure}" : "")} = {Figures.Money(year)} {cost.Currency}.";
        }

        if (replay.CostNote is { } note)
        {
            yield return note;
        }
    }

    private static IEnumerable<string> Done(CaseEvidence evidence)
    {
        var (@case, zone) = (evidence.Case, evidence.Replay.History.Zone);
        yield return $"{CaseFacts.Owners(@case.Owners)}: {LifeFacts.State(@case, zone)}{(evidence.Standing.IsOpen ? $"; {Figures.Plural(evidence.Standing.Age, "day")} in this state" : "")}.";
        foreach (var step in @case.Life.Steps.SkipLast(1).Where(step => step.By != CaseTransition.Engine).TakeLast(4))
        {
            yield return $"{CaseFacts.Local(new DateTime(step.At, DateTimeKind.Utc), TimeUnit.Day, zone)}: {CaseStandings.NameOf(step.To)} by {step.By}{(step.Because is { } because ? $" ({because})" : "")}";
        }

        if (@case.Life.Steps.All(step => step.By == CaseTransition.Engine))
        {
            yield return "Nobody has taken a step yet, or none was given (--transitions FILE).";
        }
    }

    private static string Range(CostRange cost) => cost.Low == cost.High ? "" : MoneyWords.Interval(cost);
}
