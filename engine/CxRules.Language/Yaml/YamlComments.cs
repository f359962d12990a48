using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>The comments of a YAML file: a `#` at the start of a line or after white space, outside every scalar.</summary>
internal static class YamlComments
{
    /// <summary>Reads the document once more: few who read rules ask for comments, and its tree is larger than theirs.</summary>
    public static ImmutableArray<TextSpan> Of(SourceText text)
    {
        var (document, _) = YamlRecovery.Read(text, new());
        var comments = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        foreach (var scalar in ScalarsOf(document).OrderBy(scalar => scalar.Span.Start))
        {
            Add(text, TextSpan.FromBounds(start, scalar.Span.Start), comments);
            start = End(text, scalar, comments);
        }

        Add(text, TextSpan.FromBounds(start, text.Content.Length), comments);
        return comments.ToImmutable();
    }

    private static IEnumerable<YamlScalar> ScalarsOf(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence list => list.Items.SelectMany(ScalarsOf),
        YamlMapping map => map.Entries.SelectMany(entry => ScalarsOf(entry.Key).Concat(ScalarsOf(entry.Value))),
        _ => [],
    };

    /// <summary>Where a scalar ends; a block has room for a comment behind its `|` or `>`, and reaches no further than its text.</summary>
    private static int End(SourceText text, YamlScalar scalar, ImmutableArray<TextSpan>.Builder comments)
    {
        if (scalar.Style is not (YamlStyle.Literal or YamlStyle.Folded))
        {
            return scalar.Span.End;
        }

        var header = text.Line(text.PositionOf(scalar.Span.Start).Line);
        Add(text, TextSpan.FromBounds(scalar.Span.Start, header.End), comments);
        return Math.Max(header.End, scalar.Offsets[^1]);
    }

    private static void Add(SourceText text, TextSpan gap, ImmutableArray<TextSpan>.Builder comments)
    {
        for (var at = gap.Start; at < gap.End; at++)
        {
            if (text.Content[at] == '#' && (at == 0 || char.IsWhiteSpace(text.Content[at - 1])))
            {
                var comment = TextSpan.FromBounds(at, text.Line(text.PositionOf(at).Line).End);
                comments.Add(comment);
                at = comment.End;
            }
        }
    }
}
