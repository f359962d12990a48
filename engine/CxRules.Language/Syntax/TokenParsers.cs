using System.Collections.Immutable;
using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>
/// Sprache's parsers over tokens. Each is built once and kept in a field; none formats a message: what was wanted is noted in the sentence.
/// A choice is made by the next words and is final, so that no token is read twice.
/// </summary>
internal static class TokenParsers
{
    public static IResult<T> Fail<T>(TokenInput input, Expectation expectation)
    {
        input.Sentence.Expect(input.Position, expectation);
        return Result.Failure<T>();
    }

    public static Parser<T> Wanted<T>(Expectation expectation) => input => Fail<T>((TokenInput)input, expectation);

    public static Parser<Token> Satisfy(Func<TokenInput, bool> holds, Expectation expectation) => input =>
    {
        var at = (TokenInput)input;
        return !at.AtEnd && holds(at) ? at : Fail<Token>(at, expectation);
    };

    public static Parser<Token> Word(string word) => Satisfy(input => input.Lexeme.Is(word), Expectation.Keyword(word));

    /// <param name="shown">The word with what follows it, as a message names them.</param>
    public static Parser<Token> Word(string word, string shown) => Satisfy(input => input.Lexeme.Is(word), new(shown, word));

    public static Parser<Token> Kind(TokenKind kind, Expectation expectation) => Satisfy(input => input.Lexeme.Kind == kind, expectation);

    public static Parser<TResult> Map<T, TResult>(Parser<T> parser, Func<T, TResult> make) => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? Result.Success(make(result.Value), result.Remainder) : Result.Failure<TResult>();
    };

    public static Parser<TResult> Sequence<T1, T2, TResult>(Parser<T1> first, Parser<T2> second, Func<T1, T2, TResult> make) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var two = second(one.Remainder);
        return two.WasSuccessful ? Result.Success(make(one.Value, two.Value), two.Remainder) : Result.Failure<TResult>();
    };

    public static Parser<TResult> Sequence<T1, T2, T3, TResult>(Parser<T1> first, Parser<T2> second, Parser<T3> third, Func<T1, T2, T3, TResult> make) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var two = second(one.Remainder);
        if (!two.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var three = third(two.Remainder);
        return three.WasSuccessful ? Result.Success(make(one.Value, two.Value, three.Value), three.Remainder) : Result.Failure<TResult>();
    };

    public static Parser<TResult> Sequence<T1, T2, T3, T4, TResult>(Parser<T1> first, Parser<T2> second, Parser<T3> third, Parser<T4> fourth, Func<T1, T2, T3, T4, TResult> make) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var two = second(one.Remainder);
        if (!two.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var three = third(two.Remainder);
        if (!three.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var four = fourth(three.Remainder);
        return four.WasSuccessful ? Result.Success(make(one.Value, two.Value, three.Value, four.Value), four.Remainder) : Result.Failure<TResult>();
    };

    public static Parser<TResult> Sequence<T1, T2, T3, T4, T5, TResult>(
        Parser<T1> first,
        Parser<T2> second,
        Parser<T3> third,
        Parser<T4> fourth,
        Parser<T5> fifth,
        Func<T1, T2, T3, T4, T5, TResult> make) => input =>
    {
        var one = first(input);
        if (!one.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var two = second(one.Remainder);
        if (!two.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var three = third(two.Remainder);
        if (!three.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var four = fourth(three.Remainder);
        if (!four.WasSuccessful)
        {
            return Result.Failure<TResult>();
        }

        var five = fifth(four.Remainder);
        return five.WasSuccessful ? Result.Success(make(one.Value, two.Value, three.Value, four.Value, five.Value), five.Remainder) : Result.Failure<TResult>();
    };

    /// <summary>Operands with signs between them, joined from the left. One without a sign behind it is what it is.</summary>
    public static Parser<T> Chain<T>(Parser<T> operand, Parser<Token> sign, Func<T, Token, T, T> join) => input =>
    {
        var left = operand(input);
        while (left.WasSuccessful && sign(left.Remainder) is { WasSuccessful: true } token && operand(token.Remainder) is { WasSuccessful: true } right)
        {
            left = Result.Success(join(left.Value, token.Value, right.Value), right.Remainder);
        }

        return left;
    };

    /// <summary>Operands with a word between them, joined all at once. One without the word behind it is what it is.</summary>
    public static Parser<T> Joined<T>(Parser<T> operand, Parser<Token> word, Func<ImmutableArray<T>, T> join) => input =>
    {
        var last = operand(input);
        List<T>? operands = null;
        while (last.WasSuccessful && word(last.Remainder) is { WasSuccessful: true } joint && operand(joint.Remainder) is { WasSuccessful: true } next)
        {
            (operands ??= [last.Value]).Add(next.Value);
            last = next;
        }

        return operands is null ? last : Result.Success(join([.. operands]), last.Remainder);
    };

    /// <summary>As many prefixes as there are, the last of them the innermost.</summary>
    public static Parser<T> Prefixed<T>(Parser<Token> prefix, Parser<T> operand, Func<Token, T, T> apply)
    {
        return Read;

        IResult<T> Read(IInput input)
        {
            var token = prefix(input);
            return token.WasSuccessful ? Behind(token) : operand(input);
        }

        IResult<T> Behind(IResult<Token> token)
        {
            var inner = Read(token.Remainder);
            return inner.WasSuccessful ? Result.Success(apply(token.Value, inner.Value), inner.Remainder) : inner;
        }
    }

    /// <summary>The first parser whose condition holds here, for better or worse.</summary>
    public static Parser<T> Choose<T>(Parser<T> otherwise, params (Func<TokenInput, bool> Holds, Parser<T> Parser)[] cases) => input =>
    {
        var at = (TokenInput)input;
        foreach (var (holds, parser) in cases)
        {
            if (holds(at))
            {
                return parser(input);
            }
        }

        return otherwise(input);
    };

    /// <summary>The parser of the word that stands here, for better or worse.</summary>
    public static Parser<T> ByWord<T>(IReadOnlyDictionary<string, Parser<T>> parsers, Parser<T> otherwise) => input =>
    {
        var lexeme = ((TokenInput)input).Lexeme;
        return lexeme.Kind == TokenKind.Word && parsers.TryGetValue(lexeme.Token.Value, out var parser) ? parser(input) : otherwise(input);
    };

    /// <summary>Null where the parser fails, however far it came: what was wanted there stays noted.</summary>
    public static Parser<T?> OrNull<T>(Parser<T> parser)
        where T : class => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? result! : Result.Success<T?>(null, input);
    };

    public static Parser<T?> OrNothing<T>(Parser<T> parser)
        where T : struct => input =>
    {
        var result = parser(input);
        return result.WasSuccessful ? Result.Success<T?>(result.Value, result.Remainder) : Result.Success<T?>(null, input);
    };

    /// <summary>What the parser makes of everything that is left.</summary>
    /// <param name="expectation">What there may be, where more follows.</param>
    public static Parser<T> Alone<T>(Parser<T> parser, Expectation expectation) => input =>
    {
        var result = parser(input);
        return !result.WasSuccessful || result.Remainder.AtEnd ? result : Fail<T>((TokenInput)result.Remainder, expectation);
    };
}
