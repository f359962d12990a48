using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Constructs whose parts stand in another order, or of which one is missing.</summary>
internal static class ConstructTraps
{
    private static readonly string[] Journeys = ["followed", "preceded"];

    /// <summary>`followed within 30 days by (…)`, `followed by within 30 days (…)`, `followed by not …`.</summary>
    public static Diagnostic? JourneyOrder(Sentence sentence, int at)
    {
        var verb = sentence[at - 1].Is("by") ? at - 2 : at - 1;
        if (at < 1 || !Journeys.Contains(sentence[verb].Token.Value.ToLowerInvariant()))
        {
            return null;
        }

        var word = sentence[verb].Token.Value;
        if (sentence[at].Is("not"))
        {
            return Unexpected(sentence, at, $"it before the whole: not {word} by …");
        }

        return sentence[at].Is("within") ? Unexpected(sentence, at, $"it last: {word} by (disposition = cancel-service) within 30 days") : null;
    }

    /// <summary>`follwed by (…)`: taken for the name of a field.</summary>
    public static Diagnostic? JourneyMisspelt(Sentence sentence, int at)
    {
        for (var by = at; by > 0 && by > at - 5; by--)
        {
            if (sentence[by].Is("by") && DidYouMean.Nearest(sentence[by - 1].Token.Value, Journeys) is { } meant && !sentence[by - 1].Is(meant))
            {
                var span = sentence[by - 1].Token.Span;
                return SyntaxErrors.Misspelt.At(sentence.Source, span, sentence[by - 1].Token.Value, meant) with { Fix = new($"Write {meant}", [new(span, meant)]) };
            }
        }

        return null;
    }

    /// <summary>`followed by a = b and c = d within 3 days`.</summary>
    public static Diagnostic? JourneyOfTwo(Sentence sentence, int at)
    {
        if (!(sentence[at].Is("and") || sentence[at].Is("or")) || !sentence.Expected.Contains(Expectation.Limit))
        {
            return null;
        }

        var by = at - 1;
        while (by > 0 && !(sentence[by].Is("by") && Journeys.Contains(sentence[by - 1].Token.Value.ToLowerInvariant())))
        {
            by--;
        }

        return by > 0 ? Unexpected(sentence, at, $"parentheses around what the other contact meets: {sentence.Source[sentence[by - 1].Token.Span]} by ({sentence.Source[sentence[by + 1].Token.Span]} … {sentence.Source[sentence[at].Token.Span]} …) within 30 days") : null;
    }

    /// <summary>`weekly volume > 2 weeks earlier`.</summary>
    public static Diagnostic? EarlierAlone(Sentence sentence, int at) =>
        sentence[at].Is("earlier") && at > 2 && sentence[at - 2].Kind == TokenKind.Number
            ? Unexpected(sentence, at, $"what is measured before the time: weekly volume {sentence.Source[sentence[at - 2].Token.Span.To(sentence[at].Token.Span)]}")
            : null;

    /// <summary>`only between 8 and 18`.</summary>
    public static Diagnostic? HourAlone(Sentence sentence, int at)
    {
        if (!sentence.Expected.Contains(Expectation.Time) || TimeOf(sentence[at]) is not { } time)
        {
            return null;
        }

        var diagnostic = Fixed(SyntaxErrors.Misspelt, sentence, at, time);
        return diagnostic.Fix is { } fix && sentence[at + 1].Is("and") && TimeOf(sentence[at + 2]) is { } end
            ? diagnostic with { Fix = new($"{fix.Title} and {end}", fix.Edits.Add(new(sentence[at + 2].Token.Span, end))) }
            : diagnostic;
    }

    private static string? TimeOf(Lexeme lexeme) =>
        lexeme.Kind == TokenKind.Number && NumberGrammar.ValueOf(lexeme.Token) is var hour && hour <= 23 && hour == decimal.Truncate(hour) ? $"{lexeme.Token.Value.PadLeft(2, '0')}:00" : null;

    /// <summary>`except incidents`.</summary>
    public static Diagnostic? CalendarAlone(Sentence sentence, int at)
    {
        var isName = sentence[at].Kind == TokenKind.Word && !sentence[at].IsOneOf(Vocabulary.EndOfName) && (at + 1 == sentence.Count || sentence[at + 1].Is("and"));
        return isName && sentence.Expected.Contains(Expectation.Moment) ? Fixed(SyntaxErrors.ForeignOperator, sentence, at, $"during {sentence[at].Token.Value}") : null;
    }

    /// <summary>`only on weekdays or on holidays`.</summary>
    public static Diagnostic? MomentsOr(Sentence sentence, int at) =>
        sentence[at].Is("or") && (sentence.Before.Is("only") || sentence.Before.Is("except"))
            ? Unexpected(sentence, at, "a comma between days; moments are joined with `and`: all must hold")
            : null;

    /// <summary>`per top 5 product`.</summary>
    public static Diagnostic? TopFirst(Sentence sentence, int at) =>
        sentence[at].Is("top") && sentence.Before.Is("per") && at == 0
            ? Unexpected(sentence, at, "the fields first: per product top 5 by cost")
            : null;

    /// <summary>`for each product`.</summary>
    public static Diagnostic? ForEach(Sentence sentence, int at)
    {
        if (at != 0 || !sentence.Before.Is("for") || !(sentence[0].Is("each") || sentence[0].Is("every")) || sentence[1].Is("row"))
        {
            return null;
        }

        var span = sentence.Before.Token.Span.To(sentence[0].Token.Span);
        return SyntaxErrors.ForeignOperator.At(sentence.Source, span, sentence.Source[span], "per") with { Fix = new("Write per", [new(span, "per")]) };
    }

    /// <summary>`define x as a, b`, `define x as "Late Fee"`.</summary>
    public static Diagnostic? ListWithoutParentheses(Sentence sentence, int at)
    {
        var isList = sentence[0].Is("as") && (sentence[at].Kind == TokenKind.Comma || (at == sentence.Count && at == 2 && sentence[1].Kind == TokenKind.Text));
        for (var i = 1; isList && i < sentence.Count; i++)
        {
            isList = sentence[i].Kind is TokenKind.Word or TokenKind.Text or TokenKind.Number or TokenKind.Comma && !sentence[i].IsOneOf(Vocabulary.EndOfName);
        }

        if (!isList)
        {
            return null;
        }

        var codes = sentence[1].Token.Span.To(sentence[sentence.Count - 1].Token.Span);
        var list = $"({sentence.Source[codes]})";
        return SyntaxErrors.ForeignOperator.At(sentence.Source, codes, sentence.Source[codes], list) with { Fix = new($"Write {list}", [new(codes, list)]) };
    }

    /// <summary>`define x = a = b`.</summary>
    public static Diagnostic? EqualForAs(Sentence sentence, int at) =>
        at == 0 && sentence[0].Kind == TokenKind.Equal && OnlyWanted(sentence) is "as" ? Fixed(SyntaxErrors.ForeignOperator, sentence, 0, "as") : null;

    /// <summary>`by segment (private 1.1 business 1.2)`.</summary>
    public static Diagnostic? FactorComma(Sentence sentence, int at)
    {
        if (at >= sentence.Count || !sentence.Expected.Contains(Expectation.FactorEnd) || sentence[at].Kind is not (TokenKind.Word or TokenKind.Text))
        {
            return null;
        }

        return Unexpected(sentence, at, "a comma before it") with { Fix = new("Write a comma before it", [new(new(sentence[at - 1].Token.Span.End, 0), ",")]) };
    }

    /// <summary>`then notify agents because "…"`.</summary>
    public static Diagnostic? Because(Sentence sentence, int at) =>
        sentence[at].Is("because") && sentence[0].IsOneOf(Vocabulary.Actions) && at > 0
            ? Unexpected(sentence, at, "it behind `route`, `escalate` or `suppress`, which take a reason, or leave it out")
            : null;

    /// <summary>`escalate Billing`: one word is missing, and only one can be.</summary>
    public static Diagnostic? MissingWord(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        var canFollow = lexeme.Kind is TokenKind.Word or TokenKind.Dotted or TokenKind.Text or TokenKind.Number or TokenKind.Open;
        if (at >= sentence.Count || !canFollow || lexeme.Is("and") || lexeme.Is("or") || OnlyWanted(sentence) is not { } word)
        {
            return null;
        }

        var before = sentence[at - 1].Kind == TokenKind.Word && at > 0 ? sentence.Source[sentence[at - 1].Token.Span] + " " : "";
        return Unexpected(sentence, at, $"`{word}` before it: {before}{word} {sentence.Source[lexeme.Token.Span]}") with
        {
            Fix = new($"Write `{word}` before it", [new(new(lexeme.Token.Span.Start, 0), word + " ")]),
        };
    }

    /// <summary>The word without which the sentence cannot go on; null where several could.</summary>
    private static string? OnlyWanted(Sentence sentence) => sentence.Expected is [{ Words: [var word] }] ? word : null;

    private static Diagnostic Unexpected(Sentence sentence, int at, string wanted) =>
        SyntaxErrors.Unexpected.At(sentence.Source, sentence[at].Token.Span, Explanation.Shown(sentence, at), wanted);

    private static Diagnostic Fixed(DiagnosticDescriptor descriptor, Sentence sentence, int at, string instead)
    {
        var span = sentence[at].Token.Span;
        return descriptor.At(sentence.Source, span, sentence.Source[span], instead) with { Fix = new($"Write {instead}", [new TextEdit(span, instead)]) };
    }
}
