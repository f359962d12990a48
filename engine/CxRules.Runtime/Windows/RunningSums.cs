using System.Runtime.InteropServices;

namespace CxRules.Runtime.Windows;

/// <summary>Sums over the units of a timeline, of which any window is a difference. Where few units have something, those alone are kept.</summary>
internal sealed class RunningSums
{
    /// <summary>A unit that is kept by itself takes 12 bytes instead of 8, and a search.</summary>
    private const int SparseOf = 8;

    /// <summary>The units that have something, ascending; null: all have a sum.</summary>
    private readonly int[]? _units;

    /// <summary>Before each unit, and at the end.</summary>
    private readonly long[] _sums;

    private RunningSums(int[]? units, long[] sums) => (_units, _sums) = (units, sums);

    public long Total => _sums[^1];

    /// <summary>Lays values out on a timeline.</summary>
    /// <param name="length">How many units there are.</param>
    /// <param name="values">In any order; a unit may stand more than once. It is sorted.</param>
    public static RunningSums Of(int length, List<(int Unit, long Value)> values) => values.Count < length / SparseOf ? Sparse(values) : Dense(length, values);

    /// <summary>Over the units [start, end).</summary>
    public long Between(int start, int end) => Before(end) - Before(start);

    /// <summary>The units that have something, ascending.</summary>
    public IEnumerable<int> Units => _units ?? Enumerable.Range(0, _sums.Length - 1).Where(unit => _sums[unit + 1] != _sums[unit]);

    /// <summary>False where no window of so many units has a sum as large; true where one has, or may have.</summary>
    public bool MayReach(long sum, int span)
    {
        if (_units is null || sum <= 0 || Total < sum)
        {
            return Total >= sum;
        }

        var first = 0;
        for (var last = 0; last < _units.Length; last++)
        {
            while (_units[last] - _units[first] >= span)
            {
                first++;
            }

            if (_sums[last + 1] - _sums[first] >= sum)
            {
                return true;
            }
        }

        return false;
    }

    private static RunningSums Dense(int length, List<(int Unit, long Value)> values)
    {
        var sums = new long[length + 1];
        foreach (var (unit, value) in values)
        {
            sums[unit + 1] += value;
        }

        for (var i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
        }

        return new(null, sums);
    }

    private static RunningSums Sparse(List<(int Unit, long Value)> values)
    {
        var sorted = CollectionsMarshal.AsSpan(values);
        sorted.Sort(static (left, right) => left.Unit.CompareTo(right.Unit));
        var count = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            count += i == 0 || sorted[i].Unit != sorted[i - 1].Unit ? 1 : 0;
        }

        var (units, sums) = (new int[count], new long[count + 1]);
        var place = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i].Unit != sorted[i - 1].Unit)
            {
                sums[place + 1] = sums[place];
                units[place++] = sorted[i].Unit;
            }

            sums[place] += sorted[i].Value;
        }

        return new(units, sums);
    }

    private long Before(int unit)
    {
        if (_units is null)
        {
            return _sums[unit];
        }

        var (low, high) = (0, _units.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _units[middle] < unit ? (middle + 1, high) : (low, middle);
        }

        return _sums[low];
    }
}
