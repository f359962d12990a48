using System.Collections.Immutable;
using CxRules.Language.Syntax;

namespace CxRules.Language.Completions;

/// <summary>Where in the tree of a sentence a name stands.</summary>
/// <param name="Path">The nodes around it, from the innermost.</param>
/// <param name="Leaf">The name itself, with the words typed before it.</param>
internal sealed record NameSite(ImmutableArray<SyntaxNode> Path, WordsSyntax Leaf)
{
    /// <summary>A word that no one writes.</summary>
    public const string Dummy = "zz-name-zz";

    /// <summary>The words of the same name before the position, apart by one space.</summary>
    public string Typed => Leaf.Value[..^Dummy.Length].TrimEnd();

    public T? Around<T>()
        where T : SyntaxNode => Path.OfType<T>().FirstOrDefault();

    public static NameSite? Find(SyntaxNode root)
    {
        var path = new List<SyntaxNode>();
        return Find(root, path) is { } leaf ? new([.. Enumerable.Reverse(path)], leaf) : null;
    }

    private static WordsSyntax? Find(SyntaxNode node, List<SyntaxNode> path)
    {
        if (node is WordsSyntax words && words.Value.EndsWith(Dummy, StringComparison.Ordinal))
        {
            return words;
        }

        path.Add(node);
        foreach (var child in node.Children)
        {
            if (Find(child, path) is { } found)
            {
                return found;
            }
        }

        path.RemoveAt(path.Count - 1);
        return null;
    }
}
