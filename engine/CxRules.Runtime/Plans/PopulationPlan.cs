using System.Collections.Frozen;
using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Plans;

/// <summary>A contact condition as a conjunction: tests that become bit vectors, and what is left.</summary>
public sealed record PopulationPlan(ImmutableArray<CodeTest> Codes, ImmutableArray<RangeTest> Ranges, RowTestFactory? Rest)
{
    /// <summary>The whole condition, where it looks at other contacts: the tests then hold all of them for unknown. Null: it looks at none.</summary>
    public JourneyCondition? Journey { get; init; }

    /// <summary>The condition says itself which kinds of records it is about; any other is about contacts alone.</summary>
    public bool AsksKind { get; init; }
}

/// <summary>A test of one category field by its code.</summary>
public sealed record CodeTest(ContactField Field, CodeSet Codes, Truth Inside, Truth Outside, Truth Missing);

/// <summary>A test of one number field by an interval, ends included, in stored units.</summary>
public sealed record RangeTest(ContactField Field, long Low, long High, Truth Inside, Truth Outside, Truth Missing);

/// <summary>A test of one row. No allocation.</summary>
public delegate Truth RowTest(ContactBatch batch, int row);

/// <summary>Binds a test to the dictionaries of a history.</summary>
public delegate RowTest RowTestFactory(ContactDictionaries dictionaries);

/// <summary>The codes a rule names, ready to be held against data values.</summary>
public sealed class CodeSet
{
    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _texts;

    public CodeSet(IEnumerable<CodePattern> patterns)
    {
        var all = patterns.ToList();
        _words = all.Where(pattern => !pattern.Quoted).Select(pattern => Code.ToBareWord(pattern.Text)).ToFrozenSet(StringComparer.Ordinal);
        _texts = all.Where(pattern => pattern.Quoted).Select(pattern => pattern.Text).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>True when a data value, not empty, is one of the codes.</summary>
    public bool Contains(string value) => _texts.Contains(value) || (_words.Count > 0 && _words.Contains(Code.ToBareWord(value)));
}
