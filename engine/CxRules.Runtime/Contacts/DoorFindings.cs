using System.Collections.Frozen;

namespace CxRules.Runtime.Contacts;

/// <summary>What one reading of a history learned that the next must know from its first row on.</summary>
/// <param name="Contested">Hashes of ids that stand with different contents: their rows are settled together.</param>
/// <param name="Erased">Contacts of which some row says that they are erased.</param>
public sealed record DoorFindings(IReadOnlySet<ulong> Contested, IReadOnlySet<ContactKey> Erased)
{
    public static DoorFindings None { get; } = new(FrozenSet<ulong>.Empty, FrozenSet<ContactKey>.Empty);

    /// <summary>The history must be read again.</summary>
    public bool IsAny => Contested.Count + Erased.Count > 0;
}
