using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Reads rules written as keys: `.yaml` files. Every sentence in them goes through the grammar of `.cxr` files.</summary>
public static class YamlRuleParser
{
    private const int RulesInBatch = 32;

    /// <summary>Reads a file. Mistakes are diagnostics of the result; none of them hides those of another rule.</summary>
    public static RuleFileSyntax Parse(SourceText text)
    {
        var diagnostics = new DiagnosticBag();
        var (document, lost) = YamlRecovery.Read(text, diagnostics);
        var sentences = new YamlRuleSentences(text, diagnostics);
        var definitions = new YamlDefinitions(sentences, diagnostics);
        var read = Read(document, lost.Length, sentences, definitions, diagnostics);
        ImmutableArray<RuleSyntax> rules = [.. read.Concat(lost.Select(Lost)).OrderBy(rule => rule.Span.Start)];
        return new(text, sentences.InSourceOrder(), definitions.Found, rules, FileChecks.Limited(text, diagnostics), static file => YamlComments.Of(file.Text));
    }

    /// <summary>Stands for a rule whose YAML cannot be read.</summary>
    private static RuleSyntax Lost(TextSpan span) => new(span, null, null, [], IsBroken: true);

    private static List<RuleSyntax> Read(YamlNode? document, int lost, YamlRuleSentences sentences, YamlDefinitions definitions, DiagnosticBag diagnostics)
    {
        if (document is null)
        {
            if (diagnostics.Count == 0)
            {
                diagnostics.Report(SyntaxErrors.EmptyFile, sentences.Text, new(0, 0));
            }

            return [];
        }

        if (document is not YamlMapping mapping || (mapping["rules"] is null && mapping.Entries.Any(entry => YamlRuleKeys.Find(entry.Key.Value) is not null)))
        {
            var span = document is YamlMapping { Entries: [var first, ..] } ? first.Key.Span : sentences.FirstLineOf(document.Span);
            sentences.Report(YamlRuleErrors.RulesMissing, span);
            return [];
        }

        return ReadFile(mapping, lost, sentences, definitions, diagnostics);
    }

    private static List<RuleSyntax> ReadFile(YamlMapping file, int lost, YamlRuleSentences sentences, YamlDefinitions definitions, DiagnosticBag diagnostics)
    {
        var rules = new List<RuleSyntax>();
        var reportedBefore = diagnostics.Count;
        foreach (var entry in file.Entries)
        {
            if (entry.Key.Value == "rules")
            {
                rules.AddRange(ReadRules(entry, lost, sentences, diagnostics));
            }
            else if (entry.Key.Value == "define")
            {
                definitions.Read(entry);
            }
            else if (!sentences.IsMistaken(entry.Key.Span))
            {
                sentences.ReportKey(entry.Key, "a rule file", YamlRuleKeys.OfFile);
            }
        }

        if (file["rules"] is null && file["define"] is null && diagnostics.Count == reportedBefore)
        {
            sentences.Report(YamlRuleErrors.RulesMissing, sentences.FirstLineOf(file.Span));
        }

        return rules;
    }

    /// <param name="lost">How many rules could not be read at all.</param>
    private static IEnumerable<RuleSyntax> ReadRules(YamlEntry entry, int lost, YamlRuleSentences sentences, DiagnosticBag diagnostics)
    {
        if (entry.Value is YamlScalar { Value: "" } or YamlSequence { Items.Length: 0 })
        {
            if (lost > 0 || sentences.IsMistaken(entry.Key.Span.To(entry.Value.Span)))
            {
                yield break;
            }

            sentences.Report(YamlRuleErrors.NothingBehind, entry.Key.Span, "rules", "a list of rules, each beginning with `- rule:` and its id");
            yield break;
        }

        if (entry.Value is not YamlSequence list)
        {
            sentences.Report(YamlRuleErrors.WrongShape, entry.Key.Span, "rules", "a list", "`- ` before the first key of each rule");
            yield break;
        }

        var batches = Batches.Read(list.Items.Length, RulesInBatch, range =>
        {
            var batch = new YamlRuleBatch(list, isAlone: list.Items.Length + lost == 1, sentences);
            batch.Read(range);
            return batch;
        });
        foreach (var batch in batches)
        {
            sentences.Add(batch.Sentences);
            diagnostics.AddRange(batch.Diagnostics);
        }

        foreach (var rule in batches.SelectMany(batch => batch.Rules))
        {
            yield return rule;
        }
    }
}
