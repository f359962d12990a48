using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
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
    private readonly ILookup<string, (WrittenTelling Written, CaseTelling Telling)> _told;

    public CaseTransitions(ImmutableArray<WrittenTransition> written, ImmutableArray<WrittenTelling> tellings, ZoneRules zone)
    {
        _told = tellings.Select(told => (told, told.Telling with { At = zone.ToUtc(told.LocalAt.Ticks) })).ToLookup(entry => entry.told.Case, StringComparer.OrdinalIgnoreCase);
        _byCase = written.Select(step => (step, step.Step with { At = zone.ToUtc(step.LocalAt.Ticks) })).ToLookup(entry => entry.step.Case, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Who was told of a case, by its id.</summary>
    public IEnumerable<CaseTelling> TellingsOf(string id) => _told[id].Select(entry => entry.Telling);

    public IEnumerable<CaseTransition> Of(CaseDecision decision) => _byCase[decision.Id].Select(entry => entry.Step);

    /// <summary>Steps that were left out, by file and place.</summary>
    public ImmutableArray<Diagnostic> Problems(ImmutableArray<CaseDecision> cases)
    {
        var problems = new DiagnosticBag();
        var ids = cases.Select(decision => decision.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, _) in _byCase.Where(steps => !ids.Contains(steps.Key)).SelectMany(steps => steps))
        {
            ReportUnknown(written.Text, written.CasePlace, written.Case);
        }

        foreach (var (written, _) in _told.Where(told => !ids.Contains(told.Key)).SelectMany(told => told))
        {
            ReportUnknown(written.Text, written.CasePlace, written.Case);
        }

        foreach (var (written, _) in _byCase.SelectMany(steps => steps).Where(entry => entry.Step.Into is { } into && !ids.Contains(into)))
        {
            ReportUnknown(written.Text, written.CasePlace, written.Step.Into ?? "");
        }

        foreach (var decision in cases)
        {
            foreach (var refused in decision.RefusedSteps.Where(refused => !refused.HasNowhereToGo || IsKnown(refused.Step.Into)))
            {
                var (written, step) = _byCase[decision.Id].Single(entry => ReferenceEquals(entry.Step, refused.Step));
                problems.Report(TransitionErrors.StepRefused, written.Text, written.StatePlace, written.Case, Was(refused), CaseStandings.NameOf(step.To), Remedy(refused, decision));
            }
        }

        return [.. problems.ToImmutable().Order(DiagnosticOrder.Instance)];

        bool IsKnown(string? id) => id is not null && ids.Contains(id);

        void ReportUnknown(SourceText text, TextSpan place, string id) =>
            problems.Report(TransitionErrors.UnknownCase, text, place, id, "Copy the id from a replay of the same rules: it changes with the rule's id, the group, and how many cases came before.");
    }

    private static string Was(RefusedStep refused) => refused.Was is { } was ? CaseStandings.NameOf(was) : "not there yet";

    private static string Remedy(RefusedStep refused, CaseDecision decision)
    {
        if (refused.HasNowhereToGo)
        {
            return $"`{refused.Step.Into}` does not go on by then: name a case that was opened before, is not this one, and did not go into another.";
        }

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
