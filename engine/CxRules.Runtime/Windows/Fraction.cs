using System.Numerics;

namespace CxRules.Runtime.Windows;

/// <summary>A quotient that is not divided out: where two numbers look equal, no rounded digit decides which is larger.</summary>
internal readonly struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _over;
    private readonly BigInteger _under;

    /// <param name="under">Above 0.</param>
    private Fraction(BigInteger over, BigInteger under) => (_over, _under) = (over, under);

    public static implicit operator Fraction(decimal number)
    {
        var bits = decimal.GetBits(number);
        var whole = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return new(number < 0 ? -whole : whole, BigInteger.Pow(10, number.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) => left._under == right._under
        ? new(left._over + right._over, left._under)
        : new((left._over * right._under) + (right._over * left._under), left._under * right._under);

    public static Fraction operator *(Fraction left, Fraction right) => new(left._over * right._over, left._under * right._under);

    /// <param name="right">Above 0.</param>
    public static Fraction operator /(Fraction left, Fraction right) => new(left._over * right._under, left._under * right._over);

    public int CompareTo(Fraction other) => (_over * other._under).CompareTo(other._over * _under);

    /// <summary>The largest whole number that is not above it.</summary>
    public long Floor()
    {
        var whole = BigInteger.DivRem(_over, _under, out var rest);
        return (long)(rest < 0 ? whole - 1 : whole);
    }

    /// <summary>The smallest whole number that is not below it.</summary>
    public long Ceiling() => -new Fraction(-_over, _under).Floor();
}
