using CxRules.Testing.Replays;

namespace CxRules.Testing.Surveys;

/// <summary>A history seen as a whole: what drives contacts, what causes them, how channels differ, what satisfaction is lost, and what each department has before it.</summary>
public sealed record Survey
{
    public required ReplayResult Replay { get; init; }

    public required DriverReport Drivers { get; init; }

    public required CauseReport Causes { get; init; }

    public required SatisfactionReport Satisfaction { get; init; }

    public required Portfolio Portfolio { get; init; }

    /// <summary>Null where customers' visits were not asked for.</summary>
    public ChannelReport? Channels { get; init; }
}

/// <summary>How much of a history is looked at.</summary>
public enum SurveyDetail
{
    Sums,

    /// <summary>Customers' contacts in their order, too: it takes some 24 bytes of memory a contact.</summary>
    Visits,
}
