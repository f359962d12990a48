using System.Collections.Immutable;
using System.Globalization;
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
        $"{Figures.Plural(replay.Totals.Contacts, "contact")}, {CaseFacts.Range(replay.History)} ({replay.History.Zone.Id}), {Figures.Plural(replay.Rules.Length, "rule")}";

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

    /// <summary>One decimal, so that a column can be read down: `8.0 %`; `100 %`.</summary>
    public static string Percent(decimal? share) => share switch
    {
        null => Figures.None,
        > 0 and < 0.05m => "<0.1 %",
        { } known => string.Create(CultureInfo.InvariantCulture, $"{(known >= 99.95m ? known.ToString("0", CultureInfo.InvariantCulture) : known.ToString("0.0", CultureInfo.InvariantCulture))} %"),
    };

    /// <summary>Points lost and pulled: three decimals, none of them `-0.000`.</summary>
    public static string Points(decimal? points) => points is { } known ? Rounded(known, 3).ToString("0.000", CultureInfo.InvariantCulture) : Figures.None;

    /// <summary>An average rating: two decimals.</summary>
    public static string Rating(decimal? rating) => rating is { } known ? Rounded(known, 2).ToString("0.00", CultureInfo.InvariantCulture) : Figures.None;

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

    private static decimal Rounded(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) is var rounded && rounded == 0 ? 0 : rounded;
}
