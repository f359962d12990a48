using System.Numerics;

namespace CxRules.Testing.Tests.Naive;

/// <summary>An exact number: what is compared with a threshold has no rounded digit.</summary>
internal readonly record struct NaiveQuotient(BigInteger Top, BigInteger Bottom) : IComparable<NaiveQuotient>
{
    public static NaiveQuotient Of(decimal number)
    {
        var bottom = BigInteger.One;
        while (number != decimal.Truncate(number))
        {
            number *= 10;
            bottom *= 10;
        }

        return new((BigInteger)number, bottom);
    }

    public static NaiveQuotient operator +(NaiveQuotient left, NaiveQuotient right) => new((left.Top * right.Bottom) + (right.Top * left.Bottom), left.Bottom * right.Bottom);

    public static NaiveQuotient operator *(NaiveQuotient left, NaiveQuotient right) => new(left.Top * right.Top, left.Bottom * right.Bottom);

    public static NaiveQuotient operator /(NaiveQuotient left, NaiveQuotient right) => left * new NaiveQuotient(right.Bottom, right.Top);

    public static NaiveQuotient Sum(IEnumerable<NaiveQuotient> numbers) => numbers.Aggregate(Of(0), (sum, number) => sum + number);

    public static NaiveQuotient Mean(IReadOnlyCollection<NaiveQuotient> numbers) => Sum(numbers) / Of(numbers.Count);

    public static NaiveQuotient Median(IEnumerable<NaiveQuotient> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : Mean([sorted[(sorted.Count / 2) - 1], sorted[sorted.Count / 2]]);
    }

    /// <summary>Both are above 0 below the line.</summary>
    public int CompareTo(NaiveQuotient other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    /// <summary>To 15 decimals.</summary>
    public decimal ToDecimal()
    {
        const decimal places = 1e15m;
        return (decimal)(Top * (BigInteger)places / Bottom) / places;
    }
}
