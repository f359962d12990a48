using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A node of the tree that both spellings share. Its span starts and ends with a token's.</summary>
public abstract record SyntaxNode(TextSpan Span)
{
    /// <summary>The nodes directly below this one, in source order.</summary>
    public abstract IEnumerable<SyntaxNode> Children { get; }
}
