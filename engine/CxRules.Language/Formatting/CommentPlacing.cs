using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Places the comments of a file one after another.</summary>
internal sealed class CommentPlacing(SourceText source, IEnumerable<TextSpan> places, IEnumerable<TextSpan> starts)
{
    private readonly TextSpan[] _places = [.. places.GroupBy(place => place.Start).Select(same => same.MinBy(place => place.Length)).OrderBy(place => place.Start)];
    private readonly HashSet<int> _starts = [.. starts.Select(place => place.Start)];
    private readonly Dictionary<int, LineNotes> _notes = [];
    private readonly List<TextSpan> _waiting = [];

    public void Add(TextSpan comment)
    {
        var last = LastBefore(comment.Start);
        var isBehind = last >= 0 && IsBehind(comment);
        if (_waiting.Count > 0 && (isBehind || LastBefore(_waiting[0].Start) != last))
        {
            PlaceWaiting();
        }

        if (isBehind)
        {
            AddBehind(_places[last], comment);
        }
        else
        {
            _waiting.Add(comment);
        }
    }

    public IReadOnlyDictionary<int, LineNotes> Finish(out ImmutableArray<string> end)
    {
        if (_waiting.Count > 0)
        {
            PlaceWaiting();
        }

        end = Lines(_waiting);
        return _notes;
    }

    /// <summary>Gives what waits to the next place, but for what stands directly below the rule before, or inside a place; at the end it goes on waiting.</summary>
    private void PlaceWaiting()
    {
        var before = LastBefore(_waiting[0].Start);
        var place = before >= 0 && _places[before].End > _waiting[0].Start ? before : before + 1;
        if (place != before && (place == _places.Length || _starts.Contains(_places[place].Start)))
        {
            StayBelow(before);
        }

        if (_waiting.Count > 0 && place < _places.Length)
        {
            Add(_places[place], notes => notes with { Above = [.. notes.Above, .. LinesAbove(_waiting)] });
            _waiting.Clear();
        }
    }

    /// <summary>Comments without a blank line before them and with one behind belong to what stands above.</summary>
    private void StayBelow(int place)
    {
        if (place < 0 || HasBlankBefore(_waiting[0]))
        {
            return;
        }

        var count = 1;
        while (count < _waiting.Count && !HasBlankBefore(_waiting[count]))
        {
            count++;
        }

        if (count == _waiting.Count && !HasBlankBehind(_waiting[^1]))
        {
            return;
        }

        Add(_places[place], notes => notes with { Below = [.. notes.Below, .. Lines(_waiting[..count])] });
        _waiting.RemoveRange(0, count);
    }

    private void AddBehind(TextSpan place, TextSpan comment)
    {
        var (number, column) = source.PositionOf(comment.Start);
        var before = source[TextSpan.FromBounds(source.Line(number).Start, comment.Start)].Trim();
        Add(place, notes => notes with
        {
            Above = notes.Behind is { } earlier ? notes.Above.Add(earlier) : notes.Above,
            Behind = source[comment].TrimEnd(),
            Origin = new(column - 1, before),
        });
    }

    private void Add(TextSpan place, Func<LineNotes, LineNotes> change) => _notes[place.Start] = change(_notes.GetValueOrDefault(place.Start, LineNotes.None));

    /// <summary>Comments with a blank line where the source has one or more, also between the last and the place itself.</summary>
    private ImmutableArray<string> LinesAbove(List<TextSpan> comments) => HasBlankBehind(comments[^1]) ? [.. Lines(comments), ""] : Lines(comments);

    private ImmutableArray<string> Lines(List<TextSpan> comments) =>
    [
        .. comments.SelectMany((comment, index) => index > 0 && HasBlankBefore(comment) ? (string[])["", source[comment].TrimEnd()] : [source[comment].TrimEnd()]),
    ];

    private bool IsBehind(TextSpan comment)
    {
        var line = source.Line(source.PositionOf(comment.Start).Line);
        return !source.Content.AsSpan(line.Start, comment.Start - line.Start).Trim([' ', '\t', '-', '\ufeff']).IsWhiteSpace();
    }

    private bool HasBlankBefore(TextSpan comment) => IsBlank(source.PositionOf(comment.Start).Line - 1);

    private bool HasBlankBehind(TextSpan comment) => IsBlank(source.PositionOf(comment.Start).Line + 1);

    private bool IsBlank(int line) => line >= 1 && (line > source.LineCount || source[source.Line(line)].AsSpan().IsWhiteSpace());

    /// <summary>The last place that begins before an offset, or −1.</summary>
    private int LastBefore(int offset)
    {
        var index = Array.BinarySearch(_places, new(offset, 0), Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
        return index >= 0 ? index : ~index - 1;
    }
}
