using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;

namespace CxRules.Language.Yaml;

/// <summary>Reads some of the rules of a file, and keeps what they hold.</summary>
internal sealed class YamlRuleBatch
{
    private readonly YamlSequence _list;
    private readonly bool _isAlone;

    /// <param name="isAlone">The file holds no other rule, broken or not.</param>
    public YamlRuleBatch(YamlSequence list, bool isAlone, YamlRuleSentences file)
    {
        _list = list;
        _isAlone = isAlone;
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
                Rules.Add(new YamlRuleReader(Sentences, rule, Diagnostics).Read(_isAlone));
            }
            else
            {
                Sentences.Report(YamlRuleErrors.WrongShape, Sentences.FirstLineOf(_list.Items[i].Span), "rules", "a list of rules", "`- rule:` and an id, and below it `if:` and `then:`");
            }
        }
    }
}
