using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>Splits a condition's conjuncts into tests that become bit vectors and a rest that becomes a delegate.</summary>
internal static class PopulationLowering
{
    public static PopulationPlan Lower(BoundCondition condition, ContactSchema schema, ZoneRules zone)
    {
        var codes = ImmutableArray.CreateBuilder<CodeTest>();
        var ranges = ImmutableArray.CreateBuilder<RangeTest>();
        var rest = new List<BoundCondition>();
        foreach (var conjunct in Conjuncts(condition))
        {
            if (CodeTestOf(conjunct, true) is { } code)
            {
                codes.Add(code);
            }
            else if (RangeTestOf(conjunct, true) is { } range)
            {
                ranges.Add(range);
            }
            else
            {
                rest.Add(conjunct);
            }
        }

        return new(codes.ToImmutable(), ranges.ToImmutable(), rest.Count == 0 ? null : RowTestLowering.Lower(new BoundAnd([.. rest]), schema, zone));
    }

    private static IEnumerable<BoundCondition> Conjuncts(BoundCondition condition) =>
        condition is BoundAnd and ? and.Operands.SelectMany(Conjuncts) : [condition];

    /// <param name="asked">False below a `not`.</param>
    private static CodeTest? CodeTestOf(BoundCondition condition, bool asked) => condition switch
    {
        BoundNot not => CodeTestOf(not.Operand, !asked),
        BoundCodeIn { Field.Kind: FieldKind.Category } code =>
            new(code.Field, new CodeSet(code.Codes), TruthOperators.Of(asked), TruthOperators.Of(!asked), Truth.Unknown),
        BoundPresence { Field.Kind: FieldKind.Category } presence =>
            new(presence.Field, new CodeSet([]), TruthOperators.Of(asked), TruthOperators.Of(asked), TruthOperators.Of(!asked)),
        _ => null,
    };

    private static RangeTest? RangeTestOf(BoundCondition condition, bool asked) => condition switch
    {
        BoundNot not => RangeTestOf(not.Operand, !asked),
        BoundNumber number when Interval.Of(number) is var interval =>
            new(number.Field, interval.Low, interval.High, TruthOperators.Of(interval.Inside == asked), TruthOperators.Of(interval.Inside != asked), Truth.Unknown),
        BoundFlag flag => new(flag.Field, 1, 1, TruthOperators.Of(asked), TruthOperators.Of(!asked), Truth.Unknown),
        BoundPresence presence when FieldScale.IsNumber(presence.Field.Kind) =>
            new(presence.Field, FieldScale.Missing + 1, long.MaxValue, TruthOperators.Of(asked), TruthOperators.Of(asked), TruthOperators.Of(!asked)),
        _ => null,
    };
}
