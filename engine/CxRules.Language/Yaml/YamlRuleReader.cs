using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Reads one rule written as keys.</summary>
internal sealed class YamlRuleReader(YamlRuleSentences sentences, YamlMapping rule, DiagnosticBag diagnostics)
{
    private static readonly FrozenDictionary<YamlRuleShape, Action<YamlRuleReader, YamlEntry, YamlRuleKey>> ByShape = new Dictionary<YamlRuleShape, Action<YamlRuleReader, YamlEntry, YamlRuleKey>>
    {
        [YamlRuleShape.Id] = static (reader, entry, key) => reader.ReadId(entry, key),
        [YamlRuleShape.Title] = static (reader, entry, key) => reader._title = reader.Raw(entry, key),
        [YamlRuleShape.Header] = static (reader, entry, key) => reader.ReadRawHeader(entry, key),
        [YamlRuleShape.Sentence] = static (reader, entry, key) => reader.ReadSentence(entry, key),
        [YamlRuleShape.Condition] = static (reader, entry, key) => reader.ReadCondition(entry, key),
        [YamlRuleShape.Fields] = static (reader, entry, key) => reader.ReadPer(entry, key),
        [YamlRuleShape.Moments] = static (reader, entry, key) => reader.ReadMoments(entry, key),
        [YamlRuleShape.Actions] = static (reader, entry, key) => reader.ReadActions(entry, key),
        [YamlRuleShape.Table] = static (reader, entry, key) => reader.ReadRows(entry, key),
    }.ToFrozenDictionary();

    private readonly ImmutableArray<ClauseSyntax>.Builder _clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
    private readonly YamlRuleConditions _conditions = new(sentences);
    private readonly int _reportedBefore = diagnostics.Count;
    private WordsSyntax? _id;
    private TextSyntax? _title;
    private RowsSyntax? _rows;

    public RuleSyntax Read(bool isAlone)
    {
        if (!isAlone && !rule.Entries.Any(entry => entry.Key.Value.Equals("rule", StringComparison.OrdinalIgnoreCase)))
        {
            sentences.Report(SyntaxErrors.IdMissing, rule.Entries.Length > 0 ? rule.Entries[0].Key.Span : sentences.FirstLineOf(rule.Span));
        }

        foreach (var entry in rule.Entries)
        {
            if (YamlRuleKeys.Find(entry.Key.Value) is { } key)
            {
                ByShape[key.Shape](this, entry, key);
            }
            else
            {
                ReportUnknown(entry.Key);
            }
        }

        var clauses = _clauses.ToImmutable();
        var last = sentences.Last is { } token && rule.Span.Contains(token.Span) ? token.Span : sentences.FirstLineOf(rule.Span);
        RuleChecks.Report(sentences.Text, clauses, last, IsBroken(), isOrdered: false, diagnostics);
        return new(rule.Span, _id, _title, clauses, IsBroken(), _rows);
    }

    private static ClauseHead HeadOf(YamlEntry entry) => new(entry.Key.Value.ToLowerInvariant(), entry.Key.Span, entry.Key.Span.To(entry.Value.Span));

    private bool IsBroken() => diagnostics.Count > _reportedBefore || sentences.IsMistaken(rule.Span);

    private void ReportUnknown(YamlScalar key)
    {
        if (!sentences.IsMistaken(key.Span))
        {
            sentences.ReportKey(key, "a rule", YamlRuleKeys.NamesOfRule);
        }
    }

    private TextSyntax? Raw(YamlEntry entry, YamlRuleKey key) => sentences.Raw(entry.Value, entry.Key, TokenKind.Text, key.Holds);

    private void ReadId(YamlEntry entry, YamlRuleKey key)
    {
        if (sentences.Raw(entry.Value, entry.Key, TokenKind.Word, key.Holds) is { } id)
        {
            _id = new(id.Span, id.Value);
            RuleIds.Report(sentences.Text, _id, diagnostics);
        }
    }

    private void ReadRawHeader(YamlEntry entry, YamlRuleKey key)
    {
        if (Raw(entry, key) is { } text)
        {
            var head = HeadOf(entry);
            _clauses.Add(new HeaderClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, text));
        }
    }

    private void ReadRows(YamlEntry entry, YamlRuleKey key) => _rows = sentences.Parse(DefinitionGrammar.Rows, entry.Value, entry.Key, key.Holds);

    private void ReadSentence(YamlEntry entry, YamlRuleKey key) => Add(HeadOf(entry), entry.Key, entry.Value, key);

    private void Add(ClauseHead head, YamlScalar written, YamlNode value, YamlRuleKey key)
    {
        var made = sentences.Parse(ClauseGrammar.BodyOf(head.Keyword), value, written, key.Holds);
        if ((made is null ? ClauseGrammar.BrokenClause(head, value.Span) : made(head)) is { } clause)
        {
            _clauses.Add(clause);
        }
    }

    private void ReadCondition(YamlEntry entry, YamlRuleKey key)
    {
        if (entry.Value is YamlScalar)
        {
            ReadSentence(entry, key);
            return;
        }

        var head = HeadOf(entry);
        _clauses.Add(new ConditionClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, _conditions.Read(entry.Key, entry.Value), null));
    }

    private void ReadPer(YamlEntry entry, YamlRuleKey key)
    {
        if (entry.Value is not YamlSequence list)
        {
            ReadSentence(entry, key);
            return;
        }

        var fields = ItemsOf(ClauseGrammar.Field, list, entry, key);
        var head = HeadOf(entry);
        _clauses.Add(new PerClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, fields));
    }

    private void ReadMoments(YamlEntry entry, YamlRuleKey key)
    {
        if (entry.Value is not YamlSequence list)
        {
            ReadSentence(entry, key);
            return;
        }

        var moments = ItemsOf(MomentGrammar.Moment, list, entry, key);
        var head = HeadOf(entry);
        _clauses.Add(new MomentClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, moments));
    }

    private void ReadActions(YamlEntry entry, YamlRuleKey key)
    {
        if (entry.Value is not YamlSequence list)
        {
            ReadSentence(entry, key);
            return;
        }

        foreach (var item in list.Items)
        {
            Add(HeadOf(entry) with { Span = item.Span }, entry.Key, item, key);
        }
    }

    private ImmutableArray<T> ItemsOf<T>(Sprache.Parser<T> parser, YamlSequence list, YamlEntry entry, YamlRuleKey key)
        where T : SyntaxNode
    {
        if (list.Items.Length == 0 && !sentences.IsMistaken(entry.Key.Span.To(list.Span)))
        {
            sentences.Report(YamlRuleErrors.NothingBehind, entry.Key.Span, entry.Key.Value, key.Holds);
        }

        return [.. list.Items.Select(item => sentences.Parse(parser, item, entry.Key, key.Holds)).OfType<T>()];
    }
}
