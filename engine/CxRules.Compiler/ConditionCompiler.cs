using CxRules.Compiler.Lowering;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler;

/// <summary>Lowers a condition on its own: to ask of a contact which part of a rule it fails.</summary>
public static class ConditionCompiler
{
    /// <param name="zone">That of local times and weekdays.</param>
    public static PopulationPlan Compile(BoundCondition condition, ContactSchema schema, ZoneRules zone) => PopulationLowering.Lower(condition, schema, zone) with { AsksKind = true };

    /// <param name="plan">Of the rule that the condition is a part of: it knows its journeys.</param>
    public static PopulationPlan Compile(BoundCondition condition, EnginePlan plan)
    {
        var (schema, zone) = (plan.Project.Schema, plan.Zone);
        return Compile(condition, schema, zone) with { Journey = new JourneyLowering(schema, zone, journey => AtomOf(journey, plan)).Lower(condition) };
    }

    /// <summary>The journeys of a condition, with their index in the plan.</summary>
    public static IEnumerable<(BoundJourney Journey, int Atom)> Journeys(BoundCondition condition, EnginePlan plan) =>
        JourneyLowering.JourneysOf(condition).Select(journey => (journey, AtomOf(journey, plan)));

    /// <summary>The conditions that must all hold, each on its own.</summary>
    public static IEnumerable<BoundCondition> Conjuncts(BoundCondition condition) =>
        condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];

    private static int AtomOf(BoundJourney journey, EnginePlan plan) => plan.Journeys.IndexOf(plan.Journeys.Single(atom => atom.Key == journey.Key));
}
