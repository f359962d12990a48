using System.Collections.Immutable;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Money;

/// <summary>A small rule set with costs, in a folder that goes.</summary>
internal sealed class MoneyFolder : IDisposable
{
    public const string Costs = """
          - from: 2026-01-01
            contacts: { spend: 6000 GBP per month, contacts: 1000 per month }
            channels: { chat: 1.00 GBP }
            loaded rate: 30 GBP per hour
            acquisition: 200 GBP
            escalations: { base: 50 GBP, regulator: { money: 16, time: 6 }, Small Claim: { money: 2, time: 2 } }
        """;

    private readonly HistoryFolder _folder;

    /// <param name="rows">`id,at,channel,reason,customer,seconds,cancelled,cancelled at,why,escalation`, a row a line.</param>
    public MoneyFolder(string rules, string rows, string costs = Costs, string project = "") =>
        _folder = new HistoryFolder($"zone: Europe/London\ncurrency: GBP\n{project}costs:\n{costs}", rules, "id,at,channel,reason,customer,seconds,cancelled,left,why,escalation", rows);

    public ReplayOptions Options => _folder.Options;

    public ReplayResult Replay() => Replays.Replay.Run(Options);

    public ImmutableArray<ExplainedContact> Contacts(ReplayCase @case) =>
        Explainer.Case(Options, @case.Id, CaseDetail.Contacts).Explanation?.Contacts ?? throw new InvalidOperationException("There is no such case.");

    public void Dispose() => _folder.Dispose();
}
