using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>A node of the tree that both spellings share. Its span starts and ends with a token's.</summary>
public abstract record SyntaxNode(TextSpan Span)
{
    /// <summary>The nodes directly below this one, in source order.</summary>
    public abstract IEnumerable<SyntaxNode> Children { get; }

    /// <summary>The nodes that are there, in source order; those that start at one place stay as they are given.</summary>
    private protected static List<SyntaxNode> InSourceOrder(params ReadOnlySpan<SyntaxNode?> nodes)
    {
        var ordered = new List<SyntaxNode>(nodes.Length);
        foreach (var node in nodes)
        {
            if (node is null)
            {
                continue;
            }

            var place = ordered.Count;
            while (place > 0 && ordered[place - 1].Span.Start > node.Span.Start)
            {
                place--;
            }

            ordered.Insert(place, node);
        }

        return ordered;
    }
}
