using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>The intervals that the tests of one number field cut, each with the populations it leaves true and possible.</summary>
internal sealed class RangeIndex
{
    private readonly long[] _starts;
    private readonly ulong[] _truth;
    private readonly ulong[] _possible;
    private readonly int _words;

    public RangeIndex(ContactField field, (int Population, RangeTest Test)[] tests, int words)
    {
        Field = field;
        _words = words;
        _starts = [.. Starts(tests).Distinct().Order()];

        // Row 0 is "missing"; row i + 1 is the interval that begins at _starts[i].
        _truth = new ulong[(_starts.Length + 1) * words];
        _possible = new ulong[_truth.Length];
        Array.Fill(_truth, ulong.MaxValue);
        Array.Fill(_possible, ulong.MaxValue);
        for (var interval = 0; interval <= _starts.Length; interval++)
        {
            foreach (var (population, test) in tests)
            {
                var outcome = interval == 0 ? test.Missing
                    : _starts[interval - 1] >= test.Low && _starts[interval - 1] <= test.High ? test.Inside : test.Outside;
                BitRow.Narrow(_truth.AsSpan(interval * words, words), _possible.AsSpan(interval * words, words), population, outcome);
            }
        }
    }

    public ContactField Field { get; }

    /// <summary>Narrows both rows to what <paramref name="value"/> allows.</summary>
    public void Narrow(long value, Span<ulong> truth, Span<ulong> possible)
    {
        var interval = 0;
        if (value != FieldScale.Missing)
        {
            var found = Array.BinarySearch(_starts, value);
            interval = found >= 0 ? found + 1 : ~found;
        }

        BitRow.And(truth, _truth.AsSpan(interval * _words, _words));
        BitRow.And(possible, _possible.AsSpan(interval * _words, _words));
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
