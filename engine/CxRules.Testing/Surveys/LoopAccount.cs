namespace CxRules.Testing.Surveys;

/// <summary>How far the loop is closed with those who spoke up in cases.</summary>
public sealed record LoopAccount(LoopCoverage Customers, LoopCoverage Agents)
{
    public static LoopAccount None { get; } = new(new(0, 0, 0), new(0, 0, 0));

    /// <summary>Somebody waits to hear.</summary>
    public bool IsAny => Customers.ToTell + Agents.ToTell > 0;

    public int Overdue => Customers.Overdue + Agents.Overdue;
}

/// <summary>How many of those who can be told were told.</summary>
/// <param name="ToTell">Each once for each case. Cases that were put together are one; a false alarm is none.</param>
/// <param name="Overdue">Not told, though the time is over by which the rule wants them told.</param>
public sealed record LoopCoverage(int ToTell, int Told, int Overdue)
{
    /// <summary>In per cent; null where nobody can be told.</summary>
    public decimal? Share => Percent.Of(Told, ToTell);
}
