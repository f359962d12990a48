using CxRules.Report.Layout;
using CxRules.Runtime.Sessions;
using CxRules.Testing.Replays;

namespace CxRules.Report.Replays;

/// <summary>What every format says about cases that are estimated.</summary>
internal static class EstimateFacts
{
    /// <summary>A sentence for each such case, in the order of the ranking.</summary>
    public static IEnumerable<string> Lines(ReplayResult result) => CaseFacts.Ranked(result)
        .Where(@case => @case.Estimate is not null)
        .Select(@case => $"{CaseFacts.What(@case)}{(@case.Group.IsEmpty ? "" : $" ({CaseFacts.GroupValues(@case)})")}: {Text(@case)}");

    /// <summary>`about 480 contacts (310–720), 2,900 GBP (1,900–4,300), estimated from the sample meter; in no total`; empty for a case that is counted.</summary>
    public static string Text(ReplayCase @case) => @case.Estimate is not { } estimate ? ""
        : estimate.Contacts is not { } contacts ? $"how many contacts is unknown: {estimate.UnknownBecause}"
        : $"about {Figures.Quantity(contacts.Mid)} contacts ({Figures.Quantity(contacts.Low)}–{Figures.Quantity(contacts.High)}), {Cost(estimate)}, estimated from {estimate.From}; in no total";

    private static string Cost(CaseEstimate estimate) => estimate.Cost is { } cost ? $"{Figures.Mid(cost)} ({Figures.Interval(cost)})" : $"no cost ({estimate.UnknownBecause})";
}
