using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>`define billing-contacts as disposition in (…)`, `define late-fees as ("Late Fee", late-charge)`.</summary>
/// <param name="Condition">What the name stands for; null where it stands for a list.</param>
/// <param name="Codes">The list; null where it stands for a condition.</param>
/// <param name="IsBroken">A syntax error was reported inside.</param>
public sealed record DefinitionSyntax(TextSpan Span, WordsSyntax Name, ConditionSyntax? Condition, ListSyntax? Codes, bool IsBroken) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => ((IEnumerable<SyntaxNode?>)[Name, Condition, Codes]).OfType<SyntaxNode>();
}

/// <summary>`for each row of thresholds.csv as t`: one rule for each row.</summary>
/// <param name="File">The table's path, relative to the rule file.</param>
/// <param name="Alias">What stands before the dot of `t.column`.</param>
public sealed record RowsSyntax(TextSpan Span, TextSyntax File, WordsSyntax Alias) : SyntaxNode(Span)
{
    public override IEnumerable<SyntaxNode> Children => [File, Alias];
}
