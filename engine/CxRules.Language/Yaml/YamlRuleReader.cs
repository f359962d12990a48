using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Reads one rule written as keys.</summary>
internal sealed class YamlRuleReader(YamlRuleSentences sentences, YamlMapping rule, DiagnosticBag diagnostics)
{
    private static readonly FrozenDictionary<string, Action<YamlRuleReader, YamlEntry>> Keys = new Dictionary<string, Action<YamlRuleReader, YamlEntry>>
    {
        ["rule"] = static (reader, entry) => reader.ReadId(entry),
        ["title"] = static (reader, entry) => reader._title = reader.Raw(entry, "a text"),
        ["author"] = static (reader, entry) => reader.ReadRawHeader(entry, "a name"),
        ["severity"] = static (reader, entry) => reader.ReadSentence(entry, "low, medium, high or critical"),
        ["priority"] = static (reader, entry) => reader.ReadSentence(entry, "a number"),
        ["expires"] = static (reader, entry) => reader.ReadSentence(entry, "a date such as 2027-06-30"),
        ["see"] = static (reader, entry) => reader.ReadRawHeader(entry, "a link"),
        ["if"] = static (reader, entry) => reader.ReadCondition(entry),
        ["for"] = static (reader, entry) => reader.ReadSentence(entry, "a length of time such as 2 days"),
        ["until"] = static (reader, entry) => reader.ReadCondition(entry),
        ["per"] = static (reader, entry) => reader.ReadPer(entry),
        ["every"] = static (reader, entry) => reader.ReadSentence(entry, "a time such as day, or monday at 06:00"),
        ["only"] = static (reader, entry) => reader.Refuse(entry, UnsupportedConstruct.Only),
        ["except"] = static (reader, entry) => reader.Refuse(entry, UnsupportedConstruct.Except),
        ["then"] = static (reader, entry) => reader.ReadActions(entry),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Names = ["rule", "title", "if", "then", "for", "until", "per", "every", "author", "severity", "priority", "expires", "see"];

    private readonly ImmutableArray<ClauseSyntax>.Builder _clauses = ImmutableArray.CreateBuilder<ClauseSyntax>();
    private readonly YamlRuleConditions _conditions = new(sentences);
    private readonly int _reportedBefore = diagnostics.Count;
    private WordsSyntax? _id;
    private TextSyntax? _title;

    public static bool IsKey(string name) => Keys.ContainsKey(name);

    public RuleSyntax Read(bool isAlone)
    {
        if (!isAlone && !rule.Entries.Any(entry => entry.Key.Value.Equals("rule", StringComparison.OrdinalIgnoreCase)))
        {
            sentences.Report(SyntaxErrors.IdMissing, rule.Entries.Length > 0 ? rule.Entries[0].Key.Span : sentences.FirstLineOf(rule.Span));
        }

        foreach (var entry in rule.Entries)
        {
            if (Keys.TryGetValue(entry.Key.Value, out var read))
            {
                read(this, entry);
            }
            else
            {
                ReportUnknown(entry.Key);
            }
        }

        var clauses = _clauses.ToImmutable();
        var last = sentences.Last is { } token && rule.Span.Contains(token.Span) ? token.Span : sentences.FirstLineOf(rule.Span);
        RuleChecks.Report(sentences.Text, clauses, last, IsBroken(), isOrdered: false, diagnostics);
        return new(rule.Span, _id, _title, clauses, IsBroken());
    }

    private static ClauseHead HeadOf(YamlEntry entry) => new(entry.Key.Value.ToLowerInvariant(), entry.Key.Span, entry.Key.Span.To(entry.Value.Span));

    private bool IsBroken() => diagnostics.Count > _reportedBefore || sentences.IsMistaken(rule.Span);

    private void ReportUnknown(YamlScalar key)
    {
        if (!sentences.IsMistaken(key.Span))
        {
            sentences.ReportKey(key, "a rule", Names);
        }
    }

    private TextSyntax? Raw(YamlEntry entry, string wanted) => sentences.Raw(entry.Value, entry.Key, TokenKind.Text, wanted);

    private void ReadId(YamlEntry entry)
    {
        if (sentences.Raw(entry.Value, entry.Key, TokenKind.Word, "an id such as billing-confusion-spike") is { } id)
        {
            _id = new(id.Span, id.Value);
            RuleIds.Report(sentences.Text, _id, diagnostics);
        }
    }

    private void ReadRawHeader(YamlEntry entry, string wanted)
    {
        if (Raw(entry, wanted) is { } text)
        {
            var head = HeadOf(entry);
            _clauses.Add(new HeaderClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, text));
        }
    }

    private void ReadSentence(YamlEntry entry, string wanted) => Add(HeadOf(entry), entry.Key, entry.Value, wanted);

    private void Add(ClauseHead head, YamlScalar key, YamlNode value, string wanted)
    {
        var made = sentences.Parse(ClauseGrammar.BodyOf(head.Keyword), value, key, wanted);
        if ((made is null ? ClauseGrammar.BrokenClause(head, value.Span) : made(head)) is { } clause)
        {
            _clauses.Add(clause);
        }
    }

    private void ReadCondition(YamlEntry entry)
    {
        if (entry.Value is YamlScalar)
        {
            ReadSentence(entry, "a condition");
            return;
        }

        var head = HeadOf(entry);
        _clauses.Add(new ConditionClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, _conditions.Read(entry.Key, entry.Value), null));
    }

    private void ReadPer(YamlEntry entry)
    {
        if (entry.Value is not YamlSequence list)
        {
            ReadSentence(entry, "one or more fields");
            return;
        }

        var fields = list.Items.Select(item => sentences.Parse(ClauseGrammar.Field, item, entry.Key, "one or more fields")).OfType<WordsSyntax>().ToImmutableArray();
        var head = HeadOf(entry);
        _clauses.Add(new PerClauseSyntax(head.Span, head.Keyword, head.KeywordSpan, fields));
    }

    private void ReadActions(YamlEntry entry)
    {
        if (entry.Value is not YamlSequence list)
        {
            ReadSentence(entry, "an action such as route to Billing");
            return;
        }

        foreach (var item in list.Items)
        {
            Add(HeadOf(entry) with { Span = item.Span }, entry.Key, item, "an action such as route to Billing");
        }
    }

    private void Refuse(YamlEntry entry, UnsupportedConstruct construct) => sentences.Report(construct.Descriptor, entry.Key.Span, construct.Name);
}
