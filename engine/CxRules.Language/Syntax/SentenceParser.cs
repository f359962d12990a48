using CxRules.Language.Diagnostics;
using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>Runs the grammar over one sentence and reports at most one mistake of it.</summary>
internal static class SentenceParser
{
    /// <summary>What the parser makes of all tokens; null where it cannot, which was reported.</summary>
    public static T? Parse<T>(Parser<T> parser, Sentence sentence, DiagnosticBag diagnostics)
        where T : class
    {
        if (Nesting.TooDeep(sentence) is { } deep)
        {
            diagnostics.Report(SyntaxErrors.TooDeep, sentence.Source, deep.Span, Nesting.Limit);
            return null;
        }

        var result = parser(new TokenInput(sentence, 0));
        if (result.WasSuccessful && result.Remainder.AtEnd)
        {
            return result.Value;
        }

        if (result.WasSuccessful)
        {
            sentence.Expect(result.Remainder.Position, Expectation.NextClause);
        }

        if (!sentence.IsBroken)
        {
            diagnostics.Add(Explanation.Of(sentence));
        }

        return null;
    }
}
