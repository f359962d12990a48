using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Testing.Replays;

/// <summary>One reading of a history: what was counted, and what became of each row.</summary>
/// <param name="Findings">Where there are any that were not known before, the history must be read again, and nothing else here is of use.</param>
/// <param name="Dictionaries">The codes that the session knows.</param>
/// <param name="DoorBytes">Memory that telling duplicates apart took.</param>
internal sealed record ReplayPass(DoorFindings Findings, ContactDictionaries Dictionaries, Session Session, ReplayCounts Counts, IReadOnlyList<Reject> Rejects, long DoorBytes)
{
    /// <param name="findings">What an earlier reading learned.</param>
    public static ReplayPass Run(EnginePlan plan, ReplayOptions options, DoorFindings findings, IProgress<long>? progress)
    {
        var dictionaries = new ContactDictionaries(plan.Project.Schema, plan.Fields.Concat(options.Source.DoorFields));
        return Run(plan, options, findings, progress, dictionaries, new Session(plan, dictionaries), sink: null);
    }

    /// <summary>Reads the same history once more, into a sink.</summary>
    public void Again(EnginePlan plan, ReplayOptions options, DoorFindings findings, IContactSink sink) => Run(plan, options, findings, null, Dictionaries, Session, sink);

    private static ReplayPass Run(EnginePlan plan, ReplayOptions options, DoorFindings findings, IProgress<long>? progress, ContactDictionaries dictionaries, Session session, IContactSink? sink)
    {
        var source = options.Source;
        sink ??= session;
        using var reader = HistoryReader.Open(source, options.Files, dictionaries);
        var heldBack = new ContestedContacts(dictionaries, source.IsLog ? RowOrder.Arrival : RowOrder.None);
        var door = new Door(dictionaries, findings, heldBack, source.IsLog ? new Watermarks(plan.LateAfter) : null);
        var batch = new ContactBatch(dictionaries);
        var admitted = new bool[batch.Capacity];
        while (reader.Read(batch))
        {
            door.Admit(batch, admitted);
            if (findings.IsAny || !door.Findings.IsAny)
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

        return new(door.Findings, dictionaries, session, ReplayCounts.Of(reader, door, heldBack), reader.Rejects, door.Bytes);
    }
}
