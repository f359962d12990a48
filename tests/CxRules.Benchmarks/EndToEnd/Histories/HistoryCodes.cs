using System.Collections.Immutable;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>The codes of the generated history, which the generated rules name.</summary>
internal static class HistoryCodes
{
    private static readonly string[] s_stems =
    [
        "billing-confusion", "password-reset", "late-delivery", "cancel-request", "refund-status", "payment-failed", "address-change", "plan-question",
        "outage-report", "login-error", "missing-item", "warranty-claim", "upgrade-query", "double-charge", "app-crash",
    ];

    private static readonly string[] s_endings = ["", "-repeat", "-followup", "-escalated"];

    public static ImmutableArray<string> Dispositions { get; } = [.. s_endings.SelectMany(ending => s_stems.Select(stem => stem + ending))];

    public static ImmutableArray<string> Channels { get; } = ["phone", "chat", "email", "web", "social", "sms"];

    public static ImmutableArray<string> Products { get; } = [.. "abcdefghijkl".Select(letter => $"product-{letter}")];

    public static ImmutableArray<string> Regions { get; } = ["us-east", "us-west", "us-south", "emea-north", "emea-south", "apac", "latam", "canada"];

    public static ImmutableArray<string> Departments { get; } =
        ["Billing", "Logistics", "Identity", "Retention", "Product", "Mobile", "Payments", "Network", "Warranty", "Sales", "Docs", "CustomerOps"];
}
