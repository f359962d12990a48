using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Testing.Replays;

namespace CxRules.Report.Lives;

/// <summary>`cxrules case show`: the life of one case, what its fix is judged by, and who can do what next.</summary>
public static class CaseLifeReport
{
    public static void Write(ReplayResult result, ReplayCase @case, ReportFormat format, ReportLayout layout, TextWriter output)
    {
        if (format == ReportFormat.Json)
        {
            output.Write(JsonText.Write(json => ReplayJson.WriteCase(json, @case)));
            return;
        }

        foreach (var line in Lines(result, @case))
        {
            var indent = line.Length - line.TrimStart().Length;
            var isFirst = true;
            foreach (var part in DisplayText.Wrap(DisplayText.Clean(line.TrimStart()), Math.Max(20, layout.Width - indent - 2)))
            {
                output.Write($"{new string(' ', isFirst ? indent : indent + 2)}{part}".TrimEnd() + "\n");
                isFirst = false;
            }
        }
    }

    /// <summary>`Next: its owner can accept or decline; the CX lead can merge.`</summary>
    public static string Next(CaseStanding standing)
    {
        var steps = CaseSteps.OfPeople(standing).Select(step => (step.By, Verb: CaseVerb.Of(step.To)?.Name)).Where(step => step.Verb is not null).GroupBy(step => step.By, step => step.Verb).ToList();
        return steps.Count == 0
            ? CaseSteps.IsEnd(standing) ? "Nothing more is done with it." : "The engine decides what comes next."
            : $"Next: {string.Join("; ", steps.Select(by => $"{NameOf(by.Key)} can {string.Join(", ", by)}"))}.";
    }

    public static string NameOf(CaseRole role) => role switch
    {
        CaseRole.Lead => "the CX lead",
        CaseRole.Owner => "its owner",
        _ => "the engine",
    };

    private static IEnumerable<string> Lines(ReplayResult result, ReplayCase @case)
    {
        var zone = result.History.Zone;
        yield return $"{@case.Id} · {CaseFacts.What(@case)}{(@case.Group.IsEmpty ? "" : $" · {CaseFacts.Group(@case)}")}";
        yield return $"{CaseFacts.Owners(@case.Owners)} · {Figures.Plural(@case.Contacts, "contact")} · {(@case.Cost is { } cost ? $"{Figures.Mid(cost)} ({Figures.Interval(cost)})" : CaseFacts.NoCost(@case.CostUnknownBecause))}";
        yield return "";
        yield return $"  {Time(@case.Life.Detected, zone)} detected by the engine";
        foreach (var step in @case.Life.Steps)
        {
            yield return $"  {Time(step.At, zone)} {CaseStandings.NameOf(step.To)} by {(step.By == CaseTransition.Engine ? "the engine" : step.By)}{(step.Because is { } because ? $": {because}" : "")}{Details(step, result.Currency)}";
        }

        yield return "";
        yield return $"It is {LifeFacts.State(@case, zone)}.";
        foreach (var line in Check(@case, zone).Concat(Saved(@case, zone)))
        {
            yield return line;
        }

        yield return "";
        yield return Next(@case.Life.Standing);
    }

    private static IEnumerable<string> Check(ReplayCase @case, ZoneRules zone)
    {
        if (@case.Check is not { } check)
        {
            yield break;
        }

        yield return "";
        yield return $"The fix that was claimed on {Day(check.Claimed, zone)}: {check.Verdict?.Because ?? check.OpenBecause}";
        foreach (var window in check.Windows)
        {
            yield return $"  {Time(window.From, zone)} to {Time(window.To, zone)}: {Figures.Plural(window.Observed, "contact")}{(window is { Expected: { } expected, P: { } p } ? $" where {Figures.Quantity(expected)} are usual ({Figures.Chance(p)})" : "")}";
        }

        foreach (var comparison in check.Comparisons)
        {
            yield return $"  {comparison.What}: {Figures.Plural(comparison.Observed, "contact")} where {Figures.Quantity(comparison.Expected)} are usual ({Figures.Chance(comparison.P)}){(comparison.Rose ? ", more than chance explains" : "")}";
        }
    }

    private static IEnumerable<string> Saved(ReplayCase @case, ZoneRules zone)
    {
        foreach (var saved in @case.Savings)
        {
            yield return "";
            yield return $"Saved since {Day(saved.Since, zone)}{(saved.Until is { } until ? $" until {Day(until, zone)}" : "")}: "
                + (saved is { Contacts: { } contacts, AverageCost: { } average, Cashable: { } cashable, Avoided: { } avoided }
                    ? $"{Figures.Quantity(contacts.Mid)} contacts ({Figures.Quantity(contacts.Low)} to {Figures.Quantity(contacts.High)}), {Figures.Mid(average)} at average cost, {Figures.Mid(avoided)} when the fix is paid; cashable {Figures.Mid(cashable)}"
                    : $"unknown: {saved.UnknownBecause}");
        }
    }

    private static string Details(CaseTransition step, string? currency) =>
        (step.Owners.IsEmpty ? "" : $", to {CaseFacts.Owners(step.Owners)}")
        + (step.ReviewBy is { } review ? $", review by {review:yyyy-MM-dd}" : "")
        + (step.Cap is { } cap ? $", cap {Figures.Money(cap)} {currency}" : "")
        + (step.FixCost is { } cost ? $", it cost {Figures.Money(cost)} {currency}" : "")
        + (step.Into is { } into ? $", into {into}" : "");

    private static string Time(long utcTicks, ZoneRules zone) => CaseFacts.Local(new DateTime(utcTicks, DateTimeKind.Utc), TimeUnit.Hour, zone);

    private static string Day(long utcTicks, ZoneRules zone) => CaseFacts.Local(new DateTime(utcTicks, DateTimeKind.Utc), TimeUnit.Day, zone);
}
