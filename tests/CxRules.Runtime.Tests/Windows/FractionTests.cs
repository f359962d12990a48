using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Windows;

public sealed class FractionTests
{
    [Theory]
    [InlineData("10", "3", "3", "10")]
    [InlineData("-7.5", "2", "4", "-15")]
    [InlineData("79228162514264337593543950335", "7", "7", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "3", "3", "0.0000000000000000000000000001")]
    public void Fraction_DividedAndMultiplied_IsWhatItWas(string over, string under, string factor, string expected) =>
        Assert.Equal(0, ((Fraction)Of(over) / Of(under) * Of(factor)).CompareTo(Of(expected)));

    [Theory]
    [InlineData(1, 3, 1, 3, 2, 3)]
    [InlineData(1, 2, 1, 3, 5, 6)]
    [InlineData(-1, 4, 1, 4, 0, 1)]
    public void Sum_OfTwo_IsExact(int over, int under, int otherOver, int otherUnder, int sumOver, int sumUnder) =>
        Assert.Equal(0, (Quotient(over, under) + Quotient(otherOver, otherUnder)).CompareTo(Quotient(sumOver, sumUnder)));

    [Theory]
    [InlineData(10, 3, 3, 4)]
    [InlineData(9, 3, 3, 3)]
    [InlineData(-10, 3, -4, -3)]
    [InlineData(-9, 3, -3, -3)]
    [InlineData(0, 5, 0, 0)]
    public void WholeNumbers_AroundAFraction_AreTheNearest(int over, int under, long floor, long ceiling)
    {
        Assert.Equal(floor, Quotient(over, under).Floor());
        Assert.Equal(ceiling, Quotient(over, under).Ceiling());
    }

    [Fact]
    public void Comparison_OfWhatDecimalsCannotTellApart_IsExact()
    {
        var third = Quotient(1, 3);

        Assert.True(third.CompareTo(1m / 3) > 0);
        Assert.True(((Fraction)(1m / 3)).CompareTo(third) < 0);
    }

    private static Fraction Quotient(int over, int under) => (Fraction)(decimal)over / under;

    private static decimal Of(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
