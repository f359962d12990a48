using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Reads rules written as sentences: `.cxr` files.</summary>
public static class RuleParser
{
    /// <summary>Reads a file. Mistakes are diagnostics of the result; none of them hides those of another rule.</summary>
    public static RuleFileSyntax Parse(SourceText text)
    {
        var diagnostics = new DiagnosticBag();
        if (FileChecks.Refuse(text, diagnostics))
        {
            return File(text, [], [], [], diagnostics);
        }

        var lexemes = Lexer.Scan(text, diagnostics);
        if (lexemes.Count == 0)
        {
            diagnostics.Report(SyntaxErrors.EmptyFile, text, new(0, 0));
        }

        var rules = ImmutableArray.CreateBuilder<RuleSyntax>();
        var definitions = ImmutableArray.CreateBuilder<DefinitionSyntax>();
        var blocks = RuleBlocks.Of(text, lexemes).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.Rule)
            {
                var table = i > 0 && blocks[i - 1].Kind == BlockKind.Table ? blocks[i - 1].Range : (TokenRange?)null;
                rules.Add(new RuleReader(text, lexemes, block.Range, table, diagnostics).Read(isAlone: blocks.Count == 1));
            }
            else if (block.Kind == BlockKind.Definition)
            {
                if (new DefinitionReader(text, lexemes, block.Range, diagnostics).Read() is { } definition)
                {
                    definitions.Add(definition);
                }
            }
            else if (i + 1 == blocks.Count || blocks[i + 1].Kind != BlockKind.Rule)
            {
                diagnostics.Report(SyntaxErrors.RuleMissing, text, lexemes[block.Range.End - 1].Token.Span);
            }
        }

        return File(text, lexemes, definitions.ToImmutable(), rules.ToImmutable(), diagnostics);
    }

    private static RuleFileSyntax File(SourceText text, List<Lexeme> lexemes, ImmutableArray<DefinitionSyntax> definitions, ImmutableArray<RuleSyntax> rules, DiagnosticBag diagnostics)
    {
        var tokens = TokenTrivia.Complete(text, lexemes);
        return new(text, tokens, definitions, rules, FileChecks.Limited(text, diagnostics)) { Comments = TokenTrivia.Comments(text, tokens) };
    }
}
