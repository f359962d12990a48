using System.Collections.Immutable;

namespace CxRules.Language.Formatting;

/// <summary>The comments of a line.</summary>
/// <param name="Above">On lines of their own before it; an empty one is a blank line.</param>
/// <param name="Behind">At its end.</param>
/// <param name="Origin">Where that one stands in the source; null where it moves to the other spelling.</param>
/// <param name="Below">On lines of their own after it, at the end of a rule.</param>
internal sealed record LineNotes(ImmutableArray<string> Above, string? Behind, NoteOrigin? Origin, ImmutableArray<string> Below)
{
    public static readonly LineNotes None = new([], null, null, []);

    /// <summary>Those of several lines that become one: only one comment can stand behind it, and only if it was the only one.</summary>
    public static LineNotes Merge(params IEnumerable<LineNotes> lines)
    {
        var all = lines.Where(line => line != None).ToList();
        if (all.Count <= 1)
        {
            return all.Count == 0 ? None : all[0];
        }

        var behind = all.Where(line => line.Behind is not null).ToList();
        var above = all.SelectMany(line => line.Behind is { } text && behind.Count > 1 ? line.Above.Add(text) : line.Above);
        var only = behind.Count == 1 ? behind[0] : None;
        return new([.. above], only.Behind, only.Origin, [.. all.SelectMany(line => line.Below)]);
    }
}

/// <summary>Where a comment behind a line stood.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Before">What stood before it, without white space around.</param>
internal sealed record NoteOrigin(int Column, string Before);
