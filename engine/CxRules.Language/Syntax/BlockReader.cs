using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Reads some of the blocks of a file of sentences, and keeps what they hold.</summary>
internal sealed class BlockReader(SourceText text, IReadOnlyList<Lexeme> lexemes, List<RuleBlock> blocks)
{
    private readonly SentenceParser _sentences = new();

    public List<RuleSyntax> Rules { get; } = [];

    public List<DefinitionSyntax> Definitions { get; } = [];

    public DiagnosticBag Diagnostics { get; } = new();

    public void Read(TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            Read(i);
        }
    }

    private void Read(int index)
    {
        var block = blocks[index];
        if (block.Kind == BlockKind.Rule)
        {
            var table = index > 0 && blocks[index - 1].Kind == BlockKind.Table ? blocks[index - 1].Range : (TokenRange?)null;
            Rules.Add(new RuleReader(text, lexemes, block.Range, table, _sentences, Diagnostics).Read(isAlone: blocks.Count == 1));
        }
        else if (block.Kind == BlockKind.Definition)
        {
            if (new DefinitionReader(text, lexemes, block.Range, _sentences, Diagnostics).Read() is { } definition)
            {
                Definitions.Add(definition);
            }
        }
        else if (index + 1 == blocks.Count || blocks[index + 1].Kind != BlockKind.Rule)
        {
            Diagnostics.Report(SyntaxErrors.RuleMissing, text, lexemes[block.Range.End - 1].Span);
        }
    }
}
