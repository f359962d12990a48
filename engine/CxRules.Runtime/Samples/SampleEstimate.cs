namespace CxRules.Runtime.Samples;

/// <summary>How many there are by what a part of them showed: the middle, and the ends of the 90 % interval.</summary>
/// <param name="StandardError">√Var of the stratified estimate (Cochran 1977, 5.3).</param>
public sealed record SampleEstimate(double Low, double Mid, double High, double StandardError)
{
    /// <summary>The same for another stretch of time.</summary>
    public SampleEstimate Times(double factor) => new(Low * factor, Mid * factor, High * factor, StandardError * factor);
}
