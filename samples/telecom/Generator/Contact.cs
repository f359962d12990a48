namespace CxRules.Samples.Telecom;

/// <summary>A contact with all its details: a row of the history, and the event that only the truth knows.</summary>
internal sealed record Contact(Arrival Arrival, int Customer, Channel Channel)
{
    public required string Product { get; init; }

    public required string Agent { get; init; }

    public bool Abandoned { get; init; }

    public int? HandleSeconds { get; init; }

    public int? WaitSeconds { get; init; }

    public int Transfers { get; init; }

    public int? Csat { get; init; }

    public bool Cancelled { get; init; }

    public string CancellationReason { get; init; } = "";

    public Reason Reason => Reasons.All[Arrival.Reason];

    public DateTime Utc => BusinessCalendar.Start.AddSeconds(Arrival.Second);
}
