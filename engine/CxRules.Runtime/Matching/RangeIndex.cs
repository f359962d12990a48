using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>The intervals that the tests of one number field cut, each with the populations it leaves true and possible.</summary>
internal sealed class RangeIndex
{
    private readonly long[] _starts;
    private readonly ulong[] _rows;
    private readonly int _words;

    public RangeIndex(ContactField field, (int Population, RangeTest Test)[] tests, int words)
    {
        Field = field;
        _words = 2 * words;
        _starts = [.. Starts(tests).Distinct().Order()];

        // Row 0 is "missing"; row i + 1 is the interval that begins at _starts[i].
        _rows = new ulong[(_starts.Length + 1) * _words];
        Array.Fill(_rows, ulong.MaxValue);
        for (var interval = 0; interval <= _starts.Length; interval++)
        {
            foreach (var (population, test) in tests)
            {
                var outcome = interval == 0 ? test.Missing
                    : _starts[interval - 1] >= test.Low && _starts[interval - 1] <= test.High ? test.Inside : test.Outside;
                BitRow.Narrow(_rows.AsSpan(interval * _words, _words), population, outcome);
            }
        }
    }

    public ContactField Field { get; }

    /// <summary>The double row that <paramref name="value"/> leaves.</summary>
    public ReadOnlySpan<ulong> this[long value] => _rows.AsSpan(IntervalOf(value) * _words, _words);

    /// <summary>How many intervals have begun at or before the value: 0 where it is missing, as that is less than all of them.</summary>
    private int IntervalOf(long value)
    {
        var starts = _starts;
        var first = 0;
        for (var length = starts.Length; length > 0;)
        {
            var half = (length + 1) / 2;
            first = starts[first + half - 1] <= value ? first + half : first;
            length -= half;
        }

        return first;
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
