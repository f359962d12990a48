using Sprache;

namespace CxRules.Language.Syntax;

/// <summary>Results of parsers over tokens. Sprache's own carry messages, which nobody reads here: what was wanted is noted in the sentence.</summary>
internal static class Result
{
    private static readonly string[] s_nothing = [];

    public static IResult<T> Success<T>(T value, IInput remainder) => new Match<T>(value, remainder);

    /// <summary>One for all places: where a parser stopped is noted in the sentence.</summary>
    public static IResult<T> Failure<T>() => Miss<T>.Instance;

    private sealed class Match<T>(T value, IInput remainder) : IResult<T>
    {
        public T Value => value;

        public bool WasSuccessful => true;

        public string Message => string.Empty;

        public IEnumerable<string> Expectations => s_nothing;

        public IInput Remainder => remainder;
    }

    private sealed class Miss<T> : IResult<T>
    {
        public static readonly Miss<T> Instance = new();

        public T Value => throw new InvalidOperationException("A parser that failed has no value.");

        public bool WasSuccessful => false;

        public string Message => string.Empty;

        public IEnumerable<string> Expectations => s_nothing;

        public IInput Remainder => throw new InvalidOperationException("A parser that failed has no remainder.");
    }
}
