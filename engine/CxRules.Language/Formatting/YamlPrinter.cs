using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Writes a layout as YAML.</summary>
internal sealed class YamlPrinter
{
    private static readonly FrozenDictionary<GroupKind, string> Keys = new Dictionary<GroupKind, string>
    {
        [GroupKind.All] = "all",
        [GroupKind.Any] = "any",
        [GroupKind.None] = "none",
    }.ToFrozenDictionary();

    private readonly Page _page = new();
    private readonly FileLayout _file;
    private readonly ConditionLines _conditions;

    private YamlPrinter(FileLayout file)
    {
        _file = file;
        _conditions = new(file.Notes);
    }

    public static Page Print(FileLayout file) => new YamlPrinter(file).Print();

    private Page Print()
    {
        var first = _file.Headings.IsEmpty ? PrintTop() : null;
        var definitions = _file.Blocks.OfType<DefinitionLayout>().ToList();
        var rules = _file.Blocks.OfType<RuleLayout>().ToList();
        if (_file.Blocks.FirstOrDefault() is RuleLayout)
        {
            PrintRules(rules, first);
            PrintDefinitions(definitions, first);
        }
        else
        {
            PrintDefinitions(definitions, first);
            PrintRules(rules, first);
        }

        if (_file.Notes.AtEnd.Length > 0)
        {
            _page.Blank();
            _page.AddComments(_file.Notes.AtEnd, 0);
        }

        return _page;
    }

    /// <summary>Comments at the top of sentences, up to a blank line, are about the file; returns the place they were noted at.</summary>
    private TextSpan? PrintTop()
    {
        if (_file.Blocks.IsEmpty)
        {
            return null;
        }

        var place = _file.Blocks[0].Start;
        var above = Notes(place).Above;
        var end = above.LastIndexOf("");
        _page.AddComments(above.Take(end + 1), 0);
        return end < 0 ? null : place;
    }

    private void PrintDefinitions(List<DefinitionLayout> definitions, TextSpan? first)
    {
        if (definitions.Count == 0)
        {
            return;
        }

        PrintHeading("define", _file.Headings.LastOrDefault(heading => heading.Start < definitions[0].Place.Start));
        foreach (var definition in definitions)
        {
            Print(definition, WithoutTop(definition.Place, first));
        }
    }

    private void PrintRules(List<RuleLayout> rules, TextSpan? first)
    {
        if (rules.Count == 0)
        {
            return;
        }

        PrintHeading("rules", _file.Headings.LastOrDefault(heading => heading.Start < rules[0].Start.Start));
        for (var i = 0; i < rules.Count; i++)
        {
            if (i > 0)
            {
                _page.Blank();
            }

            Print(rules[i], first);
        }
    }

    private void PrintHeading(string key, TextSpan place)
    {
        _page.Blank();
        var notes = place == default ? LineNotes.None : Notes(place);
        _page.AddComments(notes.Above, 0);
        Print([key + ":"], notes with { Above = [] }, 2);
    }

    private void Print(DefinitionLayout definition, LineNotes own)
    {
        var lead = $"  {definition.Name}: ";
        if (definition.IsList)
        {
            Print([lead.TrimEnd()], own, 2);
            foreach (var code in definition.Codes)
            {
                Print(["    - " + YamlText.Code(code.Phrase.Text)], Notes(code.Place), 4);
            }

            return;
        }

        if (definition.Condition is MapLayout map)
        {
            Print([lead.TrimEnd()], own, 2);
            PrintBelow(map, 4, null);
            return;
        }

        var sentence = definition.Condition is { } condition ? _conditions.Whole(condition) : definition.Codes[0].Phrase;
        var places = definition.Places.Where(place => place.Start != definition.Place.Start).Select(Notes);
        Print(Break(lead, sentence), LineNotes.Merge([own, .. places]), 2);
    }

    private void Print(RuleLayout rule, TextSpan? first)
    {
        var lead = "  - ";
        foreach (var key in rule.Clauses.GroupBy(clause => clause.Keyword))
        {
            Print(key, lead, first);
            lead = "    ";
        }
    }

    private void Print(IGrouping<string, ClauseLayout> key, string lead, TextSpan? first)
    {
        var start = $"{lead}{key.Key}: ";
        switch (key.First())
        {
            case ValueLayout value:
                Print([start + YamlText.Value(value.Value)], WithoutTop(value.Place, first), 4);
                break;
            case SentenceLayout sentence:
                Print(Break(start, sentence.Sentence), WithoutTop(sentence.Place, first), 4);
                break;
            case ConditionClauseLayout condition:
                Print(condition, start, first);
                break;
            default:
                Print([.. key.OfType<ActionLayout>()], start);
                break;
        }
    }

    private void Print(ConditionClauseLayout clause, string start, TextSpan? first)
    {
        var own = clause.Condition.Places.Any(place => place.Start == clause.Place.Start) ? LineNotes.None : WithoutTop(clause.Place, first);
        if (clause.HasHold || clause.Condition is OperandLayout or GroupLayout { Kind: GroupKind.Any, Key: null } or GroupLayout { Key: null, Items.Length: 1 })
        {
            var notes = LineNotes.Merge([own, .. clause.Condition.Places.Select(place => WithoutTop(place, first))]);
            Print(Break(start, _conditions.Whole(clause.Condition)), notes, 4);
            return;
        }

        // What stands above the first operand stands above `if` in a sentence.
        var above = own == LineNotes.None ? WithoutTop(clause.Place, first) : own;
        var isOperands = own == LineNotes.None && clause.Condition.Places.Any(place => place.Start == clause.Place.Start);
        Print([start.TrimEnd()], isOperands ? new(above.Above, null, null, []) : above, 4);
        PrintBelow(clause.Condition, 6, isOperands ? clause.Place : null);
    }

    private void PrintBelow(ConditionLayout condition, int indent, TextSpan? without)
    {
        var margin = new string(' ', indent);
        if (condition is MapLayout map)
        {
            foreach (var group in map.Groups)
            {
                PrintKey(group, margin);
            }
        }
        else if (condition is GroupLayout list)
        {
            foreach (var item in list.Items)
            {
                PrintItem(item, margin + "- ", without);
            }
        }
    }

    private void PrintItem(ConditionLayout item, string lead, TextSpan? without)
    {
        if (item is OperandLayout operand)
        {
            var notes = Notes(operand.Place);
            Print(Break(lead, operand.Phrase), without?.Start == operand.Place.Start ? notes with { Above = [] } : notes, lead.Length - 2);
        }
        else if (item is MapLayout map)
        {
            foreach (var group in map.Groups)
            {
                PrintKey(group, lead);
                lead = new string(' ', lead.Length);
            }
        }
        else if (item is GroupLayout list)
        {
            foreach (var inner in list.Items)
            {
                PrintItem(inner, lead + "- ", null);
                lead = new string(' ', lead.Length);
            }
        }
    }

    private void PrintKey(GroupLayout group, string lead)
    {
        var notes = group.Key is { } key ? Notes(key) : LineNotes.None;
        if (group.Items is [OperandLayout only])
        {
            Print(Break($"{lead}{Keys[group.Kind]}: ", only.Phrase), LineNotes.Merge(notes, Notes(only.Place)), lead.Length);
            return;
        }

        Print([$"{lead}{Keys[group.Kind]}:"], notes, lead.Length);
        PrintBelow(group.Items is [MapLayout map] ? map : group, lead.Length + 2, null);
    }

    private void Print(ImmutableArray<ActionLayout> actions, string start)
    {
        var key = LineNotes.Merge(actions.Where(action => action.Key is not null).Select(action => Notes(action.Key ?? default)));
        if (actions is [var only])
        {
            Print(Break(start, SentenceOf(only)), LineNotes.Merge(key, NotesOf(only)), 4);
            return;
        }

        Print([start.TrimEnd()], key, 4);
        foreach (var action in actions)
        {
            Print(Break("      - ", SentenceOf(action)), NotesOf(action), 6);
        }
    }

    private static Phrase SentenceOf(ActionLayout action) => action.Parts.Aggregate(Phrase.Empty, (all, part) => all.Then(part.Phrase));

    private LineNotes NotesOf(ActionLayout action) => LineNotes.Merge(action.Parts.Select(part => Notes(part.Place)));

    private void Print(IReadOnlyList<string> lines, LineNotes notes, int indent)
    {
        var behind = notes.Behind is { Length: > 1 } text && text[1] != '#' && !char.IsWhiteSpace(text[1]) ? "# " + text[1..] : notes.Behind;
        _page.Add(lines, notes with { Behind = behind });
        _page.AddComments(notes.Below, indent);
    }

    /// <summary>A scalar behind its key; one that is too long goes on in the next lines, which YAML reads as one.</summary>
    private static IReadOnlyList<string> Break(string lead, Phrase phrase)
    {
        var hang = lead.Length - lead.AsSpan().TrimStart([' ', '-']).Length + 2;
        var broken = LineBreaker.Break(new string(' ', lead.Length), phrase);
        var parts = YamlText.Parts([.. broken.Select(line => line.Trim(' '))]);
        return [.. parts.Select((part, index) => (index == 0 ? lead : new string(' ', hang)) + part)];
    }

    private LineNotes WithoutTop(TextSpan place, TextSpan? first)
    {
        var notes = Notes(place);
        return first?.Start == place.Start ? notes with { Above = [.. notes.Above.Skip(notes.Above.LastIndexOf("") + 1)] } : notes;
    }

    private LineNotes Notes(TextSpan place) => _file.Notes.Of(place);
}
