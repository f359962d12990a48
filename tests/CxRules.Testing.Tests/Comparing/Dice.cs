namespace CxRules.Testing.Tests.Comparing;

/// <summary>A seeded source of choices; each part of a scenario has its own, so that dropping one leaves the others as they were.</summary>
internal sealed class Dice(int seed, int part)
{
    private readonly Random _random = new(unchecked((seed * 397) ^ (part * 7919)));

    public bool Is(double probability) => _random.NextDouble() < probability;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public double Real() => _random.NextDouble();

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>A Poisson count (Knuth).</summary>
    public int Count(double mean)
    {
        var limit = Math.Exp(-Math.Min(mean, 500));
        var product = _random.NextDouble();
        var count = 0;
        for (; product > limit; count++)
        {
            product *= _random.NextDouble();
        }

        return count;
    }

    public void Shuffle<T>(Span<T> items) => _random.Shuffle(items);
}
