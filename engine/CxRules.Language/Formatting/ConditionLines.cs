using System.Collections.Immutable;

namespace CxRules.Language.Formatting;

/// <summary>A part of a condition and the word that joins it to the one before.</summary>
internal readonly record struct ConditionLine(string Word, Phrase Phrase, LineNotes Notes);

/// <summary>A condition as the lines of a sentence; lists and maps of YAML become words.</summary>
internal sealed class ConditionLines(CommentTable notes)
{
    /// <summary>The outermost operands; a map's key and its comments go with its first.</summary>
    public ImmutableArray<ConditionLine> Of(ConditionLayout condition)
    {
        var word = WordOf(condition);
        return [.. Operands(condition).Select((operand, index) => new ConditionLine(index == 0 ? "" : word, PhraseOf(operand, word), NotesOf(operand)))];
    }

    /// <summary>The whole condition in one phrase.</summary>
    public Phrase Whole(ConditionLayout condition)
    {
        var word = WordOf(condition);
        return Phrase.Join(Operands(condition).Select(operand => PhraseOf(operand, word)), word);
    }

    public LineNotes NotesOf(ConditionLayout condition) => LineNotes.Merge(condition.Places.Distinct().Select(notes.Of));

    private static string WordOf(ConditionLayout condition) => condition switch
    {
        MapLayout { Groups: [var only] } => WordOf(only),
        GroupLayout { Kind: GroupKind.Any, Items.Length: > 1 } => "or",
        GroupLayout { Kind: not GroupKind.None, Items: [var only] } => WordOf(only),
        _ => "and",
    };

    /// <summary>What its word joins: inside a list another list, whose parts are joined by the same word.</summary>
    private static IEnumerable<ConditionLayout> Operands(ConditionLayout condition) => condition switch
    {
        MapLayout map => map.Groups.Length == 1 ? Operands(map.Groups[0]) : map.Groups.SelectMany(group => WordOf(group) == "and" ? Operands(group) : [group]),
        GroupLayout { Kind: not GroupKind.None, Key: null, Items: [var only] } => Operands(only),
        GroupLayout { Kind: GroupKind.All } group => group.Items.SelectMany(item => WordOf(item) == "and" ? Operands(item) : [item]),
        GroupLayout { Kind: GroupKind.Any } group => group.Items,
        _ => [condition],
    };

    private Phrase PhraseOf(ConditionLayout operand, string word) => operand switch
    {
        OperandLayout { Joint: Joint.Or } part when word == "and" => part.Phrase.InParentheses(),
        OperandLayout part => part.Phrase,
        GroupLayout { Kind: GroupKind.None } none => Phrase.Of("not").Then(Negated(none)),
        _ when Operands(operand).Count() == 1 => PhraseOf(Operands(operand).First(), word),
        _ => Whole(operand).InParentheses(),
    };

    private Phrase Negated(GroupLayout none)
    {
        var parts = none.Items.Select(item => PhraseOf(item, "or")).ToList();
        var isOne = parts.Count == 1 && none.Items[0] is OperandLayout { Joint: Joint.One };
        return isOne ? parts[0] : Phrase.Join(parts, "or").InParentheses();
    }
}
