using CxRules.Model.Sources;
using CxRules.Runtime.Contacts;

namespace CxRules.Testing.Replays;

/// <summary>What became of the rows that are not accepted (semantics.md 8).</summary>
internal sealed record ReplayCounts(long Received, long Late, long Superseded, long Duplicate, long Quarantined, long Rejected, long Erased)
{
    public static ReplayCounts Of(IContactReader reader, Door door, ContestedContacts heldBack) => new(
        reader.Received,
        door.Late + heldBack.Late,
        heldBack.Superseded,
        door.Duplicates + heldBack.Duplicates,
        door.Quarantined + heldBack.Quarantined,
        reader.Rejects.Count,
        door.Erased);
}
