using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Testing.Replays;

/// <summary>One reading of a history: what was counted, and what became of each row.</summary>
/// <param name="Contested">Hashes of ids whose rows must be held back in another pass; where there are any, nothing else here is of use.</param>
/// <param name="Dictionaries">The codes that the session knows.</param>
/// <param name="DoorBytes">Memory that telling duplicates apart took.</param>
internal sealed record ReplayPass(
    IReadOnlySet<ulong> Contested,
    ContactDictionaries Dictionaries,
    Session Session,
    long Received,
    long Duplicate,
    long Superseded,
    long Quarantined,
    IReadOnlyList<Reject> Rejects,
    long DoorBytes)
{
    /// <param name="contested">Hashes of ids whose rows are settled together at the end.</param>
    public static ReplayPass Run(EnginePlan plan, ReplayOptions options, IReadOnlySet<ulong> contested, IProgress<long>? progress)
    {
        var dictionaries = new ContactDictionaries(plan.Project.Schema, plan.Fields);
        return Run(options, contested, progress, dictionaries, new Session(plan, dictionaries), sink: null);
    }

    /// <summary>Reads the same history once more, into a sink.</summary>
    public void Again(ReplayOptions options, IReadOnlySet<ulong> contested, IContactSink sink) => Run(options, contested, null, Dictionaries, Session, sink);

    private static ReplayPass Run(ReplayOptions options, IReadOnlySet<ulong> contested, IProgress<long>? progress, ContactDictionaries dictionaries, Session session, IContactSink? sink)
    {
        sink ??= session;
        using var reader = HistoryReader.Open(options.Source, options.Files, dictionaries);
        var heldBack = new ContestedContacts(dictionaries);
        var door = new Door(contested, heldBack);
        var batch = new ContactBatch(dictionaries);
        var admitted = new bool[batch.Capacity];
        while (reader.Read(batch))
        {
            door.Admit(batch, admitted);
            if (door.Contested.Count == 0)
            {
                sink.Count(batch, admitted);
            }

            progress?.Report(reader.Received);
        }

        heldBack.Settle();
        foreach (var (rows, counts) in heldBack.Batches)
        {
            sink.Count(rows, counts);
        }

        return new(
            door.Contested,
            dictionaries,
            session,
            reader.Received,
            door.Duplicates + heldBack.Duplicates,
            heldBack.Superseded,
            heldBack.Quarantined,
            reader.Rejects,
            door.Bytes);
    }
}
