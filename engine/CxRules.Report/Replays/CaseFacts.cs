using System.Collections.Immutable;
using System.Globalization;
using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What every format says about a case, in words.</summary>
internal static class CaseFacts
{
    /// <summary>Everything that is said about the figures and the run, for other programs.</summary>
    public static IEnumerable<string> Notes(ReplayResult result) => [.. result.CostNote is { } note ? [note] : (string[])[], .. result.Notes, .. result.Footnotes];

    /// <summary>Outbreaks before standing demand, which would lead every list, and false alarms last; each by money: known costs first, the largest first; then by contacts.</summary>
    public static ImmutableArray<ReplayCase> Ranked(ReplayResult result) =>
    [
        .. result.Cases
            .OrderBy(@case => @case.IsFalseAlarm)
            .ThenBy(@case => !@case.IsFalseAlarm && @case.Basis == CaseBasis.All)
            .ThenByDescending(@case => @case.Cost.HasValue)
            .ThenByDescending(@case => @case.Cost?.Mid ?? 0)
            .ThenByDescending(@case => @case.Contacts)
            .ThenBy(@case => @case.OpenedUtc)
            .ThenBy(@case => @case.Rule, StringComparer.Ordinal)
            .ThenBy(@case => @case.Id, StringComparer.Ordinal),
    ];

    /// <summary>The ranking in its parts; none is empty.</summary>
    public static IEnumerable<CasePart> Parts(ReplayResult result) => Ranked(result)
        .Select((@case, index) => (Case: @case, Number: index + 1))
        .GroupBy(entry => (entry.Case.IsFalseAlarm, Basis: entry.Case.IsFalseAlarm ? CaseBasis.Excess : entry.Case.Basis))
        .Select(part => new CasePart(part.Key.Basis, part.Key.IsFalseAlarm, part.First().Number, [.. part.Select(entry => entry.Case)]));

    public static string What(ReplayCase @case) => @case.Title ?? @case.Rule;

    /// <summary>`product Trees · region Back Bay`; empty without `per`.</summary>
    public static string Group(ReplayCase @case) => string.Join(" · ", @case.Group.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>`Trees · Back Bay`: for where the rule is named beside it.</summary>
    public static string GroupValues(ReplayCase @case) => string.Join(" · ", @case.Group.Select(pair => pair.Value));

    public static string Owners(ImmutableArray<string> owners) => owners.IsDefaultOrEmpty ? "no owner" : string.Join(" and ", owners);

    public static string Opened(ReplayCase @case, ZoneRules zone) => Local(@case.OpenedUtc, @case.Unit, zone);

    public static string? Closed(ReplayCase @case, ZoneRules zone) => @case.ClosedUtc is { } closed ? Local(closed, @case.Unit, zone) : null;

    /// <summary>The local day, or hour: `2011-08-28`, `2011-08-28 13:00`.</summary>
    public static string Day(DateTime local, TimeUnit unit) =>
        local.ToString(unit == TimeUnit.Day ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string UnitName(ReplayCase @case) => @case.Unit == TimeUnit.Day ? "day" : "hour";

    /// <summary>What stands where the money would stand.</summary>
    public static string NoCost(string? because) => because ?? "unknown";

    public static string Local(DateTime utc, TimeUnit unit, ZoneRules zone) => Day(new DateTime(zone.ToLocal(utc.Ticks)), unit);

    public static string Range(ReplayHistory history) => history is { FromUtc: { } from, ToUtc: { } to }
        ? $"{Local(from, TimeUnit.Day, history.Zone)} to {Local(to, TimeUnit.Day, history.Zone)}"
        : "no accepted contacts";

    /// <summary>The seven counts that are not zero, `accepted` always.</summary>
    public static IEnumerable<(string Name, long Count)> Counts(ReplayHistory history)
    {
        (string Name, long Count)[] counts =
        [
            ("accepted", history.Accepted), ("late", history.Late), ("superseded", history.Superseded), ("duplicate", history.Duplicate),
            ("quarantined", history.Quarantined), ("rejected", history.Rejected), ("erased", history.Erased),
        ];
        return counts.Where(count => count.Count != 0 || count.Name == "accepted");
    }
}
