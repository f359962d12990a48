using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>A rule about single contacts that asks for cases: it takes note of them each time a bucket begins, and is told later which contacts came in it.</summary>
internal sealed class WatchingRule(RulePlan rule, Instant[] instants) : EvaluatedRule(rule, instants)
{
    public override void Evaluate(int evaluation, ChainFacts facts) => facts.Note(Rule, Instants[evaluation].UtcTicks);

    public override bool IsActive(Subject subject, long utcTicks) => false;
}
