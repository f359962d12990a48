using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Syntax;

/// <summary>Sentences people type that do not mean here what they mean elsewhere. Each is given the sentence and where its parser stopped.</summary>
internal static class Traps
{
    private static readonly HashSet<string> SpanWords = new(StringComparer.OrdinalIgnoreCase) { "in", "over", "during", "within", "for" };

    private static readonly HashSet<string> LastWords = new(StringComparer.OrdinalIgnoreCase) { "last", "past", "previous" };

    /// <summary>`baseline x 1.3`, `1.3x baseline`, `baseline times 1.3`.</summary>
    public static Diagnostic? LetterForTimes(Sentence sentence, int at)
    {
        for (var i = Math.Max(0, at - 1); i <= at; i++)
        {
            var lexeme = sentence[i];
            var isBetween = sentence[i - 1] is { Kind: TokenKind.Number or TokenKind.Percent or TokenKind.Close } || sentence[i - 1].Is("baseline");
            if (isBetween && (lexeme.Is("x") || lexeme.Is("times")))
            {
                return Fixed(SyntaxErrors.LetterForTimes, sentence, lexeme, lexeme.IsGlued ? " ×" : "×", $"`{lexeme.Token.Value}`");
            }

            if (lexeme.Kind == TokenKind.Word && IsFactor(lexeme.Token.Value))
            {
                return Fixed(SyntaxErrors.LetterForTimes, sentence, lexeme, lexeme.Token.Value[..^1] + " ×", $"`{lexeme.Token.Value}`");
            }
        }

        return null;
    }

    /// <summary>`in the last 7 days`, `over the past week`.</summary>
    public static Diagnostic? InTheLast(Sentence sentence, int at)
    {
        var start = SpanWords.Contains(sentence[at].Token.Value) || !SpanWords.Contains(sentence[at - 1].Token.Value) ? at : at - 1;
        var last = sentence[start + 1].Is("the") ? start + 2 : start + 1;
        if (!SpanWords.Contains(sentence[start].Token.Value) || !sentence[last].IsOneOf(LastWords))
        {
            return null;
        }

        var hasLength = sentence[last + 1].Kind == TokenKind.Number && sentence[last + 2].IsOneOf(Units.Times);
        var end = hasLength ? last + 2 : sentence[last + 1].IsOneOf(Units.Times) ? last + 1 : last;
        var span = sentence[start].Token.Span.To(sentence[end].Token.Span);
        var length = hasLength ? $"{sentence[last + 1].Token.Value} {sentence[last + 2].Token.Value}" : "7 days";
        var diagnostic = SyntaxErrors.InTheLast.At(sentence.Source, span, sentence.Source[span], length);
        return hasLength ? diagnostic with { Fix = new($"Write over {length}", [new(span, $"over {length}")]) } : diagnostic;
    }

    /// <summary>`24h`, `30min`: a number and its unit without a space.</summary>
    public static Diagnostic? GluedUnit(Sentence sentence, int at)
    {
        var word = sentence[at].Token.Value;
        var digits = sentence[at].Kind == TokenKind.Word && Wants(sentence, Expectation.Number, Expectation.Length, Expectation.Amount) ? UnitStart(word) : 0;
        var parted = $"{word[..digits]} {word[digits..]}";
        return digits > 0 ? Fixed(SyntaxErrors.Misspelt, sentence, sentence[at], parted, word, parted) : null;
    }

    /// <summary>`at least 50 calls`.</summary>
    public static Diagnostic? UnknownUnit(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        if (lexeme.Kind != TokenKind.Word || sentence[at - 1].Kind != TokenKind.Number || lexeme.StartsLine || lexeme.IsOneOf(Vocabulary.EndOfName) || Units.Intended(lexeme.Token.Value) is not { } unit)
        {
            return null;
        }

        return Fixed(SyntaxErrors.NoUnit, sentence, lexeme, unit, lexeme.Token.Value, $"`{unit}`");
    }

    /// <summary>`csat &lt; 2,5`.</summary>
    public static Diagnostic? DecimalComma(Sentence sentence, int at)
    {
        if (sentence[at].Kind != TokenKind.Comma || !sentence[at].IsGlued || !sentence[at + 1].IsGlued || sentence[at - 1].Kind != TokenKind.Number || sentence[at + 1].Kind != TokenKind.Number)
        {
            return null;
        }

        return Fixed(SyntaxErrors.DecimalComma, sentence, sentence[at], ".", sentence[at - 1].Token.Value, sentence[at + 1].Token.Value);
    }

    /// <summary>`disposition = "Late Fee" or "Other"`.</summary>
    public static Diagnostic? TextAlone(Sentence sentence, int at)
    {
        var text = sentence[at].Kind == TokenKind.Text ? at : at - 1;
        if (sentence[text].Kind != TokenKind.Text || !(sentence[text - 1].Is("or") || sentence[text - 1].Is("and") || sentence[text - 1].Is("if")) || !Wants(sentence, Expectation.Comparison))
        {
            return null;
        }

        var help = sentence[text - 2].Kind == TokenKind.Text && text >= 4
            ? $"List the values: {sentence.Source[sentence[text - 4].Token.Span]} in ({sentence.Source[sentence[text - 2].Token.Span]}, {sentence.Source[sentence[text].Token.Span]})"
            : "Write what it is compared with: disposition = \"Late Fee\"";
        return SyntaxErrors.TextAlone.At(sentence.Source, sentence[text].Token.Span, help);
    }

    /// <summary>`then route to Billing and notify agents`.</summary>
    public static Diagnostic? ActionsJoined(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        var follows = sentence[at - 1].Is("and") && sentence[0].IsOneOf(Vocabulary.Actions);
        return follows && lexeme.IsOneOf(Vocabulary.Actions)
            ? SyntaxErrors.ActionsJoined.At(sentence.Source, sentence[at - 1].Token.Span.To(lexeme.Token.Span), sentence.Source[lexeme.Token.Span] + " …")
            : null;
    }

    /// <summary>`baseline-100`.</summary>
    public static Diagnostic? GluedSubtraction(Sentence sentence, int at)
    {
        var word = sentence[at].Token.Value;
        if (sentence[at].Kind != TokenKind.Word || !IsGluedSubtraction(word))
        {
            return null;
        }

        var number = word["baseline-".Length..];
        return Fixed(SyntaxErrors.SubtractionGlued, sentence, sentence[at], $"baseline - {number}", word, "baseline", number);
    }

    /// <summary>`rout to Billing`, `thn route to Billing`.</summary>
    public static Diagnostic? Misspelt(Sentence sentence, int at)
    {
        var lexeme = sentence[at];
        if (lexeme.Kind != TokenKind.Word || lexeme.Token.Value.Length < 2 || lexeme.IsOneOf(Vocabulary.Reserved))
        {
            return null;
        }

        var words = sentence.Expected.SelectMany(expectation => expectation.Words);
        return DidYouMean.Nearest(lexeme.Token.Value, words) is { } word && !lexeme.Is(word)
            ? Fixed(SyntaxErrors.Misspelt, sentence, lexeme, word, lexeme.Token.Value, word)
            : null;
    }

    /// <summary>Words that are no value beside a measure: `2x`, `baseline-100`, `20min`.</summary>
    public static bool IsNoAmount(TokenInput input) =>
        input.Lexeme.Kind == TokenKind.Word && (IsFactor(input.Token.Value) || IsGluedSubtraction(input.Token.Value) || IsGluedUnit(input));

    /// <summary>`20min`.</summary>
    public static bool IsGluedUnit(TokenInput input) => input.Lexeme.Kind == TokenKind.Word && UnitStart(input.Token.Value) > 0;

    private static int UnitStart(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < word.Length && Units.IsUnit(word[digits..]) ? digits : 0;
    }

    private static bool IsGluedSubtraction(string word) =>
        word.StartsWith("baseline-", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(word["baseline-".Length]);

    private static bool Wants(Sentence sentence, params ReadOnlySpan<Expectation> expectations)
    {
        foreach (var expectation in expectations)
        {
            if (sentence.Expected.Contains(expectation))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFactor(string word) => word.Length > 1 && word[^1] is 'x' or 'X' && word[..^1].All(char.IsAsciiDigit);

    private static Diagnostic Fixed(DiagnosticDescriptor descriptor, Sentence sentence, Lexeme lexeme, string text, params object?[] arguments)
    {
        var span = lexeme.Token.Span;
        return descriptor.At(sentence.Source, span, arguments) with { Fix = new($"Write {text.Trim()}", [new TextEdit(span, text)]) };
    }
}
