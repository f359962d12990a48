using System.Collections.Immutable;

namespace CxRules.Language.Binding;

/// <summary>Joins conditions so that equal meanings get equal keys: nested operands flattened, repeats and double negations dropped.</summary>
internal static class Logic
{
    public static BoundCondition And(params IEnumerable<BoundCondition> operands)
    {
        var flat = Distinct(operands.SelectMany(operand => operand is BoundAnd and ? and.Operands : [operand]));
        return flat.Length switch
        {
            0 => BoundAnd.Everything,
            1 => flat[0],
            _ => new BoundAnd(flat),
        };
    }

    public static BoundCondition Or(IEnumerable<BoundCondition> operands)
    {
        var flat = Distinct(operands.SelectMany(operand => operand is BoundOr or ? or.Operands : [operand]));
        return flat.Length == 1 ? flat[0] : new BoundOr(flat);
    }

    public static BoundCondition Not(BoundCondition operand) => operand is BoundNot not ? not.Operand : new BoundNot(operand);

    public static BoundSignal And(IEnumerable<BoundSignal> operands)
    {
        ImmutableArray<BoundSignal> flat = [.. operands.SelectMany(operand => operand is BoundSignalAnd and ? and.Operands : [operand])];
        return flat.Length == 1 ? flat[0] : new BoundSignalAnd(flat);
    }

    public static BoundSignal Or(IEnumerable<BoundSignal> operands)
    {
        ImmutableArray<BoundSignal> flat = [.. operands.SelectMany(operand => operand is BoundSignalOr or ? or.Operands : [operand])];
        return flat.Length == 1 ? flat[0] : new BoundSignalOr(flat);
    }

    public static BoundSignal Not(BoundSignal operand) => operand is BoundSignalNot not ? not.Operand : new BoundSignalNot(operand);

    private static ImmutableArray<BoundCondition> Distinct(IEnumerable<BoundCondition> operands) =>
        [.. operands.DistinctBy(operand => operand.Key, StringComparer.Ordinal)];
}
