using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Language.Linting;

/// <summary>Conditions joined by `and` that exclude each other.</summary>
internal static class ContradictionLint
{
    public static void Check(RuleBinding rule, BoundRule bound)
    {
        Check(rule, bound.Population);
        foreach (var measure in SignalMeasures.Of(bound.Signal))
        {
            if (!ReferenceEquals(measure.Population, bound.Population) && measure.Population.Key != bound.Population.Key)
            {
                Check(rule, measure.Population);
            }
        }
    }

    private static void Check(RuleBinding rule, BoundCondition condition)
    {
        var operands = condition switch
        {
            BoundAnd and => and.Operands,
            BoundOr or => or.Operands,
            BoundNot not => [not.Operand],
            _ => [],
        };
        foreach (var operand in operands)
        {
            Check(rule, operand);
        }

        if (condition is not BoundAnd)
        {
            return;
        }

        for (var i = 1; i < operands.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Contradiction(operands[j], operands[i]) is { } reason)
                {
                    Report(rule, operands[i], operands[j], reason);
                    return;
                }
            }
        }
    }

    private static (string Reason, string Help)? Contradiction(BoundCondition first, BoundCondition second) => (first, second) switch
    {
        (BoundCodeIn { Field.Kind: FieldKind.Category } left, BoundCodeIn right) when left.Field == right.Field && !Overlap(left.Codes, right.Codes) =>
            ($"a contact has one {left.Field.Name}, and the two conditions name different ones", $"Write `{left.Field.Name} in ({string.Join(", ", left.Codes.Concat(right.Codes))})` for either."),
        (BoundNumber left, BoundNumber right) when left.Field == right.Field && IsEmpty(left, right) =>
            ($"no {left.Field.Name} meets both conditions", "Exchange the two bounds, or remove one."),
        (BoundNot not, _) when not.Operand.Key == second.Key => ("the same is asked for and excluded", "Remove one of the two."),
        (_, BoundNot not) when not.Operand.Key == first.Key => ("the same is asked for and excluded", "Remove one of the two."),
        _ => null,
    };

    private static bool Overlap(ImmutableArray<CodePattern> left, ImmutableArray<CodePattern> right)
    {
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (Same(one, other))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Same(CodePattern one, CodePattern other) => one.Quoted ? Code.Matches(other, one.Text) : Code.Matches(one, other.Text);

    private static bool IsEmpty(BoundNumber left, BoundNumber right)
    {
        var (lowLeft, highLeft) = Interval(left);
        var (lowRight, highRight) = Interval(right);
        return Math.Max(lowLeft, lowRight) > Math.Min(highLeft, highRight);
    }

    /// <summary>Stored values are whole numbers, so that open ends can be closed.</summary>
    private static (long Low, long High) Interval(BoundNumber number) => number.Comparison switch
    {
        Comparison.Equal => (number.Value, number.Value),
        Comparison.Less => (long.MinValue, number.Value - 1),
        Comparison.LessOrEqual => (long.MinValue, number.Value),
        Comparison.Greater => (number.Value + 1, long.MaxValue),
        Comparison.GreaterOrEqual => (number.Value, long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    private static void Report(RuleBinding rule, BoundCondition condition, BoundCondition other, (string Reason, string Help) text)
    {
        var leaf = condition is BoundNot not ? not.Operand : condition;
        var second = other is BoundNot otherNot ? otherNot.Operand : other;
        if (rule.Scope.Spans.TryGetValue(leaf, out var span) || rule.Scope.Spans.TryGetValue(second, out span))
        {
            rule.Scope.Report(Lints.NeverHolds, span, text.Reason, text.Help);
        }
    }
}
