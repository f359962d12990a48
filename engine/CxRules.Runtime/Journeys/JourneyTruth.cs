namespace CxRules.Runtime.Journeys;

/// <summary>
/// What becomes of a condition that hangs on later contacts, as instants (UTC ticks; <see cref="Never"/> where it does not come to that): before
/// the first of them it may become anything. Nothing is ever taken back.
/// </summary>
/// <param name="True">From when it is true.</param>
/// <param name="False">From when it is false.</param>
/// <param name="NotTrue">From when it cannot become true any more.</param>
/// <param name="NotFalse">From when it cannot become false any more.</param>
internal readonly record struct JourneyTruth(long True, long False, long NotTrue, long NotFalse)
{
    public const long Never = long.MaxValue;

    /// <summary>Not known by the end of the history.</summary>
    public static JourneyTruth Open { get; } = new(Never, Never, Never, Never);

    public Truth Final => True != Never ? Truth.True : False != Never ? Truth.False : Truth.Unknown;

    /// <summary>Whether it is true will only be known after the end of the history.</summary>
    public bool IsUndecided => True == Never && NotTrue == Never;

    public static JourneyTruth From(long instant, Truth truth) => new(
        truth == Truth.True ? instant : Never,
        truth == Truth.False ? instant : Never,
        truth == Truth.True ? Never : instant,
        truth == Truth.False ? Never : instant);

    public static JourneyTruth And(JourneyTruth left, JourneyTruth right) => new(
        Math.Max(left.True, right.True),
        Math.Min(left.False, right.False),
        Math.Min(left.NotTrue, right.NotTrue),
        Math.Max(left.NotFalse, right.NotFalse));

    public static JourneyTruth Or(JourneyTruth left, JourneyTruth right) => Not(And(Not(left), Not(right)));

    public static JourneyTruth Not(JourneyTruth operand) => new(operand.False, operand.True, operand.NotFalse, operand.NotTrue);

    /// <summary>The same, true only once it is known whether another is.</summary>
    public static JourneyTruth Settled(JourneyTruth value, JourneyTruth with) => value with { True = Math.Max(value.True, Math.Min(with.True, with.NotTrue)) };
}
