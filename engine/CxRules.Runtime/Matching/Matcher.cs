using System.Collections.Immutable;
using System.Numerics;
using CxRules.Model.Contacts;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Matching;

/// <summary>
/// Finds the populations of a row: an AND of the bit rows that its codes and numbers leave, then the remaining test of each candidate.
/// </summary>
internal sealed class Matcher
{
    private readonly CategoryIndex[] _categories;
    private readonly RangeIndex[] _ranges;
    private readonly RowTest?[] _rest;
    private readonly ulong[] _all;
    private readonly ulong[] _hasRest;

    /// <summary>Null where all records are contacts.</summary>
    private readonly RecordKinds? _kinds;

    /// <summary>The double row of the populations that say themselves which kinds they are about.</summary>
    private readonly ulong[] _asksKind;
    private readonly ulong[] _both;
    private readonly int[][] _codes;
    private readonly long[][] _values;

    /// <summary>For each index, categories first, the double rows it has, and where that of the contact starts.</summary>
    private readonly ulong[][] _rows;
    private readonly int[] _starts;
    private ContactBatch? _batch;

    public Matcher(ImmutableArray<PopulationPlan> populations, ContactDictionaries dictionaries)
    {
        Words = BitRow.WordsFor(populations.Length);
        _all = new ulong[2 * Words];
        _both = new ulong[2 * Words];
        _kinds = RecordKinds.Of(dictionaries);
        _asksKind = new ulong[2 * Words];
        var hasRest = new ulong[Words];
        _rest = new RowTest?[populations.Length];
        for (var population = 0; population < populations.Length; population++)
        {
            BitRow.Set(_all.AsSpan(0, Words), population);
            BitRow.Set(_all.AsSpan(Words), population);
            if (populations[population].AsksKind)
            {
                BitRow.Set(_asksKind.AsSpan(0, Words), population);
                BitRow.Set(_asksKind.AsSpan(Words), population);
            }

            if (populations[population].Rest is { } factory)
            {
                _rest[population] = factory(dictionaries);
                BitRow.Set(hasRest, population);
            }
        }

        _hasRest = BitRow.Compact(hasRest);

        var indexed = populations.Select((plan, index) => (plan, index)).ToList();
        _categories = [.. indexed
            .SelectMany(entry => entry.plan.Codes.Select(test => (Population: entry.index, Test: test)))
            .GroupBy(entry => entry.Test.Field)
            .OrderBy(tests => tests.Key.Ordinal)
            .Select(tests => new CategoryIndex(tests.Key, dictionaries[tests.Key], [.. tests], Words))];
        _ranges = [.. indexed
            .SelectMany(entry => entry.plan.Ranges.Select(test => (Population: entry.index, Test: test)))
            .GroupBy(entry => entry.Test.Field)
            .OrderBy(tests => tests.Key.Ordinal)
            .Select(tests => new RangeIndex(tests.Key, [.. tests], Words))];
        _codes = new int[_categories.Length][];
        _values = new long[_ranges.Length][];
        _rows = [.. _categories.Select(index => index.Rows), .. _ranges.Select(index => index.Rows)];
        _starts = new int[_rows.Length];
    }

    /// <summary>Words of a bit row.</summary>
    public int Words { get; }

    /// <summary>The populations that hold the row that was matched last.</summary>
    public Span<ulong> Truth => _both.AsSpan(0, Words);

    /// <summary>Those that hold it or may.</summary>
    public Span<ulong> Possible => _both.AsSpan(Words);

    /// <summary>Finds the populations of a row.</summary>
    public void Match(ContactBatch batch, int row)
    {
        if (batch != _batch)
        {
            Bind(batch);
        }

        for (var i = 0; i < _categories.Length; i++)
        {
            _starts[i] = _categories[i].StartOf(_codes[i][row]);
            _rows[i] = _categories[i].Rows;
        }

        for (var i = 0; i < _ranges.Length; i++)
        {
            _starts[_categories.Length + i] = _ranges[i].StartOf(_values[i][row]);
        }

        var both = _both.AsSpan();
        BitRow.And(both, _all, _rows, _starts);
        if (_kinds is not null && !_kinds.IsContact(batch, row))
        {
            for (var word = 0; word < both.Length; word++)
            {
                both[word] &= _asksKind[word];
            }
        }

        for (var word = 0; word < _hasRest.Length; word++)
        {
            for (var candidates = both[Words + word] & _hasRest[word]; candidates != 0; candidates &= candidates - 1)
            {
                var population = (word << 6) + BitOperations.TrailingZeroCount(candidates);
                if (_rest[population] is { } test)
                {
                    BitRow.Narrow(both, population, test(batch, row));
                }
            }
        }
    }

    /// <summary>The columns of a batch, looked up once for all of its rows.</summary>
    private void Bind(ContactBatch batch)
    {
        for (var i = 0; i < _categories.Length; i++)
        {
            _codes[i] = batch.Category(_categories[i].Field).Codes;
        }

        for (var i = 0; i < _ranges.Length; i++)
        {
            _values[i] = batch.Number(_ranges[i].Field).Values;
        }

        _batch = batch;
    }
}
