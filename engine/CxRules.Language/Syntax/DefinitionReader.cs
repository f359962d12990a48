using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Reads one definition written as a sentence: its name, then what it stands for.</summary>
internal sealed class DefinitionReader(SourceText source, IReadOnlyList<Lexeme> lexemes, TokenRange definition, SentenceParser sentences, DiagnosticBag diagnostics)
{
    private readonly int _reportedBefore = diagnostics.Count;

    /// <summary>None where there is no name, which was reported.</summary>
    public DefinitionSyntax? Read()
    {
        var keyword = lexemes[definition.Start];
        var start = definition.Start + 1;
        var end = NameEnd(start);
        if (start == end)
        {
            ReportNoName(keyword, start);
            return null;
        }

        var name = new WordsSyntax(
            lexemes[start].Token.Span.To(lexemes[end - 1].Token.Span),
            string.Join(' ', Enumerable.Range(start, end - start).Select(i => lexemes[i].Token.Value)));
        RuleIds.Report(source, name, diagnostics);
        var sentence = new Sentence(source, lexemes, end, definition.End, lexemes[end - 1]);
        var meaning = sentences.Parse(DefinitionGrammar.Body, sentence, diagnostics);
        var isBroken = diagnostics.Count > _reportedBefore || meaning is null || sentence.IsBroken;
        return new(keyword.Token.Span.To(lexemes[definition.End - 1].Token.Span), name, meaning as ConditionSyntax, meaning as ListSyntax, isBroken);
    }

    /// <summary>Several words are a name where `as` follows them; else the first is, and the rest is no part of it.</summary>
    private int NameEnd(int start)
    {
        var end = start;
        while (end < definition.End && lexemes[end].Kind == TokenKind.Word && !lexemes[end].IsOneOf(Vocabulary.EndOfName) && !lexemes[end].Is("as"))
        {
            end++;
        }

        return end > start && !(end < definition.End && lexemes[end].Is("as")) ? start + 1 : end;
    }

    private void ReportNoName(Lexeme keyword, int start)
    {
        if (start >= definition.End || !lexemes[start].IsBroken)
        {
            diagnostics.Report(SyntaxErrors.NameMissing, source, keyword.Token.Span);
        }
    }
}
