namespace CxRules.Language.Shapes;

/// <summary>A number within limits, thousands commas allowed.</summary>
internal sealed record NumberShape(decimal Least, decimal Most, string Example) : Shape("a number", Example)
{
    /// <summary>Also as a number of hundredths: `0.1%`.</summary>
    public bool AllowsPercent { get; init; }
}

/// <summary>A number without decimals.</summary>
internal sealed record WholeShape(int Least, int Most, string Example) : Shape("a whole number", Example);

/// <summary>A number for each of something: `52000 per month`.</summary>
/// <param name="Of">What is counted, which may be written too.</param>
internal sealed record RateShape(string Of, string Per, decimal Least, decimal Most, string Example) : Shape($"a number per {Per}", Example);

/// <summary>An amount with its currency: `3.10 GBP`, `£3.10`.</summary>
/// <param name="Per">`month`, `hour`; null for an amount by itself.</param>
/// <param name="Least">0, or the smallest amount above it that makes sense.</param>
internal sealed record MoneyShape(string? Per, decimal Least, string Example) : Shape("an amount of money", Example);
