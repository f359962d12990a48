using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Reads `define:`: a map of names, each with a condition or a list of codes behind it.</summary>
internal sealed class YamlDefinitions(YamlRuleSentences sentences, DiagnosticBag diagnostics)
{
    private const string Holds = "a condition, or a list of codes";

    private readonly ImmutableArray<DefinitionSyntax>.Builder _found = ImmutableArray.CreateBuilder<DefinitionSyntax>();
    private readonly YamlRuleConditions _conditions = new(sentences);

    public ImmutableArray<DefinitionSyntax> Found => _found.ToImmutable();

    public void Read(YamlEntry entry)
    {
        if (entry.Value is YamlMapping { Entries.Length: > 0 } names)
        {
            foreach (var definition in names.Entries)
            {
                ReadOne(definition);
            }
        }
        else if (!sentences.IsMistaken(entry.Key.Span.To(entry.Value.Span)))
        {
            ReportNoNames(entry);
        }
    }

    private void ReportNoNames(YamlEntry entry)
    {
        if (entry.Value is YamlMapping or YamlScalar { Value: "" })
        {
            sentences.Report(YamlRuleErrors.NothingBehind, entry.Key.Span, entry.Key.Value, "a name and its meaning, such as `billing-contacts: disposition = billing`");
        }
        else
        {
            sentences.Report(YamlRuleErrors.WrongShape, entry.Key.Span, entry.Key.Value, "names", "each name on a line of its own, with its meaning behind a colon");
        }
    }

    private void ReadOne(YamlEntry entry)
    {
        var reportedBefore = diagnostics.Count;
        var name = sentences.Name(entry.Key);
        RuleIds.Report(sentences.Text, name, diagnostics);
        var meaning = Meaning(entry);
        var span = entry.Key.Span.To(entry.Value.Span);
        var isBroken = diagnostics.Count > reportedBefore || meaning is null || sentences.IsMistaken(span);
        _found.Add(new(span, name, meaning as ConditionSyntax, meaning as ListSyntax, isBroken));
    }

    private SyntaxNode? Meaning(YamlEntry entry) => entry.Value switch
    {
        YamlSequence { Items.Length: > 0 } list => new ListSyntax(list.Span, [.. list.Items.Select(item => Code(item, entry.Key)).OfType<OperandSyntax>()]),
        YamlMapping map => _conditions.Read(entry.Key, map),
        _ => sentences.Parse(DefinitionGrammar.Meaning, entry.Value, entry.Key, Holds),
    };

    /// <summary>YAML's own quotes make a text of it, as the sentence's do.</summary>
    private OperandSyntax? Code(YamlNode item, YamlScalar key) =>
        item is YamlScalar { Style: YamlStyle.SingleQuoted or YamlStyle.DoubleQuoted } quoted && !quoted.Value.StartsWith('"')
            ? sentences.Raw(quoted, key, TokenKind.Text, "a code")
            : sentences.Parse(DefinitionGrammar.Code, item, key, "a code");
}
