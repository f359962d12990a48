using System.Collections.Immutable;

namespace CxRules.Testing.Surveys;

/// <summary>A rung of the ageing ladder, in days.</summary>
/// <param name="To">Null: and longer.</param>
public sealed record AgeStep(int From, int? To);

public static class AgeSteps
{
    public static ImmutableArray<AgeStep> All { get; } = [new(0, 7), new(8, 30), new(31, 90), new(91, null)];

    public static AgeStep Of(int days) => All.Last(step => days >= step.From);
}
