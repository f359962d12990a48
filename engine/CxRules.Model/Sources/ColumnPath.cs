using System.Collections.Immutable;

namespace CxRules.Model.Sources;

/// <summary>
/// Where a value stands in a JSON object: `Queue.Name` reaches into an object, `tags[]` into each element of an array,
/// `custom_fields[id=7].value` into those whose `id` is 7, `Attributes["call.reason"]` to a name with a dot.
/// </summary>
public sealed record ColumnPath(ImmutableArray<PathStep> Steps)
{
    /// <summary>It may find more than one value.</summary>
    public bool HasSelector => Steps.Any(step => step.Selector is not null);

    /// <summary>The path; where there is a mistake, the whole text is one name.</summary>
    public static ColumnPath Parse(string text) => TryParse(text, out var path) is null ? path : new([new(text, null)]);

    /// <summary>What is wrong with the text, or null. Without brackets nothing is.</summary>
    public static PathMistake? Mistake(string text) => TryParse(text, out _);

    private static PathMistake? TryParse(string text, out ColumnPath path)
    {
        if (text.AsSpan().IndexOfAny('[', ']') < 0)
        {
            path = new([.. text.Split('.').Select(name => new PathStep(name, null))]);
            return null;
        }

        var parser = new PathParser(text);
        path = new(parser.Steps());
        return parser.Mistake;
    }
}
