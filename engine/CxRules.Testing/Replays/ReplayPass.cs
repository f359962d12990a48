using CxRules.Model.Contacts;
using CxRules.Model.Sources;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Streams;

namespace CxRules.Testing.Replays;

/// <summary>One reading of a history: what was counted, and what became of each row.</summary>
/// <param name="Findings">Where there are any that were not known before, the history must be read again, and nothing else here is of use.</param>
/// <param name="Dictionaries">The codes that the engine knows.</param>
/// <param name="DoorBytes">Memory that telling duplicates apart took.</param>
internal sealed record ReplayPass(DoorFindings Findings, ContactDictionaries Dictionaries, Engine Engine, ReplayCounts Counts, IReadOnlyList<Reject> Rejects, long DoorBytes)
{
    /// <summary>Files smaller than this are not worth a second thread.</summary>
    private const long BytesPerThread = 2 << 20;

    /// <param name="findings">What an earlier reading learned.</param>
    public static ReplayPass Run(EnginePlan plan, ReplayOptions options, DoorFindings findings, IProgress<long>? progress)
    {
        var dictionaries = new ContactDictionaries(plan.Project.Schema, plan.Fields.Concat(options.Source.DoorFields).Concat(options.AlsoRead));
        var engine = new Engine(plan, dictionaries);
        IContactSink[] parts = [engine, .. Enumerable.Range(1, (options.Threads ?? ThreadsFor(options.Files)) - 1).Select(_ => engine.Part())];
        return Run(plan, options, findings, progress, dictionaries, engine, parts);
    }

    /// <summary>Reads the same history once more, into a sink, in the order of its rows.</summary>
    public void Again(EnginePlan plan, ReplayOptions options, DoorFindings findings, IContactSink sink) => Run(plan, options, findings, null, Dictionaries, Engine, [sink]);

    /// <param name="sinks">Each takes a part of the rows, on a thread of its own.</param>
    private static ReplayPass Run(EnginePlan plan, ReplayOptions options, DoorFindings findings, IProgress<long>? progress, ContactDictionaries dictionaries, Engine engine, IContactSink[] sinks)
    {
        var source = options.Source;
        using var reader = HistoryReader.Open(source, options.Files, dictionaries);
        var heldBack = new ContestedContacts(dictionaries, source.IsLog ? RowOrder.Arrival : RowOrder.None);
        var door = new Door(dictionaries, findings, heldBack, source.IsLog ? new Watermarks(plan.LateAfter) : null);
        var turns = new Turns();
        var others = sinks.Skip(1).Select(sink => Task.Factory.StartNew(() => Read(reader.Share(), sink), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        Read(reader, sinks[0]);
        Task.WaitAll(others);
        turns.ThrowIfFailed();
        heldBack.Settle();
        foreach (var (rows, counts) in heldBack.Batches)
        {
            sinks[0].Count(rows, counts);
        }

        return new(door.Findings, dictionaries, engine, ReplayCounts.Of(reader, door, heldBack), reader.Rejects, door.Bytes);

        // Rows are told apart in their order, one batch after another; reading and counting them need none.
        void Read(IContactReader part, IContactSink sink)
        {
            var batch = new ContactBatch(dictionaries);
            var admitted = new bool[batch.Capacity];
            var contacts = new ContactKeys(dictionaries);
            ReadOnlyMemory<ulong> keys = default;
            var isWanted = true;
            try
            {
                while (part.Read(batch))
                {
                    keys = contacts.Hash(batch);
                    door.Approach(keys.Span);
                    if (!turns.Take(batch.Sequence, Admit))
                    {
                        break;
                    }

                    if (isWanted)
                    {
                        sink.Count(batch, admitted);
                    }
                }
            }
            catch (Exception failure)
            {
                turns.Fail(failure);
            }

            void Admit()
            {
                door.Admit(batch, keys.Span, admitted);
                isWanted = findings.IsAny || !door.Findings.IsAny;
                progress?.Report(reader.Received);
            }
        }
    }

    private static int ThreadsFor(IEnumerable<string> files) =>
        (int)Math.Clamp(files.Sum(file => File.Exists(file) ? new FileInfo(file).Length : 0) / BytesPerThread, 1, Environment.ProcessorCount);
}
