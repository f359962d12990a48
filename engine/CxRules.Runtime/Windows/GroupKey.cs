using System.Collections.Immutable;

namespace CxRules.Runtime.Windows;

/// <summary>The values of a rule's group, as codes, in the order of `per`.</summary>
internal readonly record struct GroupKey(ImmutableArray<int> Codes)
{
    public static GroupKey None { get; } = new([]);

    public bool Equals(GroupKey other) => Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var code in Codes)
        {
            hash = unchecked((hash * 31) + code);
        }

        return hash;
    }
}
