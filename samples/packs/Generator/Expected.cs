namespace CxRules.Samples.Packs;

/// <summary>Something that the pack's rules have to find. No engine is asked for it: it follows from what was planted.</summary>
/// <param name="What">`case`; `routed`: contacts one by one; otherwise an action of a task, such as `call back`.</param>
/// <param name="Why">How it follows.</param>
internal sealed record Expected(string What, string Rule, string Why)
{
    /// <summary>As `region=north`; empty without `per`.</summary>
    public string Group { get; init; } = "";

    /// <summary>Joined by ` and `.</summary>
    public string Owners { get; init; } = "";

    /// <summary>By the clock on the wall; of a task of a case, when it is asked for.</summary>
    public string Opened { get; init; } = "";

    /// <summary>Empty: still open when the history ends.</summary>
    public string Closed { get; init; } = "";

    /// <summary>Which rows count.</summary>
    public Func<Row, bool> Rows { get; init; } = _ => false;

    /// <summary>In which days or hours: from the first moment on, before the last one. Of a journey it is when it was known, <see cref="Known"/>.</summary>
    public (string From, string To)? Counted { get; init; }

    /// <summary>When a row counts, where that is not when it came.</summary>
    public Func<Row, DateTime> Known { get; init; } = row => row.At;

    /// <summary>How many it asks for, where it names no contacts.</summary>
    public int? Tasks { get; init; }

    /// <summary>It claims its contacts whole and alone, so that its cost is theirs.</summary>
    public bool IsPriced { get; init; }

    /// <summary>What it costs beyond handling; cancellations and escalations, by hand.</summary>
    public decimal Beyond { get; init; }
}
