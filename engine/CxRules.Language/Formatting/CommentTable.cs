using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Gives each comment to a place: one behind a line to what stands there, one on its own line to what follows.</summary>
internal sealed class CommentTable
{
    private readonly FrozenDictionary<int, LineNotes> _notes;

    private CommentTable(FrozenDictionary<int, LineNotes> notes, ImmutableArray<string> end)
    {
        _notes = notes;
        AtEnd = end;
    }

    /// <summary>Those behind everything.</summary>
    public ImmutableArray<string> AtEnd { get; }

    public LineNotes Of(TextSpan place) => _notes.GetValueOrDefault(place.Start, LineNotes.None);

    /// <summary>The same where columns of the source mean nothing any more.</summary>
    public CommentTable Moved() => new(_notes.ToFrozenDictionary(note => note.Key, note => note.Value with { Origin = null }), AtEnd);

    /// <param name="places">Where a line can begin.</param>
    /// <param name="starts">Those of them where a rule or a definition begins.</param>
    public static CommentTable Place(RuleFileSyntax file, IEnumerable<TextSpan> places, IEnumerable<TextSpan> starts)
    {
        var placing = new CommentPlacing(file.Text, places, starts);
        foreach (var comment in file.Comments)
        {
            placing.Add(comment);
        }

        var notes = placing.Finish(out var end);
        return new(notes.ToFrozenDictionary(), end);
    }
}
