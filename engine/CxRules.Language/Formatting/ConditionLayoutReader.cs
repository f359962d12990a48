using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Parts a condition that is one sentence at its outermost `and` or `or`.</summary>
internal sealed class ConditionLayoutReader(Wording wording)
{
    /// <param name="start">Where the line of the first operand begins: at its keyword.</param>
    /// <param name="end">Where the sentence ends, a `for` behind the condition included.</param>
    /// <param name="body">Where the sentence itself begins; null where its tokens begin with the condition.</param>
    public ConditionLayout Read(ConditionSyntax condition, int start, int end, int? body = null)
    {
        var first = body ?? condition.Span.Start;
        if (condition is not LogicalSyntax logical)
        {
            return new OperandLayout(TextSpan.FromBounds(start, end), wording.Of(TextSpan.FromBounds(first, end)), Joint.One);
        }

        var operands = ImmutableArray.CreateBuilder<ConditionLayout>(logical.Operands.Length);
        for (var i = 0; i < logical.Operands.Length; i++)
        {
            var from = i == 0 ? first : logical.Operands[i].Span.Start;
            var line = i == 0 ? start : wording.Before(from).Span.Start;
            var to = i + 1 < logical.Operands.Length ? wording.Before(logical.Operands[i + 1].Span.Start).Span.Start : end;
            operands.Add(new OperandLayout(TextSpan.FromBounds(line, LastIn(to)), wording.Of(TextSpan.FromBounds(from, to)), JointOf(logical.Operands[i])));
        }

        return new GroupLayout(logical.IsAnd ? GroupKind.All : GroupKind.Any, operands.ToImmutable(), null);
    }

    public static Joint JointOf(ConditionSyntax condition) => condition switch
    {
        LogicalSyntax { IsAnd: true } => Joint.And,
        LogicalSyntax => Joint.Or,
        _ => Joint.One,
    };

    private int LastIn(int end) => wording.Before(end).Span.End;
}
