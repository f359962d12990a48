using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Conditions as lists, where all must hold, and as maps of `all`, `any` and `none`.</summary>
internal sealed class YamlRuleConditions(YamlRuleSentences sentences)
{
    private static readonly FrozenDictionary<string, Func<TextSpan, ImmutableArray<ConditionSyntax>, ConditionSyntax>> Groups =
        new Dictionary<string, Func<TextSpan, ImmutableArray<ConditionSyntax>, ConditionSyntax>>
        {
            ["all"] = static (span, operands) => Join(span, operands, isAnd: true),
            ["any"] = static (span, operands) => Join(span, operands, isAnd: false),
            ["none"] = static (span, operands) => new NotSyntax(span, Join(span, operands, isAnd: false)),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The condition of a key. The document is nowhere deeper than its reader allows.</summary>
    public ConditionSyntax Read(YamlScalar key, YamlNode node) => node switch
    {
        YamlSequence list => Join(list.Span, ReadAll(key, list), isAnd: true),
        YamlMapping groups => ReadGroups(key, groups),
        _ => sentences.Parse(ConditionGrammar.Condition, node, key, "a condition") ?? new BadConditionSyntax(node.Span),
    };

    private static ConditionSyntax Join(TextSpan span, ImmutableArray<ConditionSyntax> operands, bool isAnd) => operands switch
    {
        [] => new BadConditionSyntax(span),
        [var only] => only,
        _ => new LogicalSyntax(span, isAnd, operands),
    };

    private ImmutableArray<ConditionSyntax> ReadAll(YamlScalar key, YamlNode node)
    {
        if (node is not YamlSequence list)
        {
            return [Read(key, node)];
        }

        if (list.Items.Length == 0 && !sentences.IsMistaken(key.Span.To(list.Span)))
        {
            sentences.Report(YamlRuleErrors.NothingBehind, key.Span, key.Value, "a condition");
        }

        return [.. list.Items.Select(item => Read(key, item))];
    }

    private ConditionSyntax ReadGroups(YamlScalar key, YamlMapping groups)
    {
        if (groups.Entries.Length == 0 && !sentences.IsMistaken(key.Span.To(groups.Span)))
        {
            sentences.Report(YamlRuleErrors.NothingBehind, key.Span, key.Value, "a condition");
        }

        var operands = ImmutableArray.CreateBuilder<ConditionSyntax>();
        foreach (var entry in groups.Entries)
        {
            if (Groups.TryGetValue(entry.Key.Value, out var make))
            {
                operands.Add(make(entry.Key.Span.To(entry.Value.Span), ReadAll(entry.Key, entry.Value)));
            }
            else if (!sentences.IsMistaken(entry.Key.Span))
            {
                sentences.ReportKey(entry.Key, "a condition", YamlRuleKeys.OfCondition);
            }
        }

        return Join(groups.Span, operands.ToImmutable(), isAnd: true);
    }
}
