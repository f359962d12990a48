using System.Globalization;

namespace CxRules.Model.Money;

/// <summary>Money: a decimal and its currency. Two currencies never add up.</summary>
/// <param name="Currency">ISO 4217, upper case.</param>
public readonly record struct Amount(decimal Value, string Currency)
{
    public static Amount operator +(Amount left, Amount right) => left.Currency == right.Currency
        ? left with { Value = left.Value + right.Value }
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not add up.");

    public static Amount Add(Amount left, Amount right) => left + right;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.00} {Currency}");
}

/// <summary>A cost with the ends of its 90 % interval; low ≤ mid ≤ high, all in one currency.</summary>
public readonly record struct CostRange(decimal Low, decimal Mid, decimal High, string Currency)
{
    public static CostRange operator +(CostRange left, CostRange right) => left.Currency == right.Currency
        ? new(left.Low + right.Low, left.Mid + right.Mid, left.High + right.High, left.Currency)
        : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not add up.");

    public static CostRange Add(CostRange left, CostRange right) => left + right;
}
