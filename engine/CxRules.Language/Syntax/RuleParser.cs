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
            return File(text, [], [], diagnostics);
        }

        var lexical = new DiagnosticBag();
        var lexemes = Lexer.Scan(text, lexical);
        if (lexemes.Count == 0)
        {
            diagnostics.Report(SyntaxErrors.EmptyFile, text, new(0, 0));
        }

        var rules = ImmutableArray.CreateBuilder<RuleSyntax>();
        var blocks = RuleBlocks.Of(lexemes).ToList();
        var refused = new List<TextSpan>();
        foreach (var block in blocks)
        {
            if (RuleBlocks.Unsupported(lexemes, block.Start) is { } construct)
            {
                var words = construct == UnsupportedConstruct.ForEachRow ? Math.Min(4, block.End - block.Start) : 1;
                var span = lexemes[block.Start].Token.Span.To(lexemes[block.Start + words - 1].Token.Span);
                diagnostics.Report(construct.Descriptor, text, span, construct.Name);
                refused.Add(span.To(lexemes[block.End - 1].Token.Span));
                continue;
            }

            rules.Add(new RuleReader(text, lexemes, block, diagnostics).Read(isAlone: blocks.Count == 1));
        }

        foreach (var diagnostic in lexical.ToImmutable().Where(diagnostic => !refused.Exists(span => span.Contains(diagnostic.Span))))
        {
            diagnostics.Add(diagnostic);
        }

        return File(text, lexemes, rules.ToImmutable(), diagnostics);
    }

    private static RuleFileSyntax File(SourceText text, List<Lexeme> lexemes, ImmutableArray<RuleSyntax> rules, DiagnosticBag diagnostics) =>
        new(text, TokenTrivia.Complete(text, lexemes), [], rules, FileChecks.Limited(text, diagnostics));
}
