using System.Collections.Immutable;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Model.Cases;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>People who do something with cases, mostly in an order that makes sense.</summary>
internal sealed class RandomLives(Knobs knobs)
{
    private static readonly CaseStanding[] s_mending = [CaseStanding.Acknowledged, CaseStanding.Accepted, CaseStanding.InProgress, CaseStanding.FixClaimed, CaseStanding.LoopClosed, CaseStanding.Closed];
    private static readonly SourceText s_text = new("random.transitions.yaml", "");

    private readonly Dice _dice = new(knobs.Seed, 11);

    /// <summary>Steps of the cases of most scenarios.</summary>
    public ImmutableArray<WrittenTransition> Of(IReadOnlyList<NaiveCase> cases) => _dice.Is(.1) ? [] : [.. cases.OrderBy(found => found.Id, StringComparer.Ordinal).Where(_ => _dice.Is(.9)).SelectMany(found => Steps(found, cases))];

    private IEnumerable<WrittenTransition> Steps(NaiveCase found, IReadOnlyList<NaiveCase> cases) =>
        (_dice.Is(.5) ? Mended(found) : Wandering(found)).Select(step => new WrittenTransition(found.Id, step.At, Step(step.To, step.At, cases), s_text, default, default));

    /// <summary>Somebody mends it when its signal goes off for a while: fixes that prove themselves, cases that are closed, and some that come back.</summary>
    private IEnumerable<(CaseStanding To, DateTime At)> Mended(NaiveCase found)
    {
        var (begun, pause) = (found.On.Min(), _dice.Of(1, 4));
        var on = found.On.Order().ToList();
        var pauses = on.Zip(on.Skip(1).Append(DateTime.MaxValue), (last, next) => (Last: last, Days: (next - last).TotalDays)).ToList();

        // Time enough for a fix of a rule of days to prove itself, and for the case to come back.
        var coming = pauses.FindAll(off => off.Days is > 4.9 and < 7.1);
        DateTime[] off = [.. (coming.Count > 0 && _dice.Is(.8) ? coming : pauses.FindAll(off => off.Days > pause)).Select(off => off.Last)];
        foreach (var to in s_mending.Take(3))
        {
            yield return (to, begun);
        }

        var claimed = _dice.Of<DateTime>(off).AddHours(_dice.Of(0, 0, 0, 5, 48));
        yield return (CaseStanding.FixClaimed, claimed);
        foreach (var days in new[] { 2, 4, 9, 28, 35 })
        {
            // Those that come too early are left out.
            yield return (CaseStanding.LoopClosed, claimed.AddDays(days).AddMinutes(1));
            yield return (CaseStanding.Closed, claimed.AddDays(days).AddMinutes(_dice.Of(2, 200, 20000)));
        }
    }

    private static DateTime Minute(DateTime time) => new(time.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);

    private IEnumerable<(CaseStanding To, DateTime At)> Wandering(NaiveCase found)
    {
        var at = found.Opened.AddMinutes(_dice.Between(-600, 3000));
        var pace = _dice.Of(1, 3, 10);
        foreach (var to in Course())
        {
            at = _dice.Is(.2) ? at.Date : at.AddMinutes(_dice.Between(0, pace * 1440)).AddDays(to == CaseStanding.LoopClosed ? _dice.Between(3, 30) : 0);
            at = Minute(at);
            yield return (to, at);
        }
    }

    private IEnumerable<CaseStanding> Course()
    {
        foreach (var to in s_mending.Skip(_dice.Between(0, 1)))
        {
            if (to == CaseStanding.Accepted && _dice.Is(.4))
            {
                yield return CaseStanding.Declined;
            }

            if (to == CaseStanding.Accepted && _dice.Is(.2))
            {
                yield return CaseStanding.Disputed;
                yield return CaseStanding.Routed;
            }

            yield return to;
            if (_dice.Is(.08))
            {
                yield return _dice.Of(CaseStanding.Merged, CaseStanding.Merged, CaseStanding.FalseAlarm);
            }

            if (_dice.Is(.1))
            {
                yield return _dice.Of(CaseStanding.Open, CaseStanding.Closed, CaseStanding.Declined, CaseStanding.InProgress, CaseStanding.FixClaimed);
            }
        }
    }

    private CaseTransition Step(CaseStanding to, DateTime at, IReadOnlyList<NaiveCase> cases) => new(to, at.Ticks, "Anna", "why not")
    {
        ReviewBy = to == CaseStanding.Declined ? DateOnly.FromDateTime(at).AddDays(_dice.Between(-1, 60)) : null,
        Cap = to == CaseStanding.Declined && _dice.Is(.6) ? _dice.Between(1, 200) + .37m : null,
        FixCost = to == CaseStanding.FixClaimed && _dice.Is(.5) ? _dice.Between(0, 900) : null,
        Owners = to == CaseStanding.Routed && _dice.Is(.7) ? [_dice.Of("Billing", "Repairs", "CX")] : [],
        Into = to == CaseStanding.Merged ? cases[_dice.Between(0, cases.Count - 1)].Id : null,
    };
}
