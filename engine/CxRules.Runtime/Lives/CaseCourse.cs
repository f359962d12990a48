using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Model.Time;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Leads one case through the history: steps of people as they come, and between them what the engine does by itself.</summary>
/// <param name="check">What the contacts say of a fix, by when it was claimed: UTC ticks and the first unit from then on.</param>
/// <param name="passingOf">UTC ticks: when the case had cost more than the cap of a decline; null: it has not.</param>
internal sealed class CaseCourse(CaseDecision decision, CaseFigures figures, Func<long, int, FixCheck> check, Func<CaseTransition, long?> passingOf, ZoneRules zone)
{
    private readonly Timeline _timeline = figures.Timeline;
    private readonly Dictionary<long, FixCheck> _checks = [];

    /// <summary>The life that a case has before anybody does anything with it. A rule that names an owner opens and routes its cases itself: whoever leads wrote it.</summary>
    public static CaseLife Begin(RulePlan rule, long opened)
    {
        var life = new CaseLife(opened);
        return rule.Route is null ? life
            : Take(Take(life, CaseStanding.Open, opened, "its rule names who owns it"), CaseStanding.Routed, opened, "its rule names who owns it");
    }

    /// <param name="steps">Of people, in any order; those of one instant are taken in the order given.</param>
    /// <param name="until">UTC ticks: what becomes of the case up to then, that instant included.</param>
    /// <returns>The case with what became of it.</returns>
    public CaseDecision Run(IEnumerable<CaseTransition> steps, long until)
    {
        var life = Begin(decision.Rule, decision.Opened);
        var end = Math.Min(until, _timeline.AtIndex(_timeline.Length).UtcTicks);
        var refused = ImmutableArray.CreateBuilder<RefusedStep>();
        foreach (var step in steps.OrderBy(step => step.At))
        {
            life = UpTo(life, Math.Min(step.At, end));
            if (step.At <= end && CaseSteps.Find(life.Standing, step.To) is not { By: CaseRole.Engine } && life.With(step) is { } next)
            {
                life = next;
            }
            else
            {
                refused.Add(new(step, life.At(step.At)));
            }
        }

        life = UpTo(life, end);
        return decision with { Life = life, Owners = life.Owners ?? decision.Owners, RefusedSteps = refused.ToImmutable() };
    }

    /// <summary>What the contacts say of the last fix that was claimed; null: none was.</summary>
    public FixCheck? CheckOf(CaseLife life) => life.Steps.LastOrDefault(step => step.To == CaseStanding.FixClaimed) is { } claim ? Check(claim.At) : null;

    /// <summary>Every step that the engine takes up to an instant, that instant included.</summary>
    private CaseLife UpTo(CaseLife life, long utcTicks)
    {
        while (Next(life) is var (to, at, because) && at <= utcTicks)
        {
            life = Take(life, to, at, because);
        }

        return life;
    }

    private (CaseStanding To, long At, string Because)? Next(CaseLife life) => life.Standing switch
    {
        CaseStanding.Declined => Return(life),
        CaseStanding.FixClaimed => (CaseStanding.Verifying, life.Since, "a fix is claimed"),
        CaseStanding.Verifying => Decided(Check(life.Since).Verdict),
        CaseStanding.Failed => (CaseStanding.InProgress, life.Since, "the fix did not help"),
        CaseStanding.Reopened => (CaseStanding.Routed, life.Since, "it is open again"),
        CaseStanding.Verified or CaseStanding.LoopClosed or CaseStanding.Closed => FiringAfter(life.Since) is { } at ? (CaseStanding.Reopened, at, "its signal is back") : null,
        _ => null,
    };

    private static (CaseStanding To, long At, string Because)? Decided(FixVerdict? verdict) =>
        verdict is null ? null : (verdict.Worked ? CaseStanding.Verified : CaseStanding.Failed, verdict.At, verdict.Because);

    private FixCheck Check(long claimed)
    {
        if (!_checks.TryGetValue(claimed, out var known))
        {
            _checks.Add(claimed, known = check(claimed, _timeline.FirstFrom(claimed)));
        }

        return known;
    }

    /// <summary>A declined case comes back on the day of its review, or once it has passed its cap.</summary>
    private (CaseStanding To, long At, string Because)? Return(CaseLife life)
    {
        var review = life.Decline?.ReviewBy is { } day ? Math.Max(life.Since, zone.StartOfDay(day)) : (long?)null;
        var cap = life.Decline is { Cap: not null } decline ? passingOf(decline) : null;
        return cap is { } passed && !(passed > review) ? (CaseStanding.Routed, passed, "it has passed its cap")
            : review is { } due ? (CaseStanding.Routed, due, "its review is due")
            : null;
    }

    private long? FiringAfter(long utcTicks)
    {
        for (var unit = _timeline.FirstFrom(utcTicks); unit < _timeline.Length; unit++)
        {
            if (figures.State.Fired.Contains(unit))
            {
                return _timeline.AtIndex(unit + 1).UtcTicks;
            }
        }

        return null;
    }

    private static CaseLife Take(CaseLife life, CaseStanding to, long at, string because) =>
        life.With(new(to, at, CaseTransition.Engine, because)) ?? throw new InvalidOperationException($"A case cannot go from {life.Standing} to {to}.");
}
