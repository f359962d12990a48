using System.Collections.Immutable;

namespace CxRules.Model.Cases;

/// <summary>What became of a case: every step it took, in order. Begins as detected.</summary>
/// <param name="Detected">UTC ticks.</param>
public sealed record CaseLife(long Detected)
{
    public ImmutableArray<CaseTransition> Steps { get; private init; } = [];

    public CaseStanding Standing => Steps.IsEmpty ? CaseStanding.Detected : Steps[^1].To;

    /// <summary>UTC ticks of the step into the present state.</summary>
    public long Since => Steps.IsEmpty ? Detected : Steps[^1].At;

    /// <summary>The decline that is the last one; null: the case was never declined.</summary>
    public CaseTransition? Decline => Steps.LastOrDefault(step => step.To == CaseStanding.Declined);

    /// <summary>UTC ticks of the step that took back the last decline: somebody accepted the case, or it is none any more. Null: nobody did.</summary>
    public long? DeclineEnd => Decline is { } decline
        ? Steps.SkipWhile(step => step != decline).FirstOrDefault(step => step.To is CaseStanding.Accepted or CaseStanding.Merged or CaseStanding.FalseAlarm)?.At
        : null;

    /// <summary>The owners that a later routing named; null: those of its rule.</summary>
    public ImmutableArray<string>? Owners => Steps.LastOrDefault(step => !step.Owners.IsEmpty)?.Owners;

    /// <summary>The state at an instant; null before the case was detected.</summary>
    /// <param name="utcTicks">A step at this very instant counts.</param>
    public CaseStanding? At(long utcTicks) =>
        utcTicks < Detected ? null : Steps.LastOrDefault(step => step.At <= utcTicks)?.To ?? CaseStanding.Detected;

    /// <summary>The life as it was at an instant; null before the case was detected.</summary>
    /// <param name="utcTicks">A step at this very instant counts.</param>
    public CaseLife? Until(long utcTicks) => utcTicks < Detected ? null : this with { Steps = [.. Steps.TakeWhile(step => step.At <= utcTicks)] };

    /// <summary>The life with one step more; null where the table has no such step, or it lies before the last one.</summary>
    public CaseLife? With(CaseTransition step) =>
        step.At >= Since && CaseSteps.Find(Standing, step.To) is not null ? this with { Steps = Steps.Add(step) } : null;
}
