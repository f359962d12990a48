using System.Collections.Immutable;

namespace CxRules.Language.Binding;

/// <summary>Joins conditions so that equal meanings get equal keys: nested operands flattened, repeats and double negations dropped.</summary>
internal static class Logic
{
    private const int Few = 16;

    public static BoundCondition And(params ReadOnlySpan<BoundCondition> operands)
    {
        if (operands is [var narrowed, BoundAnd { Operands.IsEmpty: true }])
        {
            return narrowed;
        }

        var flat = new List<BoundCondition>(operands.Length);
        foreach (var operand in operands)
        {
            flat.AddRange(operand is BoundAnd and ? and.Operands.AsSpan() : new(in operand));
        }

        var distinct = Distinct(flat);
        return distinct.Length switch
        {
            0 => BoundAnd.Everything,
            1 => distinct[0],
            _ => new BoundAnd(distinct),
        };
    }

    public static BoundCondition Or(params ReadOnlySpan<BoundCondition> operands)
    {
        var flat = new List<BoundCondition>(operands.Length);
        foreach (var operand in operands)
        {
            flat.AddRange(operand is BoundOr or ? or.Operands.AsSpan() : new(in operand));
        }

        var distinct = Distinct(flat);
        return distinct.Length == 1 ? distinct[0] : new BoundOr(distinct);
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

    private static ImmutableArray<BoundCondition> Distinct(List<BoundCondition> operands)
    {
        if (operands.Count > Few)
        {
            return [.. operands.DistinctBy(operand => operand.Key, StringComparer.Ordinal)];
        }

        var count = 0;
        for (var i = 0; i < operands.Count; i++)
        {
            if (!IsAmong(operands, count, operands[i]))
            {
                operands[count++] = operands[i];
            }
        }

        operands.RemoveRange(count, operands.Count - count);
        return [.. operands];
    }

    private static bool IsAmong(List<BoundCondition> operands, int count, BoundCondition operand)
    {
        for (var i = 0; i < count; i++)
        {
            if (operands[i].GetType() == operand.GetType() && operands[i].Key == operand.Key)
            {
                return true;
            }
        }

        return false;
    }
}
