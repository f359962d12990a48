namespace CxRules.Runtime.Tests.Histories;

/// <summary>A contact as tests write it. Empty and null stand for missing.</summary>
/// <param name="At">UTC, as `2026-03-02 09:30`.</param>
internal sealed record ContactRow(string Id, string At)
{
    public string Source { get; init; } = "";

    public string Channel { get; init; } = "phone";

    public string Disposition { get; init; } = "";

    public string Touchpoint { get; init; } = "";

    public string Region { get; init; } = "";

    public string Customer { get; init; } = "";

    public string Reason { get; init; } = "";

    public string Escalation { get; init; } = "";

    /// <summary>Seconds.</summary>
    public decimal? HandleTime { get; init; }

    public decimal? Csat { get; init; }

    public bool? Cancelled { get; init; }

    public string? CancelledAt { get; init; }
}
