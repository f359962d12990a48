using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Formatting;

/// <summary>Reads the layout of a `.cxr` file.</summary>
internal sealed class SentenceLayoutReader(RuleFileSyntax file)
{
    private static readonly FrozenSet<string> Values = FrozenSet.Create("author", "see");

    private readonly Wording _wording = new(file);

    public FileLayout Read()
    {
        ImmutableArray<BlockLayout> blocks =
        [
            .. file.Definitions.Select(definition => (definition.Span.Start, Block: (BlockLayout)Definition(definition)))
                .Concat(file.Rules.Select(rule => (rule.Span.Start, Block: (BlockLayout)Rule(rule))))
                .OrderBy(block => block.Start)
                .Select(block => block.Block),
        ];
        var starts = blocks.Select(block => block.Start);
        return new(RuleSpelling.Sentences, blocks, [], CommentTable.Place(file, blocks.SelectMany(block => block.Places), starts));
    }

    private DefinitionLayout Definition(DefinitionSyntax definition)
    {
        var conditions = new ConditionLayoutReader(_wording);
        return definition.Codes is { } codes
            ? new(definition.Span, definition.Name.Value, null, [new(definition.Span, _wording.Of(codes.Span), Joint.One)], IsList: false)
            : new(definition.Span, definition.Name.Value, definition.Condition is { } condition ? conditions.Read(condition, definition.Span.Start, definition.Span.End) : null, [], IsList: false);
    }

    private RuleLayout Rule(RuleSyntax rule)
    {
        var clauses = ImmutableArray.CreateBuilder<ClauseLayout>();
        if (rule.Rows is { } rows)
        {
            var place = rule.Span with { Length = rows.Span.End - rule.Span.Start };
            clauses.Add(new SentenceLayout(place, "for each", _wording.After(place, words: 2)));
        }

        if (rule.Id is { } id)
        {
            var title = rule.Title;
            var start = _wording.Before(id.Span.Start).Span;
            clauses.Add(new ValueLayout(start.To(title?.Span ?? id.Span), "rule", id.Value, _wording.Of(id.Span)));
            if (title is not null)
            {
                clauses.Add(new ValueLayout(title.Span, "title", title.Value, _wording.Of(title.Span)));
            }
        }

        clauses.AddRange(rule.Clauses.OrderBy(clause => clause.Span.Start).Select(Clause));
        return new(clauses.ToImmutable());
    }

    private ClauseLayout Clause(ClauseSyntax clause)
    {
        var body = TextSpan.FromBounds(clause.KeywordSpan.End, clause.Span.End);
        return clause switch
        {
            HeaderClauseSyntax header when Values.Contains(clause.Keyword) => new ValueLayout(clause.Span, clause.Keyword, ValueOf(header.Value), _wording.Of(body)),
            ConditionClauseSyntax condition => new ConditionClauseLayout(
                clause.Span,
                clause.Keyword,
                new ConditionLayoutReader(_wording).Read(condition.Condition, clause.Span.Start, clause.Span.End, body.Start),
                condition.Hold is not null),
            ThenClauseSyntax => new ActionLayout(clause.Span, null, Parts(body, clause.Span.Start)),
            _ => new SentenceLayout(clause.Span, clause.Keyword, _wording.Of(body)),
        };
    }

    private ImmutableArray<OperandLayout> Parts(TextSpan body, int start) =>
    [
        .. _wording.Parts(body).Select((part, index) => new OperandLayout(index == 0 ? TextSpan.FromBounds(start, part.End) : part, _wording.Of(part), Joint.One)),
    ];

    private static string ValueOf(OperandSyntax operand) => operand switch
    {
        TextSyntax text => text.Value,
        WordsSyntax words => words.Value,
        _ => "",
    };
}
