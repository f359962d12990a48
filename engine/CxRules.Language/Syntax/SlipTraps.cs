using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Slips of everyday English and of other tools: the sentence is plain to a person, and one word or sign is not the language's.</summary>
internal static class SlipTraps
{
    private static readonly Dictionary<string, string> Comparatives = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bigger"] = ">", ["larger"] = ">", ["higher"] = ">", ["greater"] = ">", ["more"] = ">", ["over"] = ">",
        ["smaller"] = "<", ["lower"] = "<", ["less"] = "<", ["fewer"] = "<", ["under"] = "<",
    };

    private static readonly Dictionary<string, string> Sides = new(StringComparer.OrdinalIgnoreCase) { ["over"] = "above", ["above"] = "above", ["under"] = "below", ["below"] = "below" };

    /// <summary>`if a = b route to Billing`.</summary>
    public static Diagnostic? NoThen(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        if (at == 0 || !lexeme.IsOneOf(Vocabulary.Actions) || sentence[at - 1].IsOneOf(Vocabulary.Open))
        {
            return null;
        }

        var diagnostic = Unexpected(sentence, at, $"`then` before it: then {sentence.Source[lexeme.Token.Span]} …");
        return diagnostic with { Fix = new("Write `then` before it", [new(new(lexeme.Token.Span.Start, 0), "then ")]) };
    }

    /// <summary>`channel in phone, chat`, and `a = b, c = d`.</summary>
    public static Diagnostic? Comma(Sentence sentence, int at)
    {
        if (sentence[at].Kind != TokenKind.Comma)
        {
            return null;
        }

        var first = at - 1;
        while (first > 0 && sentence[first].Kind is TokenKind.Word or TokenKind.Text or TokenKind.Number or TokenKind.Comma && !sentence[first].Is("in"))
        {
            first--;
        }

        if (first > 0 && sentence[first].Is("in") && first < at - 1)
        {
            return Unexpected(sentence, at, $"a list in parentheses: in ({sentence.Source[sentence[first + 1].Token.Span.To(sentence[at - 1].Token.Span)]}, …)");
        }

        return sentence.Expected.Any(expectation => expectation.Words.Contains("and"))
            ? Unexpected(sentence, at, "`and` in its place") with { Fix = new("Write and", [new(sentence[at].Token.Span, " and")]) }
            : null;
    }

    /// <summary>A parenthesis that is never closed, or was never opened.</summary>
    public static Diagnostic? Parenthesis(Sentence sentence, int at)
    {
        var open = new Stack<int>();
        for (var i = 0; i < Math.Min(at, sentence.Count); i++)
        {
            if (sentence[i].Kind == TokenKind.Open)
            {
                open.Push(i);
            }
            else if (sentence[i].Kind == TokenKind.Close && open.Count > 0)
            {
                open.Pop();
            }
        }

        if ((at >= sentence.Count || sentence[at].Is("within")) && open.Count > 0 && sentence.Expected.Any(expectation => expectation.Shown == "`)`"))
        {
            var place = sentence.Source.PositionOf(sentence[open.Peek()].Token.Span.Start);
            return SyntaxErrors.EndsTooEarly.At(sentence.Source, sentence[at - 1].Token.Span, Explanation.Shown(sentence, at - 1), $"`)`: the `(` in line {place.Line}, column {place.Column} is still open");
        }

        return at > 0 && sentence[at].Kind == TokenKind.Close && open.Count == 0
            ? Unexpected(sentence, at, "`(` where it begins, or leave it out") with { Fix = new("Leave it out", [new(sentence[at].Token.Span, "")]) }
            : null;
    }

    /// <summary>`volume per week > 50`.</summary>
    public static Diagnostic? PerSpan(Sentence sentence, int at)
    {
        var per = sentence[at].Is("per") ? at : at - 1;
        if (!sentence[per].Is("per") || !sentence[per + 1].IsOneOf(Vocabulary.Spans))
        {
            return null;
        }

        var unit = sentence[per + 1].Token.Value.ToLowerInvariant();
        var length = unit == "month" ? "28 days" : $"1 {unit}";
        var span = sentence[per].Token.Span.To(sentence[per + 1].Token.Span);
        return SyntaxErrors.InTheLast.At(sentence.Source, span, sentence.Source[span], length) with { Fix = new($"Write over {length}", [new(span, $"over {length}")]) };
    }

    /// <summary>`is bigger than 50`.</summary>
    public static Diagnostic? Comparative(Sentence sentence, int at)
    {
        var than = sentence[at].Is("than") ? at : at - 1;
        if (than < 1 || !sentence[than].Is("than") || !Comparatives.TryGetValue(sentence[than - 1].Token.Value, out var sign))
        {
            return null;
        }

        var first = than > 1 && sentence[than - 2].Is("is") ? than - 2 : than - 1;
        return Foreign(sentence, first, than, sign);
    }

    /// <summary>`> 30% over baseline`.</summary>
    public static Diagnostic? ShareOverBaseline(Sentence sentence, int at)
    {
        var side = sentence[at].Is("baseline") ? at - 1 : at;
        if (side < 3 || !sentence[side + 1].Is("baseline") || !Sides.TryGetValue(sentence[side].Token.Value, out var word) || sentence[side - 1].Kind != TokenKind.Percent)
        {
            return null;
        }

        var first = sentence[side - 3].Kind is >= TokenKind.Equal and <= TokenKind.GreaterOrEqual ? side - 3 : side - 2;
        return Foreign(sentence, first, side + 1, $"is {sentence[side - 2].Token.Value}% {word} baseline");
    }

    /// <summary>`baseline × 1.3 &lt; weekly volume`.</summary>
    public static Diagnostic? BaselineFirst(Sentence sentence, int at) =>
        at > 0 && sentence[at - 1].Is("baseline") && (at == 1 || sentence[at - 2].Is("and") || sentence[at - 2].Is("or")) && sentence.Expected.Contains(Expectation.Comparison)
            ? Unexpected(sentence, at - 1, "what is measured first: weekly volume > baseline × 1.3")
            : null;

    /// <summary>`weekly calls > 50`.</summary>
    public static Diagnostic? UnitForMeasure(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        if (lexeme.Kind != TokenKind.Word || !sentence[at - 1].IsOneOf(Vocabulary.Windows) || !(Units.Intended(lexeme.Token.Value) is "contacts" || lexeme.Is("contacts")))
        {
            return null;
        }

        var fix = new Fix("Write volume", [new(lexeme.Token.Span, "volume")]);
        return SyntaxErrors.Misspelt.At(sentence.Source, lexeme.Token.Span, lexeme.Token.Value, "volume") with { Fix = fix };
    }

    /// <summary>`if: if a = b`, `- and c = d`: the key, or the list, says it already.</summary>
    public static Diagnostic? KeyRepeated(Sentence sentence, int at)
    {
        var lexeme = sentence[0];
        var isRepeated = at == 0 && (lexeme.Is("if") || lexeme.Is("then") || lexeme.Is("until") || lexeme.Is("and")) && sentence.Before.Kind == TokenKind.Word;
        if (!isRepeated)
        {
            return null;
        }

        var end = sentence.Count > 1 ? sentence[1].Token.Span.Start : lexeme.Token.Span.End;
        var word = lexeme.Token.Value;
        var reason = lexeme.Is("and") ? "`and` stands between two conditions, and a list joins its own" : $"the key `{sentence.Before.Token.Value}:` says `{word}` already";
        return Unexpected(sentence, 0, $"what follows it alone: {reason}") with { Fix = new($"Leave `{word}` out", [new(TextSpan.FromBounds(lexeme.Token.Span.Start, end), "")]) };
    }

    private static Diagnostic Unexpected(Sentence sentence, int at, string wanted) =>
        SyntaxErrors.Unexpected.At(sentence.Source, sentence[at].Token.Span, Explanation.Shown(sentence, at), wanted);

    private static Diagnostic Foreign(Sentence sentence, int first, int last, string instead)
    {
        var span = sentence[first].Token.Span.To(sentence[last].Token.Span);
        return SyntaxErrors.ForeignOperator.At(sentence.Source, span, sentence.Source[span], instead) with { Fix = new($"Write {instead}", [new(span, instead)]) };
    }
}
