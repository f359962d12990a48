using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Yaml;

/// <summary>Reads some of the rules of a file, and keeps what they hold.</summary>
internal sealed class YamlRuleBatch
{
    private readonly YamlSequence _list;

    public YamlRuleBatch(YamlSequence list, YamlRuleSentences file)
    {
        _list = list;
        Sentences = file.Part(Diagnostics);
    }

    public List<RuleSyntax> Rules { get; } = [];

    public DiagnosticBag Diagnostics { get; } = new();

    public YamlRuleSentences Sentences { get; }

    public void Read(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if (_list.Items[i] is YamlMapping rule)
            {
                Rules.Add(new YamlRuleReader(Sentences, rule, Diagnostics).Read(isAlone: _list.Items.Length == 1));
            }
            else
            {
                Sentences.Report(YamlRuleErrors.WrongShape, Sentences.FirstLineOf(_list.Items[i].Span), "rules", "a list of rules", "`- rule:` and an id, and below it `if:` and `then:`");
            }
        }
    }
}
