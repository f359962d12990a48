namespace CxRules.Runtime.Journeys;

/// <summary>A contact that a journey may find.</summary>
internal readonly struct JourneyEvent : IComparable<JourneyEvent>
{
    /// <summary>Below 0 where it does not meet what is looked for; kept in one word, as there may be millions.</summary>
    private readonly long _known;

    private JourneyEvent(ulong key, long at, long known)
    {
        (Key, At, _known) = (key, at, known);
    }

    /// <summary>Customer, and what else both contacts share.</summary>
    public ulong Key { get; }

    /// <summary>When it occurred; UTC ticks.</summary>
    public long At { get; }

    public bool Meets => _known >= 0;

    /// <summary>From when it is known that it meets what is looked for, or never will.</summary>
    public long Known => Math.Abs(_known);

    public static JourneyEvent Met(ulong key, long at, long known) => new(key, at, known);

    public static JourneyEvent Missed(ulong key, long at, long known) => new(key, at, -known);

    public int CompareTo(JourneyEvent other) => Key != other.Key ? Key.CompareTo(other.Key) : At.CompareTo(other.At);
}
