using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Report.Layout;
using CxRules.Runtime.Lives;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What became of cases, in words.</summary>
internal static class LifeFacts
{
    /// <summary>A sentence for each case that somebody did something with, in the order of the ranking.</summary>
    public static IEnumerable<string> Lines(ReplayResult result) => CaseFacts.Ranked(result)
        .Where(@case => @case.Joined is not null || @case.Loops.Any(loop => loop.Told > 0) || @case.Life.Steps.Any(step => step.By != CaseTransition.Engine))
        .Select(@case => $"{CaseFacts.What(@case)}{(@case.Group.IsEmpty ? "" : $" ({CaseFacts.GroupValues(@case)})")}: {State(@case, result.History.Zone)}");

    /// <summary>`declined on 2026-03-04 by Anna Berg (acceptable performance); 12,300 GBP since, cap 20,000 GBP, review on 2026-06-30`.</summary>
    public static string State(ReplayCase @case, ZoneRules zone)
    {
        var state = CaseStandings.NameOf(@case.Life.Standing);
        if (@case.Life.Steps.IsEmpty)
        {
            return state;
        }

        var step = @case.Life.Steps[^1];
        var by = step.By == CaseTransition.Engine ? "" : $" by {step.By}";
        var because = step.Because is { } reason ? $" ({reason})" : "";
        return $"{state} on {CaseFacts.Local(new DateTime(step.At, DateTimeKind.Utc), @case.Unit, zone)}{by}{because}{(@case.Meter is { } meter ? $"; {Meter(meter, @case, zone)}" : "")}"
            + $"{(@case is { Life.Standing: CaseStanding.Verifying, Check.OpenBecause: { } open } ? $"; {open}" : "")}{Attempts(@case)}{Loops(@case, zone)}{Merged(@case)}";
    }

    private static string Loops(ReplayCase @case, ZoneRules zone) => string.Concat(@case.Loops.Where(loop => !loop.List.IsEmpty).Select(loop =>
        $"; {Figures.Count(loop.Told)} of {Figures.Plural(loop.List.Length, NameOf(loop.Audience))} told ({Figures.Quantity(loop.Coverage)} %{(loop.DueUtc is { } due ? $", due {CaseFacts.Local(due, TimeUnit.Day, zone)}" : "")})"));

    private static string NameOf(CaseAudience audience) => audience.ToString().ToLowerInvariant()[..^1];

    /// <summary>Why fixes before the present state did not work.</summary>
    private static string Attempts(ReplayCase @case) => string.Concat(@case.Life.Steps.SkipLast(1).Where(step => step.To == CaseStanding.Failed).Select(step => $"; a fix failed: {step.Because}"));

    private static string Merged(ReplayCase @case) =>
        (@case.MergedInto is { } into ? $"; counted with {into}" : "")
        + (@case.Joined is { } joined ? $"; with {Figures.Plural(joined.Ids.Length, "case")} that went into it {Figures.Plural(joined.Contacts, "contact")}{(joined.Cost is { } cost ? $", {Figures.Mid(cost)}" : "")}" : "");

    private static string Meter(DeclinedMeter meter, ReplayCase @case, ZoneRules zone)
    {
        var cost = meter.Cost is { } known ? Figures.Mid(known) : $"an unknown cost ({meter.CostUnknownBecause})";
        var declined = Day(meter.Since, zone);
        var since = meter.Until is { } until ? $"from the decline on {declined} to {Day(until, zone)}" : @case.Life.Standing == CaseStanding.Declined ? "since" : $"since it was declined on {declined}";
        var cap = meter.Cap is { } most ? $", {(meter.IsPastItsCap == true ? "past its cap of" : "cap")} {Figures.Money(most)}{(meter.Cost is { } of ? $" {of.Currency}" : "")}" : "";
        var review = meter.ReviewBy is { } day && @case.Life.Standing == CaseStanding.Declined ? $", review on {day:yyyy-MM-dd}" : "";
        return $"{cost} {since}{cap}{review}";
    }

    private static string Day(long utcTicks, ZoneRules zone) => CaseFacts.Local(new DateTime(utcTicks, DateTimeKind.Utc), TimeUnit.Day, zone);
}
