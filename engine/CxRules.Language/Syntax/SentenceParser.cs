using CxRules.Language.Diagnostics;
using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>Runs the grammar over one sentence after another, and reports at most one mistake of each.</summary>
internal sealed class SentenceParser
{
    private const int LongestKept = 256;

    private TokenInput _input = new();

    /// <summary>What the parser makes of all tokens; null where it cannot, which was reported.</summary>
    public T? Parse<T>(Parser<T> parser, Sentence sentence, DiagnosticBag diagnostics)
        where T : class
    {
        if (Nesting.TooDeep(sentence) is { } deep)
        {
            diagnostics.Report(SyntaxErrors.TooDeep, sentence.Source, deep.Span, Nesting.Limit);
            return null;
        }

        var result = parser(InputOf(sentence));
        if (result.WasSuccessful && result.Remainder.AtEnd)
        {
            return result.Value;
        }

        if (!sentence.IsBroken)
        {
            Note(parser, sentence);
            diagnostics.Add(Explanation.Of(sentence));
        }

        return null;
    }

    /// <summary>Goes through a sentence that is wrong once more, to find what was wanted where: right ones are many, and need not know.</summary>
    private void Note<T>(Parser<T> parser, Sentence sentence)
    {
        sentence.NotesExpected = true;
        var result = parser(InputOf(sentence));
        if (result.WasSuccessful)
        {
            sentence.Expect(result.Remainder.Position, Expectation.NextClause);
        }
    }

    private TokenInput InputOf(Sentence sentence)
    {
        _input = sentence.Count > LongestKept ? new() : _input;
        _input.Begin(sentence);
        return _input;
    }
}
