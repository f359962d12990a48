using System.Collections.Immutable;

namespace CxRules.Language.Formatting;

/// <summary>An action as lines of a sentence: one `with …` stays beside the action, several have a line each, and so has `because`.</summary>
internal static class ActionLines
{
    public static ImmutableArray<(Phrase Phrase, LineNotes Notes)> Of(ActionLayout action, CommentTable notes)
    {
        var key = action.Key is { } place ? notes.Of(place) : LineNotes.None;
        var lines = action.Parts.Select((part, index) => (part.Phrase, Notes: index == 0 ? LineNotes.Merge(key, notes.Of(part.Place)) : notes.Of(part.Place))).ToList();
        if (action.Parts.Length > 1 && IsOption(action.Parts[1]) && action.Parts.Count(IsOption) == 1)
        {
            lines[0] = (lines[0].Phrase.Then(lines[1].Phrase), LineNotes.Merge(lines[0].Notes, lines[1].Notes));
            lines.RemoveAt(1);
        }

        return [.. lines];
    }

    private static bool IsOption(OperandLayout part) => part.Phrase.Words[0].Text is "with" or "via";
}
