using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>A definition in the place of its name; made while binding, never by a parser.</summary>
/// <param name="Span">Of the name, in the text that uses it.</param>
/// <param name="Body">What the definition says, or a part of it, in the definition's own text.</param>
internal sealed record ExpandedSyntax(TextSpan Span, Definition Definition, ConditionSyntax Body) : ConditionSyntax(Span)
{
    public override IEnumerable<SyntaxNode> Children => [Body];
}
