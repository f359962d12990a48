using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

public abstract record ConditionSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>Two or more operands joined by `and` (<paramref name="IsAnd"/>) or by `or`.</summary>
public sealed record LogicalSyntax(TextSpan Span, bool IsAnd, ImmutableArray<ConditionSyntax> Operands) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Operands;
}

public sealed record NotSyntax(TextSpan Span, ConditionSyntax Operand) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

public sealed record ParenthesizedSyntax(TextSpan Span, ConditionSyntax Condition) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Condition];
}

/// <summary>`left operator right [over 36 hours]`.</summary>
/// <param name="Over">A window after the comparison; it serves both sides.</param>
public sealed record ComparisonSyntax(TextSpan Span, OperandSyntax Left, OperatorSyntax Operator, OperandSyntax Right, WindowSyntax? Over) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Over is null ? [Left, Operator, Right] : [Left, Operator, Right, Over];
}

/// <summary>`local time between 20:00 and 08:00`.</summary>
public sealed record BetweenSyntax(TextSpan Span, OperandSyntax Left, OperandSyntax Low, OperandSyntax High) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Left, Low, High];
}

/// <summary>`weekly volume is 30% above baseline` (<paramref name="Above"/>), `… is 20% below baseline`.</summary>
public sealed record PercentFromSyntax(TextSpan Span, OperandSyntax Left, NumberSyntax Percent, bool Above, OperandSyntax Reference, WindowSyntax? Over) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Over is null ? [Left, Percent, Reference] : [Left, Percent, Reference, Over];
}

/// <summary>`cancelled`: a flag on its own.</summary>
public sealed record FlagSyntax(TextSpan Span, WordsSyntax Field) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Field];
}

/// <summary>`has csat` (<paramref name="Present"/>), `no csat`.</summary>
public sealed record PresenceSyntax(TextSpan Span, bool Present, WordsSyntax Field) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Field];
}

/// <summary>`text contains any of ("bill", "fee")`, `text contains "bill"`.</summary>
public sealed record ContainsSyntax(TextSpan Span, WordsSyntax Field, ImmutableArray<TextSyntax> Texts) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Field, .. Texts];
}

/// <summary>`text matches /late fee/`.</summary>
public sealed record MatchesSyntax(TextSpan Span, WordsSyntax Field, PatternSyntax Pattern) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Field, Pattern];
}

/// <summary>`tag has vip`.</summary>
public sealed record HasCodeSyntax(TextSpan Span, WordsSyntax Field, OperandSyntax Code) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Field, Code];
}

/// <summary>`within 45 days after first billed at`.</summary>
public sealed record WithinAfterSyntax(TextSpan Span, NumberSyntax Length, WordsSyntax Field) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Length, Field];
}

/// <summary>`at least 50 contacts`, `more than 20 customers over 7 days`.</summary>
/// <param name="Operator">At least, at most, more than, fewer than, as the comparison they are.</param>
/// <param name="Over">A window of its own; null for the rule's.</param>
public sealed record QuantitySyntax(TextSpan Span, OperatorSyntax Operator, NumberSyntax Count, WindowSyntax? Over = null) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Over is null ? [Operator, Count] : [Operator, Count, Over];
}

/// <summary>`beyond chance`, `[measure] above the expected range [at 1%]`.</summary>
/// <param name="Measure">Null where it stands alone.</param>
/// <param name="Level">In per cent; null for the default.</param>
public sealed record ChanceSyntax(TextSpan Span, MeasureSyntax? Measure, NumberSyntax? Level, WindowSyntax? Over) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children =>
        InSourceOrder(Measure, Level, Over);
}

/// <summary>Stands where a syntax error was reported.</summary>
public sealed record BadConditionSyntax(TextSpan Span) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

public enum OperatorKind
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    NotIn,
}

/// <summary>An operator in any of its forms: `=`, `is`, `is not`, `≥`, `is above`, `not in` …</summary>
public sealed record OperatorSyntax(TextSpan Span, OperatorKind Kind) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}
