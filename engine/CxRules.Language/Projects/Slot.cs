using CxRules.Language.Shapes;
using CxRules.Language.Yaml;

namespace CxRules.Language.Projects;

/// <summary>A place of a document where a value of a shape may stand.</summary>
/// <param name="Node">What stands there; null: nothing.</param>
/// <param name="Name">As messages call it: the key's name.</param>
internal sealed record Slot<T>(YamlNode? Node, string Name, T Shape)
    where T : Shape
{
    public string Example => $"{Name}: {Shape.Example}";

    /// <summary>The same node, taken for a value of another shape.</summary>
    public Slot<TOther> As<TOther>(TOther shape)
        where TOther : Shape => new(Node, Name, shape);
}

/// <summary>A name that a document declares, and the place where it says something about it.</summary>
internal sealed record NamedSlot<T>(YamlScalar Name, Slot<T> About)
    where T : Shape;

internal static class SlotExtensions
{
    public static Slot<T> In<T>(this Key<T> key, YamlMapping? map)
        where T : Shape => new(map?[key.Name], key.Name, key.Shape);
}
