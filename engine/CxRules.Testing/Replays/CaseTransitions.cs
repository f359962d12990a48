using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Runtime.Lives;
using CxRules.Runtime.Sessions;

namespace CxRules.Testing.Replays;

/// <summary>Brings what people wrote down to the cases of a replay.</summary>
internal sealed class CaseTransitions
{
    private readonly ILookup<string, (WrittenTransition Written, CaseTransition Step)> _byCase;

    public CaseTransitions(ImmutableArray<WrittenTransition> written, ZoneRules zone) =>
        _byCase = written.Select(step => (step, step.Step with { At = zone.ToUtc(step.LocalAt.Ticks) })).ToLookup(entry => entry.step.Case, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<CaseTransition> Of(CaseDecision decision) => _byCase[ReplayResultBuilder.IdOf(decision)].Select(entry => entry.Step);

    /// <summary>Steps that were left out, by file and place.</summary>
    public ImmutableArray<Diagnostic> Problems(ImmutableArray<CaseDecision> cases)
    {
        var problems = new DiagnosticBag();
        var ids = cases.Select(ReplayResultBuilder.IdOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, _) in _byCase.Where(steps => !ids.Contains(steps.Key)).SelectMany(steps => steps))
        {
            ReportUnknown(written, written.Case);
        }

        foreach (var (written, _) in _byCase.SelectMany(steps => steps).Where(entry => entry.Step.Into is { } into && !ids.Contains(into)))
        {
            ReportUnknown(written, written.Step.Into ?? "");
        }

        foreach (var decision in cases)
        {
            foreach (var refused in decision.RefusedSteps)
            {
                var (written, step) = _byCase[ReplayResultBuilder.IdOf(decision)].Single(entry => ReferenceEquals(entry.Step, refused.Step));
                problems.Report(TransitionErrors.StepRefused, written.Text, written.StatePlace, written.Case, Was(refused), CaseStandings.NameOf(step.To), Remedy(refused, decision));
            }
        }

        return [.. problems.ToImmutable().Order(DiagnosticOrder.Instance)];

        void ReportUnknown(WrittenTransition written, string id) =>
            problems.Report(TransitionErrors.UnknownCase, written.Text, written.CasePlace, id, "Copy the id from a replay of the same rules: it changes with the rule's id, the group, and how many cases came before.");
    }

    private static string Was(RefusedStep refused) => refused.Was is { } was ? CaseStandings.NameOf(was) : "not there yet";

    private static string Remedy(RefusedStep refused, CaseDecision decision)
    {
        if (refused.Was is not { } was)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It was opened on {new DateTime(decision.Opened, DateTimeKind.Utc):yyyy-MM-dd'T'HH:mm} UTC: write a later time.");
        }

        var possible = CaseSteps.OfPeople(was).Select(step => $"`{CaseStandings.NameOf(step.To)}`").ToList();
        return possible.Exists(name => name == $"`{CaseStandings.NameOf(refused.Step.To)}`") ? "The history ends before that time."
            : possible.Count == 0 ? "Nothing more is done with such a case."
            : $"From there people can make it {string.Join(", ", possible)}.";
    }
}
