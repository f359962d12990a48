using CxRules.Model.Time;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Contact rules that wait for signals and cases take the contacts of the days (hours) at whose beginning these are as asked for.</summary>
/// <param name="clock">Of the buckets that contacts are counted in.</param>
internal sealed class ContactGates(ChainFacts facts, ProfileLayout layout, Timeline clock, TimeUnit bucketUnit)
{
    /// <summary>True where a rule takes the contacts that a profile has in a slot.</summary>
    public bool Takes(RulePlan rule, Profile profile, int slot) => rule.Signal is null || Decide(rule.Signal, rule, profile, slot) == Truth.True;

    /// <summary>True when all contacts are there by an instant that a rule's population has of a profile in a slot.</summary>
    public bool IsOver(RulePlan rule, Profile profile, int slot, long utcTicks) => clock.AtIndex(BucketOf(rule, profile, slot) + 1).UtcTicks <= utcTicks;

    private int BucketOf(RulePlan rule, Profile profile, int slot) => clock.IndexOf(layout.SlotOf(profile, rule.Population, slot), bucketUnit);

    private Truth Decide(SignalPlan signal, RulePlan rule, Profile profile, int slot)
    {
        var at = clock.StartOf(BucketOf(rule, profile, slot));
        var subject = new Subject(layout.Fields, [.. layout.Fields.Select((_, place) => profile.Code(place))]);
        return SignalLogic.Decide(signal, (facts, subject, at), static (leaf, context) => context.facts.Decide((FactSignal)leaf, context.subject, context.at));
    }
}
