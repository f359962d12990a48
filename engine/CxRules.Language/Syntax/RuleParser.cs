using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Reads rules written as sentences: `.cxr` files.</summary>
public static class RuleParser
{
    private const int BlocksInBatch = 32;

    /// <summary>Reads a file. Mistakes are diagnostics of the result; none of them hides those of another rule.</summary>
    public static RuleFileSyntax Parse(SourceText text)
    {
        var diagnostics = new DiagnosticBag();
        if (FileChecks.Refuse(text, diagnostics))
        {
            return File(text, [], [], diagnostics);
        }

        var lexemes = Lexer.Scan(text, diagnostics);
        if (lexemes.Count == 0)
        {
            diagnostics.Report(SyntaxErrors.EmptyFile, text, new(0, 0));
        }

        var blocks = RuleBlocks.Of(text, lexemes).ToList();
        var batches = Batches.Read(blocks.Count, BlocksInBatch, batch =>
        {
            var reader = new BlockReader(text, lexemes, blocks);
            reader.Read(batch);
            return reader;
        });
        foreach (var batch in batches)
        {
            diagnostics.AddRange(batch.Diagnostics);
        }

        return File(text, lexemes, batches, diagnostics);
    }

    private static RuleFileSyntax File(SourceText text, IReadOnlyList<Lexeme> lexemes, BlockReader[] batches, DiagnosticBag diagnostics) => new(
        text,
        lexemes,
        [.. batches.SelectMany(batch => batch.Definitions)],
        [.. batches.SelectMany(batch => batch.Rules)],
        FileChecks.Limited(text, diagnostics),
        static file => TokenTrivia.Comments(file.Text, file.Tokens));
}
