namespace CxRules.Runtime;

/// <summary>Three-valued truth, ordered so that `and` is the minimum and `or` the maximum, as in SQL.</summary>
public enum Truth : byte
{
    False = 0,
    Unknown = 1,
    True = 2,
}

/// <summary>The connectives.</summary>
public static class TruthOperators
{
    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Not(Truth operand) => (Truth)(2 - (byte)operand);

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
