using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Formatting;

/// <summary>Reads the layout of one key of a rule.</summary>
internal static class YamlClauseReader
{
    private static readonly FrozenDictionary<string, Func<string, Phrase>> Values = new Dictionary<string, Func<string, Phrase>>
    {
        ["rule"] = id => Phrase.Of(id),
        ["title"] = title => Phrase.Of(TokenText.Quoted(title)),
        ["author"] = name => Phrase.Of(PlainText.IsBareWord(name) ? name : TokenText.Quoted(name)),
        ["see"] = link => Phrase.Of(TokenText.Quoted(link)),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, GroupKind> Groups = new Dictionary<string, GroupKind>
    {
        ["all"] = GroupKind.All,
        ["any"] = GroupKind.Any,
        ["none"] = GroupKind.None,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<ClauseLayout> Read(Wording wording, RuleSyntax? rule, YamlEntry entry)
    {
        var keyword = entry.Key.Value.ToLowerInvariant();
        var place = entry.Key.Span.To(entry.Value.Span);
        if (Values.TryGetValue(keyword, out var words) && entry.Value is YamlScalar value)
        {
            var text = PlainText.OnOneLine(value.Value);
            return [new ValueLayout(place, keyword, text, words(text))];
        }

        if (keyword == "then")
        {
            return Actions(wording, entry);
        }

        var clause = rule?.Clauses.OfType<ConditionClauseSyntax>().FirstOrDefault(clause => clause.KeywordSpan == entry.Key.Span);
        return clause is null ? [new SentenceLayout(place, keyword, Sentence(wording, keyword, entry.Value))] : [Condition(wording, clause, entry)];
    }

    private static Phrase Sentence(Wording wording, string keyword, YamlNode value)
    {
        if (value is not YamlSequence list)
        {
            return wording.Of(value.Span);
        }

        var items = list.Items.Select(item => wording.Of(item.Span));
        return keyword == "per" ? Phrase.List(items) : Phrase.Join(items, "and");
    }

    private static IEnumerable<ActionLayout> Actions(Wording wording, YamlEntry entry) => entry.Value is YamlSequence list
        ? list.Items.Select((item, index) => new ActionLayout(item.Span, index == 0 ? entry.Key.Span : null, Parts(wording, item.Span, item.Span.Start)))
        : [new ActionLayout(entry.Key.Span.To(entry.Value.Span), null, Parts(wording, entry.Value.Span, entry.Key.Span.Start))];

    private static ImmutableArray<OperandLayout> Parts(Wording wording, TextSpan sentence, int start) =>
    [
        .. wording.Parts(sentence).Select((part, index) => new OperandLayout(index == 0 ? TextSpan.FromBounds(start, part.End) : part, wording.Of(part), Joint.One)),
    ];

    private static ConditionClauseLayout Condition(Wording wording, ConditionClauseSyntax clause, YamlEntry entry)
    {
        var keyword = clause.Keyword.ToLowerInvariant();
        if (entry.Value is not YamlScalar sentence)
        {
            return new(entry.Key.Span, keyword, Parts(wording, clause.Condition, entry.Value), HasHold: false);
        }

        var place = entry.Key.Span.To(sentence.Span);
        return new(place, keyword, new ConditionLayoutReader(wording).Read(clause.Condition, place.Start, place.End, sentence.Span.Start), clause.Hold is not null);
    }

    private static ConditionLayout Parts(Wording wording, ConditionSyntax condition, YamlNode node) => node switch
    {
        YamlSequence list => List(wording, condition, list, GroupKind.All, null),
        YamlMapping map => Map(wording, condition, map),
        _ => new OperandLayout(node.Span, wording.Of(node.Span), ConditionLayoutReader.JointOf(Within(condition, node.Span) ?? condition)),
    };

    public static MapLayout Map(Wording wording, ConditionSyntax condition, YamlMapping map) => new([.. map.Entries.Select(entry => Group(wording, condition, entry))]);

    private static GroupLayout Group(Wording wording, ConditionSyntax condition, YamlEntry entry) => entry.Value is YamlSequence list
        ? List(wording, condition, list, Groups[entry.Key.Value], entry.Key.Span)
        : new(Groups[entry.Key.Value], [Parts(wording, condition, entry.Value)], entry.Key.Span);

    private static GroupLayout List(Wording wording, ConditionSyntax condition, YamlSequence list, GroupKind kind, TextSpan? key) =>
        new(kind, [.. list.Items.SelectMany(item => Items(wording, condition, item, kind))], key);

    /// <summary>An item of a list that must hold as a whole; `a and b` there are two.</summary>
    private static ImmutableArray<ConditionLayout> Items(Wording wording, ConditionSyntax condition, YamlNode item, GroupKind kind) =>
        kind == GroupKind.All && item is YamlScalar && Within(condition, item.Span) is LogicalSyntax { IsAnd: true } both
        && new ConditionLayoutReader(wording).Read(both, item.Span.Start, item.Span.End) is GroupLayout split
            ? split.Items
            : [Parts(wording, condition, item)];

    /// <summary>The outermost condition inside a scalar.</summary>
    private static ConditionSyntax? Within(SyntaxNode node, TextSpan scalar) => node is ConditionSyntax condition && scalar.Contains(node.Span)
        ? condition
        : node.Children.OfType<ConditionSyntax>().Where(child => child.Span.Start < scalar.End && scalar.Start < child.Span.End).Select(child => Within(child, scalar)).FirstOrDefault(found => found is not null);
}
