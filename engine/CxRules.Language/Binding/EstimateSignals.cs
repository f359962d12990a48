namespace CxRules.Language.Binding;

/// <summary>Conditions about numbers that nobody counted, but estimated from a part.</summary>
public static class EstimateSignals
{
    /// <summary>True where nothing but estimates is measured: such a rule knows of no contact that it could name.</summary>
    public static bool IsAll(BoundSignal? signal) => Measured(signal) is { Count: > 0 } measured && measured.All(leaf => leaf is BoundSample || IsTally(leaf));

    /// <summary>True where samples are all that is measured: one number, whatever the group.</summary>
    public static bool IsSamples(BoundSignal? signal) => Measured(signal) is { Count: > 0 } measured && measured.All(leaf => leaf is BoundSample);

    private static List<BoundSignal> Measured(BoundSignal? signal) =>
        signal is null ? [] : [.. Leaves(signal).Where(leaf => leaf is not (BoundSignalActive or BoundCaseState or BoundCaseCost or BoundPastCap))];

    private static bool IsTally(BoundSignal leaf) => leaf is BoundThreshold { Measure.Kind: MeasureKind.Tally };

    private static IEnumerable<BoundSignal> Leaves(BoundSignal signal) => signal switch
    {
        BoundSignalAnd and => and.Operands.SelectMany(Leaves),
        BoundSignalOr or => or.Operands.SelectMany(Leaves),
        BoundSignalNot not => Leaves(not.Operand),
        _ => [signal],
    };
}
