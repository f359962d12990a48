using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>The intervals that the tests of one number field cut, each with the populations it leaves true and possible.</summary>
internal sealed class RangeIndex
{
    private const int AtOnce = 4;
    private const int Few = 4 * AtOnce;

    /// <summary>In rising order, filled up to a multiple of <see cref="AtOnce"/>.</summary>
    private readonly long[] _starts;

    private readonly int _count;
    private readonly int _words;

    public RangeIndex(ContactField field, (int Population, RangeTest Test)[] tests, int words)
    {
        Field = field;
        _words = 2 * words;
        long[] starts = [.. Starts(tests).Distinct().Order()];

        // Row 0 is "missing"; row i + 1 is the interval that begins at starts[i].
        Rows = new ulong[(starts.Length + 1) * _words];
        Array.Fill(Rows, ulong.MaxValue);
        for (var interval = 0; interval <= starts.Length; interval++)
        {
            foreach (var (population, test) in tests)
            {
                var outcome = interval == 0 ? test.Missing
                    : starts[interval - 1] >= test.Low && starts[interval - 1] <= test.High ? test.Inside : test.Outside;
                BitRow.Narrow(Rows.AsSpan(interval * _words, _words), population, outcome);
            }
        }

        _count = starts.Length;
        _starts = new long[(_count + AtOnce - 1) / AtOnce * AtOnce];
        Array.Fill(_starts, long.MaxValue);
        starts.CopyTo(_starts, 0);
    }

    public ContactField Field { get; }

    /// <summary>The double rows of all intervals.</summary>
    public ulong[] Rows { get; }

    /// <summary>Where in <see cref="Rows"/> the double row starts that a value leaves.</summary>
    public int StartOf(long value) => IntervalOf(value) * _words;

    /// <summary>How many intervals have begun at or before the value: 0 where it is missing, as that is less than all of them.</summary>
    private int IntervalOf(long value)
    {
        var starts = _starts.AsSpan();
        var begun = 0;
        while (starts.Length > Few)
        {
            var half = starts.Length / (2 * AtOnce) * AtOnce;
            if (starts[half - 1] > value)
            {
                starts = starts[..half];
            }
            else
            {
                starts = starts[half..];
                begun += half;
            }
        }

        // All compared at once: guessing which way a comparison goes costs more than making it.
        var sought = Vector256.Create(value);
        ref var first = ref MemoryMarshal.GetReference(starts);
        for (var i = 0; i < starts.Length; i += AtOnce)
        {
            begun += AtOnce - BitOperations.PopCount(Vector256.GreaterThan(Vector256.LoadUnsafe(ref first, (nuint)i), sought).ExtractMostSignificantBits());
        }

        return Math.Min(begun, _count);
    }

    private static IEnumerable<long> Starts((int Population, RangeTest Test)[] tests)
    {
        yield return FieldScale.Missing + 1;
        foreach (var (_, test) in tests)
        {
            yield return Math.Max(test.Low, FieldScale.Missing + 1);
            if (test.High < long.MaxValue)
            {
                yield return test.High + 1;
            }
        }
    }
}
