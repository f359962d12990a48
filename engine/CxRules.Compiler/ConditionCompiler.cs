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
    public static PopulationPlan Compile(BoundCondition condition, ContactSchema schema, ZoneRules zone) => PopulationLowering.Lower(condition, schema, zone);

    /// <summary>The conditions that must all hold, each on its own.</summary>
    public static IEnumerable<BoundCondition> Conjuncts(BoundCondition condition) =>
        condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];
}
