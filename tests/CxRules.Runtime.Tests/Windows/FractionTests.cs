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

    /// <summary>Whole numbers of one, two and three words of 32 bits, and digits behind the point, as products of small ones.</summary>
    [Theory]
    [InlineData("4294967296", "65536 65536")]
    [InlineData("18446744069414584320", "4294967295 65536 65536")]
    [InlineData("18446744073709551616", "65536 65536 65536 65536")]
    [InlineData("79228162514264337593543950335", "3 3 5 7 13 17 97 193 241 257 673 65537 22253377")]
    [InlineData("-79228162514264337593543950335", "3 3 5 7 13 17 97 -193 241 257 673 65537 22253377")]
    [InlineData("7922816251426433759354395033.5", "0.3 3 5 7 13 17 97 193 241 257 673 65537 22253377")]
    [InlineData("0.125", "0.5 0.25")]
    [InlineData("-0.03", "0.1 -0.3")]
    [InlineData("0.03", "-0.1 -0.3")]
    [InlineData("0", "0 -0.3")]
    public void Product_OfNumbers_IsExact(string expected, string factors)
    {
        var product = factors.Split(' ').Select(factor => (Fraction)Of(factor)).Aggregate((left, right) => left * right);
        Assert.Equal(0, product.CompareTo(Of(expected)));
        Assert.Equal(0, ((Fraction)Of(expected)).CompareTo(product));

        // A number next to it is another one.
        Assert.True(product.CompareTo(product + Of("0.0000000000000000000000000001")) < 0);
        Assert.True((product + -1m).CompareTo(product) < 0);
    }

    [Theory]
    [InlineData("7.5", "0.25", "30")]
    [InlineData("-7.5", "0.25", "-30")]
    [InlineData("0.3", "0.1", "3")]
    [InlineData("0.03", "12", "0.0025")]
    [InlineData("0", "0.7", "0")]
    [InlineData("1", "0.0000000000000000000000000001", "10000000000000000000000000000")]
    [InlineData("79228162514264337593543950335", "0.5", "79228162514264337593543950335 79228162514264337593543950335")]
    public void Quotient_OfNumbers_IsExact(string over, string under, string terms) =>
        Assert.Equal(0, ((Fraction)Of(over) / Of(under)).CompareTo(Sum(terms)));

    [Theory]
    [InlineData("0.1 0.02 0.003", "0.123")]
    [InlineData("-0.1 0.02", "-0.08")]
    [InlineData("0.5 0.50", "1")]
    [InlineData("39614081257132168796771975167 0.5 0.25 0.25", "39614081257132168796771975168")]
    [InlineData("7922816251426433759354395033.5 -7922816251426433759354395033.4", "0.1")]
    public void Sum_OfNumbers_IsExact(string terms, string expected) => Assert.Equal(0, Sum(terms).CompareTo(Of(expected)));

    /// <summary>Numbers of up to 96 bits with a point anywhere, against what decimals know exactly: which of two is larger, and its whole part.</summary>
    [Fact]
    public void Fraction_OfARandomDecimal_IsThatNumber()
    {
        var random = new Random(5);
        for (var time = 0; time < 2000; time++)
        {
            var (left, right) = (Any(random), Any(random));
            Assert.Equal(left.CompareTo(right), Math.Sign(((Fraction)left).CompareTo(right)));
            Assert.Equal(0, ((Fraction)left + right + -right).CompareTo(left));
            Assert.Equal(0, ((Fraction)left * right / Math.Max(1, Math.Abs(right))).CompareTo(Math.Abs(right) > 1 ? Math.Sign(right) * left : (Fraction)right * left));
            if (Math.Abs(left) < long.MaxValue)
            {
                Assert.Equal((decimal.Floor(left), decimal.Ceiling(left)), (((Fraction)left).Floor(), ((Fraction)left).Ceiling()));
            }
        }
    }

    private static decimal Any(Random random) =>
        new(Word(random), Word(random), Word(random), random.Next(2) == 0, (byte)random.Next(29));

    /// <summary>None of a word's bits as often as some.</summary>
    private static int Word(Random random) => random.Next(2) == 0 ? 0 : random.Next(int.MinValue, int.MaxValue);

    private static Fraction Sum(string terms) => terms.Split(' ').Select(term => (Fraction)Of(term)).Aggregate((left, right) => left + right);

    private static Fraction Quotient(int over, int under) => (Fraction)(decimal)over / under;

    private static decimal Of(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
}
