using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Journeys;

/// <summary>The contacts that the journeys of a plan look for. Parts of a history are indexed apart and added up.</summary>
internal sealed class JourneyIndex
{
    private readonly ContactSchema _schema;
    private readonly int[] _streamOf;

    public JourneyIndex(EnginePlan plan)
    {
        _schema = plan.Project.Schema;
        Streams = [.. plan.Journeys.Select(atom => (atom.Target, atom.Same)).Distinct().OrderBy(stream => stream.Target).Select(stream => new EventStream(stream.Target, stream.Same))];
        _streamOf = [.. plan.Journeys.Select(atom => Streams.IndexOf(Streams.Single(stream => stream.Target == atom.Target && stream.Same == atom.Same)))];
    }

    /// <summary>By target: what a stream needs to be known stands before it.</summary>
    public ImmutableArray<EventStream> Streams { get; }

    /// <summary>Where the contacts stand that a journey looks for.</summary>
    public EventStream this[int atom] => Streams[_streamOf[atom]];

    /// <summary>Takes note of a contact by the populations that it belongs to whatever happens.</summary>
    public void Note(ContactBatch batch, int row, ReadOnlySpan<ulong> truth)
    {
        foreach (var stream in Streams)
        {
            if (BitRow.Has(truth, stream.Target) && stream.KeyOf(batch, row, _schema.Customer) is not 0 and var key)
            {
                var at = batch.Number(_schema.OccurredAt).Values[row];
                stream.Add(JourneyEvent.Met(key, at, at));
            }
        }
    }

    public void Absorb(JourneyIndex other)
    {
        foreach (var (own, theirs) in Streams.Zip(other.Streams))
        {
            own.Absorb(theirs);
        }
    }

    /// <summary>Drops what occurred before an instant.</summary>
    public void Forget(long before)
    {
        foreach (var stream in Streams)
        {
            stream.Forget(before);
        }
    }
}
