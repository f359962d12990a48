using System.Collections.Immutable;

namespace CxRules.Language.Text;

/// <summary>Where each character of a sentence or a scalar stands in its source, and one more for the end. Most stand side by side, and need no table.</summary>
public readonly record struct CharacterOffsets
{
    private readonly int _start;
    private readonly ImmutableArray<int> _table;

    private CharacterOffsets(int start, int length, ImmutableArray<int> table)
    {
        _start = start;
        Length = length;
        _table = table;
    }

    public int Length { get; }

    public int this[int index] => _table.IsDefault ? _start + index : _table[index];

    public static CharacterOffsets From(int start, int length) => new(start, length, default);

    public static CharacterOffsets Of(ImmutableArray<int> table) => new(0, table.Length, table);

    public ImmutableArray<int> ToImmutableArray() => _table.IsDefault ? [.. Enumerable.Range(_start, Length)] : _table;
}
