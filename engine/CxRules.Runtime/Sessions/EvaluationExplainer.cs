using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Baselines;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Decides a rule's condition at an instant once more, by the engine's own evaluator, and keeps what its parts came to.</summary>
internal sealed class EvaluationExplainer(
    EnginePlan plan,
    ContactDictionaries dictionaries,
    RuleSession session,
    ImmutableArray<(CaseDecision Decision, CaseFigures Figures)> cases)
{
    /// <summary>Every group at every evaluation that is wanted, by time and group.</summary>
    public IEnumerable<ExplainedEvaluation> On(Func<Instant, bool> isWanted) => session.Instants
        .Select((instant, evaluation) => (instant, evaluation))
        .Where(entry => isWanted(entry.instant))
        .SelectMany(entry => session.At(entry.evaluation).Select(Explain).OrderBy(explained => string.Join('\u001f', explained.Group.Select(pair => pair.Value)), StringComparer.Ordinal));

    private ExplainedEvaluation Explain(Evaluation at)
    {
        var truth = session.Evaluator.Decide(session.Signal, at);
        var because = at.UnknownBecause;
        var open = at.Group.Cases.Find(state => state.Fired.Contains(at.End.Index - 1));
        return new()
        {
            At = Local(at.End),
            Group = [.. session.Rule.Per.Zip(at.Group.Key.Codes, (field, code) => KeyValuePair.Create(field.Name, dictionaries[field][code]))],
            Truth = truth,
            UnknownBecause = truth == Truth.Unknown ? because : null,
            Outcome = open is null ? truth == Truth.True ? EvaluationOutcome.Held : EvaluationOutcome.Quiet
                : open.Opened.Index == at.End.Index ? EvaluationOutcome.Opens
                : EvaluationOutcome.GoesOn,
            Case = open is null ? null : cases.Single(entry => entry.Figures.State == open).Decision,
            Parts = [.. SignalMeasures.Leaves(session.Signal).Select(leaf => Explain(leaf, at))],
        };
    }

    private ExplainedPart Explain(SignalPlan leaf, Evaluation at)
    {
        var record = new EvaluationRecord();
        (at.Record, at.UnknownBecause) = (record, null);
        var truth = session.Evaluator.Decide(leaf, at);
        (at.Record, var because) = (null, at.UnknownBecause);
        if (leaf is FactSignal or SampleSignal or TallySignal)
        {
            var looked = leaf is TallySignal { Share: var share } ? WindowOf(at.Group.Quantity(share), at) : null;
            return new(SignalText.Of(leaf, plan, session.Rule), truth, truth == Truth.Unknown ? because : null, looked, null, record.Reference, null, null, null, null, 0, []) { Estimate = record.Estimate };
        }

        var test = SignalMeasures.TestOf(leaf);
        var index = leaf is ThresholdSignal threshold ? threshold.Measure : test?.Measure ?? 0;
        var quantity = at.Group.Quantity(index);
        var decides = leaf is ChanceSignal or ThresholdSignal { Guarded: true };
        var groups = test is null ? 0 : at.KnownGroups[test.Index];
        return new(
            SignalText.Of(leaf, plan, session.Rule),
            truth,
            truth == Truth.Unknown ? because : null,
            WindowOf(quantity, at),
            record.Value ?? (leaf is ChanceSignal ? ValueOf(quantity, at) : null),
            record.Reference,
            record.Baseline,
            test is not null && at.TryGetP(test.Index, out var p) ? p : null,
            test is null ? null : session.Evaluator.RangeOf(test, at),
            decides && test is not null ? test.Level / Math.Max(1, groups) : null,
            groups,
            [.. Windows(leaf, quantity, at, record)]);
    }

    private ExplainedWindow? WindowOf(Quantity quantity, Evaluation at)
    {
        var end = session.Evaluator.Windows.EndOf(quantity.Plan, at.End);
        var start = session.Evaluator.Windows.StartOf(quantity.Plan, end);
        return start < 0 ? null : new(session.Timeline.LocalStartOf(start), Local(end), quantity.Over(start, end.Index, end.UtcTicks), null);
    }

    private decimal? ValueOf(Quantity quantity, Evaluation at) => WindowOf(quantity, at)?.Value;

    private IEnumerable<ExplainedWindow> Windows(SignalPlan leaf, Quantity quantity, Evaluation at, EvaluationRecord record)
    {
        var timeline = session.Timeline;
        var count = leaf is ThresholdSignal { Amount: BaselineAmount baseline } ? baseline.Windows : SignalMeasures.TestOf(leaf)?.Windows ?? 0;
        var end = session.Evaluator.Windows.EndOf(quantity.Plan, at.End);
        for (var back = 1; back <= count; back++)
        {
            if (!session.Evaluator.References.TryFind(quantity.Plan, end, back, out var found))
            {
                yield return new(null, DateOnly.FromDayNumber(quantity.Plan.Cycles is null ? end.Day - (back * References.StepDays(quantity.Window)) : timeline.FirstDay).ToDateTime(new TimeOnly(end.Hour, 0)), null, "it lies before the first contact's day, as do all earlier ones");
                yield break;
            }

            var last = timeline.AtIndex(found.End);
            var because = session.Evaluator.WhyNoReference(quantity.Plan, found, at);
            var isLearned = record.Learned?.Any(range => range.Start == found.Start && range.End == found.End) ?? because is null;
            yield return new(
                found.Start < 0 ? null : timeline.LocalStartOf(found.Start),
                Local(last),
                found.Start < 0 ? null : quantity.Over(found.Start, found.End, last.UtcTicks),
                isLearned ? null : because ?? "nothing is known to compare with");
        }
    }

    private static DateTime Local(Instant instant) => DateOnly.FromDayNumber(instant.Day).ToDateTime(new TimeOnly(instant.Hour, 0));
}
