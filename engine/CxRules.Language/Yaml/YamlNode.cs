using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>A YAML document as a tree with places, free of anchors, aliases, tags and duplicate keys: those were reported.</summary>
public abstract record YamlNode(TextSpan Span);

public enum YamlStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <param name="Span">In the source, with its quotes or its block indicator.</param>
/// <param name="Value">What it says.</param>
/// <param name="Offsets">For each character of <paramref name="Value"/> its place in the source, and one more for the end.</param>
public sealed record YamlScalar(TextSpan Span, string Value, YamlStyle Style, CharacterOffsets Offsets) : YamlNode(Span)
{
    /// <summary>The source span of a stretch of <see cref="Value"/>.</summary>
    public TextSpan SpanOf(int start, int length) => length == 0
        ? new(Offsets[start], 0)
        : TextSpan.FromBounds(Offsets[start], Offsets[start + length - 1] + 1);
}

public sealed record YamlSequence(TextSpan Span, ImmutableArray<YamlNode> Items, bool IsFlow) : YamlNode(Span);

public sealed record YamlMapping(TextSpan Span, ImmutableArray<YamlEntry> Entries, bool IsFlow) : YamlNode(Span)
{
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}

public sealed record YamlEntry(YamlScalar Key, YamlNode Value);
