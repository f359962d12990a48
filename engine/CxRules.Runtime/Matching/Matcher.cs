using System.Collections.Immutable;
using System.Numerics;
using CxRules.Model.Contacts;
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

    public Matcher(ImmutableArray<PopulationPlan> populations, ContactDictionaries dictionaries)
    {
        Words = BitRow.WordsFor(populations.Length);
        _all = new ulong[Words];
        _hasRest = new ulong[Words];
        _rest = new RowTest?[populations.Length];
        for (var population = 0; population < populations.Length; population++)
        {
            BitRow.Set(_all, population);
            if (populations[population].Rest is { } factory)
            {
                _rest[population] = factory(dictionaries);
                BitRow.Set(_hasRest, population);
            }
        }

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
    }

    /// <summary>Words of a bit row.</summary>
    public int Words { get; }

    /// <summary>Sets the bits of the populations that hold the row, and of those that hold it or may.</summary>
    public void Match(ContactBatch batch, int row, Span<ulong> truth, Span<ulong> possible)
    {
        _all.CopyTo(truth);
        _all.CopyTo(possible);
        foreach (var index in _categories)
        {
            index.Narrow(batch.Category(index.Field).Codes[row], truth, possible);
        }

        foreach (var index in _ranges)
        {
            index.Narrow(batch.Number(index.Field).Values[row], truth, possible);
        }

        for (var word = 0; word < Words; word++)
        {
            for (var candidates = possible[word] & _hasRest[word]; candidates != 0; candidates &= candidates - 1)
            {
                var population = (word << 6) + BitOperations.TrailingZeroCount(candidates);
                if (_rest[population] is { } test)
                {
                    BitRow.Narrow(truth, possible, population, test(batch, row));
                }
            }
        }
    }
}
