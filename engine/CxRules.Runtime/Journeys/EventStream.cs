using System.Runtime.InteropServices;
using CxRules.Model.Contacts;

namespace CxRules.Runtime.Journeys;

/// <summary>The contacts of one population by customer and time: one sorted list, so that a customer with two contacts costs two entries.</summary>
/// <param name="target">Index of the population.</param>
/// <param name="same">What two contacts must share besides the customer; null: nothing.</param>
internal sealed class EventStream(int target, ContactField? same)
{
    private readonly List<JourneyEvent> _events = [];

    public int Target => target;

    public ContactField? Same => same;

    public int Count => _events.Count;

    /// <summary>What a contact is found by; 0 where it lacks it.</summary>
    public ulong KeyOf(ContactBatch batch, int row, ContactField customer)
    {
        var code = batch.Category(customer).Codes[row];
        var shared = same is null ? 1 : batch.Category(same).Codes[row];
        return code == 0 || shared == 0 ? 0 : ((ulong)code << 32) | (uint)shared;
    }

    public void Add(JourneyEvent found) => _events.Add(found);

    /// <summary>Takes over what another part of the history saw.</summary>
    public void Absorb(EventStream other) => _events.AddRange(other._events);

    /// <summary>Brings all in order; before that nothing can be looked for.</summary>
    public void Sort() => CollectionsMarshal.AsSpan(_events).Sort();

    /// <summary>Drops what occurred before an instant: no contact that is still to come looks that far back.</summary>
    public void Forget(long before) => _events.RemoveAll(found => found.At < before);

    /// <summary>Those with a key from one instant through another, in order of time.</summary>
    public ReadOnlySpan<JourneyEvent> Between(ulong key, long first, long last)
    {
        var start = LowerBound(JourneyEvent.Met(key, first, 0));
        var end = start;
        while (end < _events.Count && _events[end].Key == key && _events[end].At <= last)
        {
            end++;
        }

        return CollectionsMarshal.AsSpan(_events)[start..end];
    }

    private int LowerBound(JourneyEvent sought)
    {
        var (low, high) = (0, _events.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _events[middle].CompareTo(sought) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
