using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Writes a layout as sentences.</summary>
internal sealed class SentencePrinter
{
    private const int KeywordWidth = 5;

    private static readonly FrozenSet<string> Headers = FrozenSet.Create("author", "severity", "priority", "expires", "see");

    private static readonly FrozenSet<string> InFirstLine = FrozenSet.Create("for each", "rule", "title");

    private readonly Page _page = new();
    private readonly FileLayout _file;
    private readonly string _idByFile;
    private readonly ConditionLines _conditions;

    private SentencePrinter(FileLayout file, string idByFile)
    {
        _file = file;
        _idByFile = idByFile;
        _conditions = new(file.Notes);
    }

    /// <param name="idByFile">The id of a rule without one, where a sentence needs it before the title.</param>
    public static Page Print(FileLayout file, string idByFile) => new SentencePrinter(file, idByFile).Print();

    private Page Print()
    {
        PrintHeadings();
        BlockLayout? before = null;
        foreach (var block in _file.Blocks)
        {
            if (before is RuleLayout || block is RuleLayout || Notes(block.Start).Above.Length > 0 || _page.EndsWithComment)
            {
                _page.Blank();
            }

            Print(block);
            before = block;
        }

        if (_file.Notes.AtEnd.Length > 0)
        {
            _page.Blank();
            _page.AddComments(_file.Notes.AtEnd, 0);
        }

        return _page;
    }

    private void PrintHeadings()
    {
        foreach (var heading in _file.Headings)
        {
            var notes = Notes(heading);
            _page.AddComments(notes.Above, 0);
            _page.AddComments(notes.Behind is { } behind ? [behind] : [], 0);
            _page.Blank();
        }
    }

    private void Print(BlockLayout block)
    {
        if (block is DefinitionLayout definition)
        {
            Print(definition);
        }
        else if (block is RuleLayout rule)
        {
            Print(rule);
        }
    }

    private void Print(DefinitionLayout definition)
    {
        var lead = $"define {definition.Name} as ";
        if (definition.Condition is not { } condition)
        {
            var codes = definition.IsList ? Phrase.List(definition.Codes.Select(code => code.Phrase)).InParentheses() : definition.Codes[0].Phrase;
            Print(LineBreaker.Break(lead, codes), LineNotes.Merge(definition.Places.DistinctBy(place => place.Start).Select(Notes)), 0);
            return;
        }

        var key = condition.Places.Any(place => place.Start == definition.Place.Start) ? LineNotes.None : Notes(definition.Place);
        var lines = _conditions.Of(condition);
        for (var i = 0; i < lines.Length; i++)
        {
            if (i == 0)
            {
                Print(LineBreaker.Break(lead, lines[i].Phrase), LineNotes.Merge(key, lines[i].Notes), 0);
            }
            else
            {
                Print(LineBreaker.Break($"  {lines[i].Word} ", lines[i].Phrase), lines[i].Notes, 0);
            }
        }
    }

    private void Print(RuleLayout rule)
    {
        var indent = PrintFirstLines(rule);
        bool? wasHeader = null;
        foreach (var clause in Ordered(rule))
        {
            var isHeader = Headers.Contains(clause.Keyword);
            if (wasHeader is { } before && before != isHeader)
            {
                _page.Blank();
            }

            wasHeader = isHeader;
            Print(clause, indent);
        }
    }

    /// <summary>`for each …`, `rule …`; the indentation of what follows.</summary>
    private int PrintFirstLines(RuleLayout rule)
    {
        var title = rule["title"] as ValueLayout;
        var id = (rule["rule"] as ValueLayout)?.Value ?? (title is null && rule["for each"] is null ? null : _idByFile);
        if (id is null)
        {
            return 0;
        }

        var places = rule.Clauses.Where(clause => clause.Keyword is "rule" or "title").Select(clause => Notes(clause.Place));
        var notes = LineNotes.Merge(places);
        if (rule["for each"] is SentenceLayout rows)
        {
            Print(LineBreaker.Break("for each ", rows.Sentence), Notes(rows.Place), 2);
            Print(LineBreaker.Break($"rule {id}{(title is null ? "" : " ")}", title?.Words ?? Phrase.Empty), notes, 2);
        }
        else
        {
            Print(LineBreaker.Break($"rule {id}{(title is null ? "" : " ")}", title?.Words ?? Phrase.Empty), notes, 2);
        }

        return 2;
    }

    /// <summary>Sentences want `for` behind `if`, and `then` behind both.</summary>
    private static IEnumerable<ClauseLayout> Ordered(RuleLayout rule)
    {
        var clauses = rule.Clauses.Where(clause => !InFirstLine.Contains(clause.Keyword)).ToList();
        var hold = clauses.Find(clause => clause.Keyword == "for");
        var condition = clauses.Find(clause => clause.Keyword == "if");
        if (hold is not null && condition is not null)
        {
            clauses.Remove(hold);
            var at = clauses.IndexOf(condition);
            condition = condition is ConditionClauseLayout layout ? layout with { IsBeforeHold = true } : condition;
            clauses[at] = condition;
            clauses.Insert(at + 1, hold);
        }

        var early = condition is null ? [] : clauses.TakeWhile(clause => clause != condition).Where(clause => clause.Keyword == "then").ToList();
        return clauses.Except(early).Concat(early);
    }

    private void Print(ClauseLayout clause, int indent)
    {
        var lead = new string(' ', indent) + clause.Keyword.PadRight(Headers.Contains(clause.Keyword) ? 8 : clause.Keyword is "if" or "then" ? 0 : KeywordWidth) + ' ';
        switch (clause)
        {
            case ValueLayout value:
                Print(LineBreaker.Break(lead, value.Words), Notes(value.Place), indent);
                break;
            case SentenceLayout sentence:
                Print(LineBreaker.Break(lead, sentence.Sentence), Notes(sentence.Place), indent);
                break;
            case ConditionClauseLayout condition:
                Print(condition, lead, indent);
                break;
            case ActionLayout action:
                Print(action, lead, indent);
                break;
        }
    }

    private void Print(ConditionClauseLayout clause, string lead, int indent)
    {
        var lines = _conditions.Of(clause.Condition);
        var key = clause.Condition.Places.Any(place => place.Start == clause.Place.Start) ? LineNotes.None : Notes(clause.Place);
        for (var i = 0; i < lines.Length; i++)
        {
            var notes = i == 0 ? LineNotes.Merge(key, lines[i].Notes) : lines[i].Notes;
            var start = i == 0 ? lead : new string(' ', lead.Length) + lines[i].Word + ' ';
            var isParted = clause.IsBeforeHold && i == lines.Length - 1 && lines[i].Phrase.EndsWithState;
            Print(LineBreaker.Break(start, isParted ? lines[i].Phrase.InParentheses() : lines[i].Phrase), notes, indent);
        }
    }

    private void Print(ActionLayout action, string lead, int indent)
    {
        var lines = ActionLines.Of(action, _file.Notes);
        for (var i = 0; i < lines.Length; i++)
        {
            Print(LineBreaker.Break(i == 0 ? lead : new string(' ', lead.Length), lines[i].Phrase), lines[i].Notes, indent);
        }
    }

    private void Print(IReadOnlyList<string> lines, LineNotes notes, int indent)
    {
        _page.Add(lines, notes);
        _page.AddComments(notes.Below, indent);
    }

    private LineNotes Notes(TextSpan place) => _file.Notes.Of(place);
}
