using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Compiler.Lowering;

/// <summary>A comparison with a constant as an interval of stored values, ends included.</summary>
/// <param name="Inside">False for `≠`: true outside.</param>
internal readonly record struct Interval(long Low, long High, bool Inside)
{
    private const long Least = FieldScale.Missing + 1;

    private static readonly Interval Nothing = new(1, 0, true);

    private static readonly Dictionary<Comparison, Func<long, Interval>> ByComparison = new()
    {
        [Comparison.Equal] = value => new(value, value, true),
        [Comparison.NotEqual] = value => new(value, value, false),
        [Comparison.Less] = value => value <= Least ? Nothing : new(Least, value - 1, true),
        [Comparison.LessOrEqual] = value => new(Least, value, true),
        [Comparison.Greater] = value => value == long.MaxValue ? Nothing : new(value + 1, long.MaxValue, true),
        [Comparison.GreaterOrEqual] = value => new(value, long.MaxValue, true),
    };

    public static Interval Of(BoundNumber number) => ByComparison[number.Comparison](number.Value);
}
