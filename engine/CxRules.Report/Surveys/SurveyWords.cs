using System.Collections.Immutable;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Report.Replays;
using CxRules.Report.Sheets;
using CxRules.Testing.Replays;
using CxRules.Testing.Surveys;

namespace CxRules.Report.Surveys;

/// <summary>Figures of surveys in words.</summary>
internal static class SurveyWords
{
    /// <summary>`207,227 contacts, 2026-01-01 to 2026-12-31 (Europe/London), 1 rule`.</summary>
    public static string Scope(ReplayResult replay) =>
        $"{Figures.Plural(replay.History.Accepted, "contact")}, {CaseFacts.Range(replay.History)} ({replay.History.Zone.Id}), {Figures.Plural(replay.Rules.Length, "rule")}";

    /// <summary>`12,300`, `≥ 12,300` where some of it is unknown.</summary>
    public static string Cost(KnownCost? cost) => cost switch
    {
        null => Figures.None,
        { Unknown: 0 } => Figures.Money(cost.Sum),
        { Sum: 0 } => "unknown",
        _ => $"≥ {Figures.Money(cost.Sum)}",
    };

    public static string Cost(KnownCost? cost, string? currency) => cost is null ? "unknown" : $"{Cost(cost)} {(cost is { Sum: 0, Unknown: > 0 } ? "" : currency)}".TrimEnd();

    public static string Money(decimal? amount) => amount is { } known ? Figures.Money(known) : Figures.None;

    public static string Money(CostRange? cost) => cost is { } known ? Figures.Money(known.Mid) : Figures.None;

    public static string Interval(CostRange? cost) => cost is { } known && known.Low != known.High ? Figures.Interval(known) : "";

    public static string Percent(decimal? share) => share is { } known ? $"{Figures.Quantity(known)} %" : Figures.None;

    /// <summary>Points and ratings: two decimals.</summary>
    public static string Points(decimal? points) => points is { } known ? Signless(known).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : Figures.None;

    /// <summary>`owner`, or `nobody` where cases name none.</summary>
    public static string Owner(string name) => name == "(none)" ? "nobody" : name;

    /// <summary>What every reader of the figures must know.</summary>
    public static IEnumerable<SheetPart> Mind(ReplayResult replay, IEnumerable<string> own)
    {
        var lines = own.Concat(replay.CostNote is { } note ? [note] : []).Concat(Refused(replay)).Concat(replay.Notes).ToImmutableArray();
        return lines.IsEmpty ? [] : [new SheetLines("Mind", lines)];
    }

    private static IEnumerable<string> Refused(ReplayResult replay) => replay.Rejects is [var first, ..]
        ? [$"{Figures.Plural(replay.Rejects.Length, "row")} refused, in no figure here; the first: {first.File}:{first.Line}: {first.Code}: {first.Message}"]
        : [];

    /// <summary>No `-0.00`.</summary>
    private static decimal Signless(decimal value) => Math.Round(value, 2) is var rounded && rounded == 0 ? 0 : rounded;
}
