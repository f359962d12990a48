using System.Collections.Immutable;

namespace CxRules.Language.Shapes;

internal abstract record ListShape(string Expected, string Example) : Shape(Expected, Example)
{
    public abstract Shape Each { get; }

    /// <summary>An item by itself stands for a list of one.</summary>
    public bool AllowsOne { get; init; }

    /// <summary>An empty list is as good as none.</summary>
    public bool AllowsNone { get; init; } = true;
}

internal sealed record ListShape<T>(T Item, string Expected, string Example) : ListShape(Expected, Example)
    where T : Shape
{
    public override Shape Each => Item;
}

/// <summary>One of several shapes, which the reader tells apart.</summary>
internal sealed record UnionShape(string Expected, string Example, params ImmutableArray<Shape> Shapes) : Shape(Expected, Example);

/// <summary>A shape with a name of its own, which may hold itself.</summary>
internal sealed record SharedShape(string Name, string Expected, string Example, Func<Shape> Shape) : Shape(Expected, Example);
