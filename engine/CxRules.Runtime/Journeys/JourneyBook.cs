using CxRules.Model.Contacts;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;

namespace CxRules.Runtime.Journeys;

/// <summary>
/// The journeys of one count: what happened to each customer, and the contacts that wait for it. Once all is read, each of them is decided, and by
/// instants alone: the order of rows makes no difference.
/// </summary>
internal sealed class JourneyBook
{
    private readonly EnginePlan _plan;
    private readonly ContactDictionaries _dictionaries;
    private readonly Matcher _matcher;
    private readonly JourneyIndex _index;
    private readonly HeldContacts _held;

    /// <summary>Populations that look at other contacts.</summary>
    private readonly ulong[] _looking;

    private readonly ulong[] _undecided;
    private readonly long[] _instants;
    private JourneyDecider? _decider;

    private JourneyBook(EnginePlan plan, ContactDictionaries dictionaries, Matcher matcher)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _matcher = matcher;
        _index = new JourneyIndex(plan);
        _held = new HeldContacts(dictionaries);
        _looking = new ulong[matcher.Words];
        _undecided = new ulong[matcher.Words];
        _instants = new long[plan.Populations.Length];
        foreach (var (population, found) in plan.Populations.Index())
        {
            if (found.Journey is not null)
            {
                BitRow.Set(_looking, population);
            }
        }
    }

    /// <summary>Null where no rule looks at a customer's other contacts.</summary>
    public static JourneyBook? Of(EnginePlan plan, ContactDictionaries dictionaries, Matcher matcher) =>
        plan.Journeys.IsEmpty ? null : new(plan, dictionaries, matcher);

    /// <summary>Decides about contacts; only once the book is closed.</summary>
    public JourneyDecider Decider => _decider ?? throw new InvalidOperationException("The journeys are still open.");

    /// <summary>Of the contact decided last, the populations of which it is not known yet whether they hold it.</summary>
    public ReadOnlySpan<ulong> Undecided => _undecided;

    /// <summary>Takes note of the contact that was matched last, and keeps it where it hangs on others.</summary>
    /// <returns>False: it can be counted now.</returns>
    public bool Takes(ContactBatch batch, int row)
    {
        _index.Note(batch, row, _matcher.Truth);
        if (IsOpen())
        {
            _held.Add(batch, row);
            return true;
        }

        Array.Fill(_instants, batch.Number(_plan.Project.Schema.OccurredAt).Values[row]);
        return false;
    }

    public void Absorb(JourneyBook other)
    {
        _index.Absorb(other._index);
        _held.Absorb(other._held);
    }

    /// <summary>Closes the book: nothing more is noted, and every contact can be decided.</summary>
    public void Close(ObservedTime observed)
    {
        _decider = new JourneyDecider(_plan, _dictionaries, _index, observed);
        foreach (var stream in _index.Streams)
        {
            if (_plan.Populations[stream.Target].Journey is { } journey)
            {
                Complete(stream, journey, _decider);
            }

            stream.Sort();
        }
    }

    /// <summary>Gives the contacts that were kept, each once.</summary>
    public void Release(Action<ContactBatch, int> receive)
    {
        foreach (var (batch, row) in _held.Rows)
        {
            receive(batch, row);
        }

        _held.Clear();
    }

    /// <summary>Completes what the matcher found of a contact: the populations that hold it, and since when.</summary>
    public void Decide(ContactBatch batch, int row)
    {
        Array.Fill(_instants, batch.Number(_plan.Project.Schema.OccurredAt).Values[row]);
        Array.Clear(_undecided);
        if (!IsOpen())
        {
            return;
        }

        for (var population = 0; population < _instants.Length; population++)
        {
            if (_plan.Populations[population].Journey is { } journey && IsOpen(population))
            {
                Set(population, Decider.Decide(journey, batch, row));
            }
        }
    }

    /// <summary>Since when a population holds the contact that was decided last; UTC ticks.</summary>
    public long Since(int population) => _instants[population];

    private void Set(int population, JourneyTruth truth)
    {
        if (truth.Final == Truth.True)
        {
            BitRow.Set(_matcher.Truth, population);
            _instants[population] = truth.True;
        }
        else if (truth.Final == Truth.False)
        {
            BitRow.Clear(_matcher.Possible, population);
        }
        else if (truth.IsUndecided)
        {
            BitRow.Set(_undecided, population);
        }
    }

    private bool IsOpen(int population) => BitRow.Has(_matcher.Possible, population) && !BitRow.Has(_matcher.Truth, population);

    private bool IsOpen()
    {
        var truth = _matcher.Truth;
        var possible = _matcher.Possible;
        for (var word = 0; word < _looking.Length; word++)
        {
            if ((possible[word] & ~truth[word] & _looking[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the contacts that are looked for and hang on others themselves.</summary>
    private void Complete(EventStream stream, JourneyCondition journey, JourneyDecider decider)
    {
        var schema = _plan.Project.Schema;
        foreach (var (batch, row) in _held.Rows)
        {
            _matcher.Match(batch, row);
            if (IsOpen(stream.Target) && stream.KeyOf(batch, row, schema.Customer) is not 0 and var key)
            {
                var at = batch.Number(schema.OccurredAt).Values[row];
                var truth = decider.Decide(journey, batch, row);
                stream.Add(truth.Final == Truth.True ? JourneyEvent.Met(key, at, truth.True) : JourneyEvent.Missed(key, at, truth.NotTrue));
            }
        }
    }
}
