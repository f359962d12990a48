using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

public abstract record OperandSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>One or more bare words: a field, a code, an owner; the binder decides. <paramref name="Value"/> has them apart by one space, as typed.</summary>
/// <param name="IsField">`field x` was written: it is a field.</param>
public sealed record WordsSyntax(TextSpan Span, string Value, bool IsField = false) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

/// <summary>A text in quotes; adjacent texts are one.</summary>
public sealed record TextSyntax(TextSpan Span, string Value) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

/// <summary>A /pattern/, without its slashes.</summary>
public sealed record PatternSyntax(TextSpan Span, string Value) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

/// <summary>A number and its unit.</summary>
/// <param name="Unit">As typed, `%` and currency codes included; null where there is none. `£500` has the unit `GBP`.</param>
/// <param name="Column">`t.limit` of `t.limit contacts`: the row says the number, and <paramref name="Value"/> is 0.</param>
public sealed record NumberSyntax(TextSpan Span, decimal Value, string? Unit, ColumnSyntax? Column = null) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Column is null ? [] : [Column];
}

/// <summary>`t.limit`: what the row of a table of rules says.</summary>
public sealed record ColumnSyntax(TextSpan Span, string Alias, string Column) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

public sealed record DateSyntax(TextSpan Span, DateOnly Value) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

public sealed record TimeSyntax(TextSpan Span, TimeOnly Value) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

/// <summary>`(a, b, c)` after `in`.</summary>
public sealed record ListSyntax(TextSpan Span, ImmutableArray<OperandSyntax> Items) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Items;
}

public enum MeasureName
{
    Volume,
    Share,
    Customers,
    Cost,
    Cancellations,
    BottomRate,
    TopRate,
    Average,
    Median,
    Percentile,
    RepeatRate,
    Tally,
}

/// <summary>`weekly share of (A) among (B)`, `average handle time over 7 days`, `90th percentile of wait time`.</summary>
/// <param name="Window">Before or directly after the measure; null where it is inherited or follows the comparison.</param>
/// <param name="Rank">The 90 of `90th percentile`, the 2 of `bottom-2 rate`.</param>
public sealed record MeasureSyntax(TextSpan Span, MeasureName Name, WindowSyntax? Window, ConditionSyntax? Of, ConditionSyntax? Among, WordsSyntax? Field, decimal? Rank) : OperandSyntax(Span)
{
    /// <summary>The 7 days of `repeat rate within 7 days`.</summary>
    public LimitSyntax? Limit { get; init; }

    /// <summary>`per 100 bills`.</summary>
    public PerExposureSyntax? Per { get; init; }

    /// <summary>The 52 weeks of `volume 52 weeks earlier`.</summary>
    public NumberSyntax? Earlier { get; init; }

    public override IEnumerable<SyntaxNode> Children =>
        InSourceOrder(Window, Of, Among, Field, Limit, Per, Earlier);
}

/// <summary>`per 100 bills`.</summary>
public sealed record PerExposureSyntax(TextSpan Span, NumberSyntax Count, WordsSyntax Exposure) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Count, Exposure];
}

/// <summary>`by segment (private 1.1, business 1.2, otherwise 1.5)`: a factor that depends on a field.</summary>
/// <param name="Otherwise">Null where it is left out: then other values have no factor.</param>
public sealed record FactorTableSyntax(TextSpan Span, WordsSyntax Field, ImmutableArray<FactorRowSyntax> Rows, NumberSyntax? Otherwise) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Otherwise is null ? [Field, .. Rows] : [Field, .. Rows, Otherwise];
}

/// <summary>`private 1.1`.</summary>
public sealed record FactorRowSyntax(TextSpan Span, OperandSyntax Code, NumberSyntax Factor) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Code, Factor];
}

/// <summary>`baseline`, `baseline from median of 8 weeks`.</summary>
public sealed record BaselineSyntax(TextSpan Span, BaselineFromSyntax? From) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => From is null ? [] : [From];
}

/// <summary>`from median of 8 weeks`, `from trimmed mean of 8 weeks`, `from fixed 120`, `from per exposure bills`.</summary>
/// <param name="Method">`median`, `mean`, `same weekday`, `trimmed mean`, `ewma`, `fixed` or `per exposure`.</param>
/// <param name="Value">The weeks (unit `weeks`), or the fixed number; null for `per exposure`, which has the project's.</param>
/// <param name="Exposure">The name behind `per exposure`, else null.</param>
public sealed record BaselineFromSyntax(TextSpan Span, string Method, NumberSyntax? Value, WordsSyntax? Exposure = null) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Value is not null ? [Value] : Exposure is not null ? [Exposure] : [];
}

/// <summary>`left × right`, `left + right`, `left - right`; `130% of baseline` is 130 % × baseline.</summary>
/// <param name="Operator">Star, Plus or Minus.</param>
public sealed record ArithmeticSyntax(TextSpan Span, OperandSyntax Left, TokenKind Operator, OperandSyntax Right) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

/// <summary>Stands where a syntax error was reported.</summary>
public sealed record BadOperandSyntax(TextSpan Span) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [];
}
