using System.Collections.Frozen;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>Operators in all their forms: `=`, `is`, `is not`, `is at least`, `above` …</summary>
internal static class OperatorGrammar
{
    private static readonly FrozenDictionary<TokenKind, OperatorKind> Symbols = new Dictionary<TokenKind, OperatorKind>
    {
        [TokenKind.Equal] = OperatorKind.Equal,
        [TokenKind.NotEqual] = OperatorKind.NotEqual,
        [TokenKind.Less] = OperatorKind.Less,
        [TokenKind.LessOrEqual] = OperatorKind.LessOrEqual,
        [TokenKind.Greater] = OperatorKind.Greater,
        [TokenKind.GreaterOrEqual] = OperatorKind.GreaterOrEqual,
    }.ToFrozenDictionary();

    private static readonly (string[] Words, OperatorKind Kind)[] Phrases =
    [
        (["is", "not", "in"], OperatorKind.NotIn),
        (["is", "in"], OperatorKind.In),
        (["not", "in"], OperatorKind.NotIn),
        (["in"], OperatorKind.In),
        .. Compared("above", OperatorKind.Greater),
        .. Compared("below", OperatorKind.Less),
        .. Compared("at least", OperatorKind.GreaterOrEqual),
        .. Compared("at most", OperatorKind.LessOrEqual),
        .. Compared("more than", OperatorKind.Greater),
        .. Compared("greater than", OperatorKind.Greater),
        .. Compared("less than", OperatorKind.Less),
        .. Compared("fewer than", OperatorKind.Less),
        (["is", "not"], OperatorKind.NotEqual),
        (["is"], OperatorKind.Equal),
    ];

    private static readonly FrozenSet<string> FirstWords = Phrases.Select(phrase => phrase.Words[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words that operators are made of.</summary>
    public static IEnumerable<string> Words => Phrases.SelectMany(phrase => phrase.Words).Distinct();

    /// <summary>`at least`, `more than` …: the operators of several words that a condition can begin with.</summary>
    public static IEnumerable<string> Quantities =>
        Phrases.Where(phrase => phrase is { Words: [not "is", _], Kind: not (OperatorKind.In or OperatorKind.NotIn) }).Select(phrase => string.Join(' ', phrase.Words));

    /// <summary>Any operator.</summary>
    public static readonly Parser<OperatorSyntax> Operator = input => At((TokenInput)input) is ({ } found, var length)
        ? Result.Success(found, Skip((TokenInput)input, length))
        : Fail<OperatorSyntax>((TokenInput)input, Expectation.Comparison);

    /// <summary>All forms in signs.</summary>
    public static IEnumerable<(string Sign, OperatorKind Kind)> InSigns =>
        LexerSymbols.Own.Where(symbol => Symbols.ContainsKey(symbol.Kind)).Select(symbol => (symbol.Written, Symbols[symbol.Kind]));

    /// <summary>All forms in words, the longer ones of two that begin alike first.</summary>
    public static IEnumerable<(string Words, OperatorKind Kind)> InWords => Phrases.Select(phrase => (string.Join(' ', phrase.Words), phrase.Kind));

    public static bool Stands(TokenInput input) => At(input) is not null;

    public static bool StandsForList(TokenInput input) => At(input) is { Operator.Kind: OperatorKind.In or OperatorKind.NotIn };

    /// <summary>`at least`, `at most`, `more than`, `fewer than`, `less than` as the first words of a condition.</summary>
    public static bool BeginsQuantity(TokenInput input) => !input.Lexeme.Is("is") && At(input) is { Length: 2, Operator.Kind: not (OperatorKind.In or OperatorKind.NotIn) };

    /// <summary>`in the last 7 days` is no list.</summary>
    public static bool BeginsSpan(TokenInput input) => input.Lexeme.Is("in") && (input.Peek(1).Is("the") || input.Peek(1).Is("last") || input.Peek(1).Is("past"));

    private static (OperatorSyntax Operator, int Length)? At(TokenInput input)
    {
        if (Symbols.TryGetValue(input.Lexeme.Kind, out var kind))
        {
            return (new(input.Token.Span, kind), 1);
        }

        if (!input.Lexeme.IsOneOf(FirstWords) || BeginsSpan(input))
        {
            return null;
        }

        foreach (var (words, phrase) in Phrases)
        {
            if (Stand(input, words))
            {
                return (new(input.Token.Span.To(input.Peek(words.Length - 1).Token.Span), phrase), words.Length);
            }
        }

        return null;
    }

    private static bool Stand(TokenInput input, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!input.Peek(i).Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static TokenInput Skip(TokenInput input, int count)
    {
        for (; count > 0; count--)
        {
            input = input.Next;
        }

        return input;
    }

    /// <summary>With `is` and without.</summary>
    private static (string[] Words, OperatorKind Kind)[] Compared(string words, OperatorKind kind) => [(["is", .. words.Split(' ')], kind), (words.Split(' '), kind)];
}
