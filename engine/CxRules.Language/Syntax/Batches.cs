namespace CxRules.Language.Syntax;

/// <summary>Reads many things that know nothing of each other side by side, a batch at a time. For a few, starting threads costs more.</summary>
internal static class Batches
{
    /// <summary>What was read of each batch, in order.</summary>
    /// <param name="size">Things in a batch; up to twice as many are read on the caller's thread.</param>
    public static T[] Read<T>(int count, int size, Func<TokenRange, T> read)
    {
        if (count <= 2 * size)
        {
            return [read(new(0, count))];
        }

        var results = new T[(count + size - 1) / size];
        Parallel.For(0, results.Length, batch => results[batch] = read(new(batch * size, Math.Min(count, (batch + 1) * size))));
        return results;
    }
}
