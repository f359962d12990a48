using System.Text;

namespace CxRules.Benchmarks.EndToEnd.Histories;

/// <summary>Codes that are drawn, each as often as its weight says.</summary>
internal sealed class WeightedCodes(IEnumerable<string> codes, double[] weights)
{
    private readonly byte[][] _codes = [.. codes.Select(Encoding.ASCII.GetBytes)];
    private readonly Wheel _wheel = new(weights);

    /// <param name="fraction">In [0, 1).</param>
    public int Pick(double fraction) => _wheel.Pick(fraction);

    public ReadOnlySpan<byte> this[int index] => _codes[index];
}

/// <summary>Draws positions by their weights.</summary>
internal sealed class Wheel
{
    private readonly double[] _ends;

    public Wheel(double[] weights)
    {
        _ends = new double[weights.Length];
        var (sum, end) = (weights.Sum(), 0.0);
        for (var i = 0; i < weights.Length; i++)
        {
            end += weights[i] / sum;
            _ends[i] = end;
        }
    }

    public int Pick(double fraction)
    {
        var found = Array.BinarySearch(_ends, fraction);
        return Math.Min(found < 0 ? ~found : found, _ends.Length - 1);
    }
}
