namespace CxRules.Samples.Tests.Packs;

/// <summary>What is planted and must not be found is found as soon as the clause is gone that leaves it out.</summary>
public sealed class PackDecoyTests
{
    /// <summary>Pack, what is written, what stands there instead, and what is found then and was not before.</summary>
    public static TheoryData<string, string, string, string> Clauses { get; } = new()
    {
        { "mobile", "then suppress slow-in-a-region", "", "case slow-in-a-region region=north Networks 2026-02-18T00:00 2026-02-19T00:00" },
        { "mobile", "and within 45 days after first billed at", "", "case first-bill-price  Marketing and Billing 2026-02-11T00:00" },
        { "mobile", "only: within 2 days after releases", "every: day", "case app-after-release  Digital 2026-02-26T00:00 2026-02-27T00:00" },
        { "mobile", "within 30 days\n     and monthly", "within 5 days\n     and monthly", "" },
        { "retail-bank", "within 24 hours", "within 31 hours", "case web-then-call  Digital 2026-02-26T00:00" },
        { "retail-bank", "only  on weekdays", "", "case long-waits  Contact Center 2026-02-15T00:00 2026-02-16T00:00" },
        { "retail-bank", "preceded by (channel = web and outcome = failed)", "preceded by (channel = chat)", "" },
        { "shop", "top 2 by cost", "", "case late-by-carrier carrier=coast Logistics 2026-03-03T00:00 2026-03-12T00:00" },
        { "shop", "basket > 200 EUR", "basket > 50 EUR", "tag recover big-basket" },
        { "shop", "not followed by disposition = refund-confirmed within 10 days", "not followed by disposition = refund-confirmed within 3 days", "case refund-not-confirmed" },
        { "utility", "except during price-changes", "", "case dearer-than-last-month  Customer Relations 2026-03-30T00:00 2026-04-20T00:00" },
        { "utility", "over 28 days", "over 20 days", "case ideas touchpoint=bill Billing 2026-03-04T00:00 2026-03-24T00:00 1" },
        { "utility", "- disposition = supply-lost", "- has disposition", "escalate vulnerable-and-cut-off  Chief Operating Officer   6" },
    };

    [Theory]
    [MemberData(nameof(Clauses))]
    public void Clause_WrittenOtherwise_FindsWhatItLeftOut(string folder, string written, string instead, string found)
    {
        var before = PackReplay.Of(folder).Lines().Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var after = PackReplay.Of(folder, written, instead).Lines().Select(line => line.Key).ToHashSet(StringComparer.Ordinal);

        Assert.NotEqual(before, after);
        Assert.True(after.Except(before).Any(line => line.StartsWith(found, StringComparison.Ordinal)) || found.Length == 0, string.Join('\n', after.Except(before)));
    }
}
