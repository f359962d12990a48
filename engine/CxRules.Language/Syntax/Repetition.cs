using Sprache;

namespace CxRules.Language.Syntax;

internal static class Repetition
{
    /// <summary>As often as the parser succeeds; each time it uses up a token. Most often that is never, which then costs no list.</summary>
    public static Parser<IReadOnlyList<T>> Many<T>(this Parser<T> parser) => input =>
    {
        List<T>? values = null;
        for (var result = parser(input); result.WasSuccessful; result = parser(input))
        {
            (values ??= []).Add(result.Value);
            input = result.Remainder;
        }

        return Result.Success<IReadOnlyList<T>>(values is null ? [] : values, input);
    };
}
