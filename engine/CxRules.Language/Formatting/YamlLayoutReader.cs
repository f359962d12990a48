using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Formatting;

/// <summary>Reads the layout of a rule file in YAML.</summary>
internal sealed class YamlLayoutReader(RuleFileSyntax file)
{
    private readonly Wording _wording = new(file);
    private readonly ImmutableArray<BlockLayout>.Builder _blocks = ImmutableArray.CreateBuilder<BlockLayout>();
    private readonly ImmutableArray<TextSpan>.Builder _headings = ImmutableArray.CreateBuilder<TextSpan>();

    public FileLayout Read()
    {
        if (YamlDocumentReader.Read(file.Text, new DiagnosticBag()) is YamlMapping document)
        {
            foreach (var entry in document.Entries)
            {
                ReadSection(entry);
            }
        }

        var blocks = _blocks.ToImmutable();
        var headings = _headings.ToImmutable();
        var places = blocks.SelectMany(block => block.Places).Concat(headings);
        var starts = blocks.Select(block => block.Start).Concat(headings);
        return new(RuleSpelling.Yaml, blocks, headings, CommentTable.Place(file, places, starts));
    }

    private void ReadSection(YamlEntry section)
    {
        _headings.Add(section.Key.Span);
        if (section.Value is YamlMapping definitions)
        {
            _blocks.AddRange(definitions.Entries.Select(Definition));
        }
        else if (section.Value is YamlSequence rules)
        {
            _blocks.AddRange(rules.Items.OfType<YamlMapping>().Select(Rule));
        }
    }

    private DefinitionLayout Definition(YamlEntry entry)
    {
        var place = entry.Key.Span.To(entry.Value.Span);
        var name = entry.Key.Value;
        if (entry.Value is YamlSequence list)
        {
            return new(entry.Key.Span, name, null, [.. list.Items.Select(item => new OperandLayout(item.Span, _wording.Of(item.Span), Joint.One))], IsList: true);
        }

        var condition = file.Definitions.FirstOrDefault(definition => definition.Name.Span == entry.Key.Span)?.Condition;
        if (condition is not null && entry.Value is YamlMapping map)
        {
            return new(entry.Key.Span, name, YamlClauseReader.Map(_wording, condition, map), [], IsList: false);
        }

        return condition is null
            ? new(place, name, null, [new(place, _wording.Of(entry.Value.Span), Joint.One)], IsList: false)
            : new(place, name, new ConditionLayoutReader(_wording).Read(condition, place.Start, place.End, entry.Value.Span.Start), [], IsList: false);
    }

    private RuleLayout Rule(YamlMapping rule)
    {
        var syntax = file.Rules.FirstOrDefault(candidate => candidate.Span == rule.Span);
        return new([.. rule.Entries.SelectMany(entry => YamlClauseReader.Read(_wording, syntax, entry))]);
    }
}
