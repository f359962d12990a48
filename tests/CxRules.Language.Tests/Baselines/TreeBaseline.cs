using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Tests.Baselines;

/// <summary>Every node with its properties, found by reflection so that none is left out.</summary>
internal static class TreeBaseline
{
    private const int Longest = 60;

    private static readonly Regex Author = new("Keyword='author'\\n    Value: Words");

    /// <summary>With the place and the beginning of the text of each node.</summary>
    public static string Print(RuleFileSyntax file) => Print(file, node =>
    {
        var place = file.Text.PositionOf(node.Span.Start);
        var text = TokenBaseline.OneLine(file.Text[node.Span]);
        return $" «{(text.Length > Longest ? text[..Longest] + "…" : text)}» {place.Line}:{place.Column}+{node.Span.Length}";
    });

    /// <summary>Without places: what both spellings share. An author is a text in YAML, with quotes or without.</summary>
    public static string Shape(RuleFileSyntax file) => Author.Replace(Print(file, _ => ""), "Keyword='author'\n    Value: Text");

    /// <summary>The properties of a node that hold nodes, or lists of them.</summary>
    public static IEnumerable<SyntaxNode> NodesOf(SyntaxNode node) => Properties(node).SelectMany(property => Nodes(property.GetValue(node)));

    private static string Print(RuleFileSyntax file, Func<SyntaxNode, string> where)
    {
        var lines = new StringBuilder();
        foreach (var node in file.Definitions.Cast<SyntaxNode>().Concat(file.Rules))
        {
            Print(node, "", 0, where, lines);
        }

        return lines.ToString();
    }

    private static void Print(SyntaxNode node, string role, int depth, Func<SyntaxNode, string> where, StringBuilder lines)
    {
        var properties = Properties(node).ToList();
        var values = properties.Select(property => Value(property, property.GetValue(node))).OfType<string>();
        var head = string.Join(' ', values.Prepend(node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal)));
        lines.Append(' ', depth * 2).Append(role).Append(head).Append(where(node)).Append('\n');
        foreach (var property in properties)
        {
            foreach (var child in Nodes(property.GetValue(node)))
            {
                Print(child, $"{property.Name}: ", depth + 1, where, lines);
            }
        }
    }

    private static IEnumerable<PropertyInfo> Properties(SyntaxNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name != nameof(SyntaxNode.Children) && property.PropertyType != typeof(TextSpan))
        .OrderBy(property => property.MetadataToken);

    private static IEnumerable<SyntaxNode> Nodes(object? value) => value switch
    {
        SyntaxNode node => [node],
        string => [],
        IEnumerable many => many.OfType<SyntaxNode>(),
        _ => [],
    };

    private static string? Value(PropertyInfo property, object? value) => value switch
    {
        null or false or SyntaxNode => null,
        true => property.Name,
        string text => $"{property.Name}='{TokenBaseline.OneLine(text)}'",
        IEnumerable => null,
        IFormattable number => $"{property.Name}={number.ToString(null, CultureInfo.InvariantCulture)}",
        _ => throw new InvalidOperationException($"{property.Name} is a {value.GetType().Name}."),
    };
}
