using System.Collections.Immutable;
using CxRules.Language.Shapes;
using CxRules.Language.Text;

namespace CxRules.Language.Completions;

/// <summary>The keys and words that the shape of a document allows at a position.</summary>
internal static class ShapeCompletions
{
    public static IEnumerable<Completion> Find(Shape document, SourceText text, YamlSite site)
    {
        var shapes = site.Path.Aggregate<string, ImmutableArray<Shape>>([document], (above, step) => [.. above.SelectMany(Plain).SelectMany(shape => Below(shape, step))]);
        var plain = shapes.SelectMany(Plain).ToList();
        var isFirst = string.IsNullOrWhiteSpace(site.Before);
        var used = site.IsKey ? site.Keys.Concat(YamlKeysBehind.Of(text, site.Word)).ToHashSet(StringComparer.Ordinal) : [];
        var keys = isFirst ? plain.SelectMany(Keys).Where(key => !used.Contains(key)).Select(key => new Completion(key, CompletionKind.Key, site.Word)) : [];
        var words = isFirst && !site.IsKey ? plain.OfType<ChoiceShape>().SelectMany(choice => choice.Words).Select(word => new Completion(word.Name, CompletionKind.Value, site.Word)) : [];
        return keys.Concat(words);
    }

    /// <summary>The shapes that one stands for.</summary>
    private static IEnumerable<Shape> Plain(Shape shape) => shape switch
    {
        UnionShape union => union.Shapes.SelectMany(Plain),
        SharedShape shared => Plain(shared.Shape()),
        ListShape { AllowsOne: true } list => Plain(list.Each).Prepend(list),
        _ => [shape],
    };

    private static IEnumerable<Shape> Below(Shape shape, string step) => shape switch
    {
        MapShape map => map.Keys.Where(key => key.Name == step).Select(key => key.Value),
        NamesShape names => [names.About],
        ListShape list when step == "-" => [list.Each],
        _ => [],
    };

    private static IEnumerable<string> Keys(Shape shape) => shape switch
    {
        MapShape map => map.Names,
        NamesShape names => names.Known.Select(key => key.Name),
        _ => [],
    };
}
