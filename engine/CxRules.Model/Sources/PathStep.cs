using System.Collections.Immutable;

namespace CxRules.Model.Sources;

/// <summary>A step from an object to one of its properties and, with a selector, on to elements of the array that stands there.</summary>
/// <param name="Selector">Null: the value itself.</param>
public sealed record PathStep(string Name, PathSelector? Selector);

/// <summary>Which elements of an array are meant.</summary>
/// <param name="Tests">All must hold; none: each element is meant.</param>
public sealed record PathSelector(ImmutableArray<PathTest> Tests);

/// <summary>A property of the element has this value, as text.</summary>
public readonly record struct PathTest(string Property, string Value);

/// <summary>What is wrong with a path, and what to write.</summary>
public sealed record PathMistake(string Why, string Help);
