using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>`followed by (A) within 30 days` (<paramref name="IsFollowed"/>), `preceded by any contact within the same day`: another contact of the same customer.</summary>
/// <param name="Contact">What the other contact meets; null for `any contact`.</param>
public sealed record JourneySyntax(TextSpan Span, bool IsFollowed, ConditionSyntax? Contact, LimitSyntax Limit) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Contact is null ? [Limit] : [Contact, Limit];
}

/// <summary>`within 30 days`, `within the same day`.</summary>
/// <param name="Length">Null for the same local day.</param>
public sealed record LimitSyntax(TextSpan Span, NumberSyntax? Length) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => Length is null ? [] : [Length];
}

/// <summary>`customer is repeat within 7 days`.</summary>
/// <param name="Limit">Null where it is left out, which is a mistake of meaning.</param>
public sealed record RepeatSyntax(TextSpan Span, LimitSyntax? Limit) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Limit is null ? [] : [Limit];
}

/// <summary>`sample meter-confusion estimates more than 40 contacts per day`.</summary>
/// <param name="Per">`day`, `week` …; null where it is left out.</param>
public sealed record SampleSyntax(TextSpan Span, WordsSyntax Sample, OperatorSyntax Operator, NumberSyntax Count, WordsSyntax? Per) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Per is null ? [Sample, Operator, Count] : [Sample, Operator, Count, Per];
}

/// <summary>`case billing-confusion-spike is declined for 90 days`, `case is past its cap`.</summary>
/// <param name="Rule">Null for any case.</param>
/// <param name="State">`declined`, `in progress`, `past its cap` …, as typed.</param>
public sealed record CaseStateSyntax(TextSpan Span, WordsSyntax? Rule, WordsSyntax State, HoldSyntax? Hold) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => ((IEnumerable<SyntaxNode?>)[Rule, State, Hold]).OfType<SyntaxNode>();
}

/// <summary>`case cost`, `case billing-confusion-spike cost`: on the left of a comparison.</summary>
/// <param name="Rule">Null for any case.</param>
public sealed record CaseCostSyntax(TextSpan Span, WordsSyntax? Rule) : OperandSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => Rule is null ? [] : [Rule];
}

/// <summary>`signal outage-north is active`.</summary>
public sealed record SignalActiveSyntax(TextSpan Span, WordsSyntax Signal) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Signal];
}

/// <summary>`csharp "contact.HandleTime > TimeSpan.FromMinutes(20)"`.</summary>
public sealed record CSharpSyntax(TextSpan Span, TextSyntax Code) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Code];
}
