namespace CxRules.Runtime.Samples;

/// <summary>How many there are by what a part of them showed: the middle, and the ends of the 90 % interval.</summary>
/// <param name="StandardError">√Var of the stratified estimate (Cochran 1977, 5.3).</param>
public sealed record SampleEstimate(double Low, double Mid, double High, double StandardError)
{
    /// <summary>Decimals that are compared: no last binary digit decides.</summary>
    private const int Decimals = 9;

    /// <summary>How its ends stand to a number: above it (1), at it (0) or below.</summary>
    public (int Low, int High) SignsAgainst(decimal number) => (Rounded(Low).CompareTo(Rounded((double)number)), Rounded(High).CompareTo(Rounded((double)number)));

    /// <summary>The same for another stretch of time.</summary>
    public SampleEstimate Times(double factor) => new(Low * factor, Mid * factor, High * factor, StandardError * factor);

    private static double Rounded(double value) => Math.Round(value, Decimals);
}
