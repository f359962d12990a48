using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>When a rule is looked at: what may stand after `only` and `except`.</summary>
public abstract record MomentSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>`on weekdays`, `on holidays`, `on monday, tuesday`.</summary>
/// <param name="Days">weekdays, holidays or days of the week.</param>
public sealed record OnDaysSyntax(TextSpan Span, ImmutableArray<WordsSyntax> Days) : MomentSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Days;
}

/// <summary>`between 08:00 and 18:00`.</summary>
public sealed record BetweenTimesSyntax(TextSpan Span, TimeSyntax From, TimeSyntax To) : MomentSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [From, To];
}

/// <summary>`during incidents`.</summary>
public sealed record DuringSyntax(TextSpan Span, WordsSyntax Calendar) : MomentSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Calendar];
}

/// <summary>`within 2 days after bill-runs`.</summary>
public sealed record AfterCalendarSyntax(TextSpan Span, NumberSyntax Length, WordsSyntax Calendar) : MomentSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Length, Calendar];
}
