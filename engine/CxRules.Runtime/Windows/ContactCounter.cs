using System.Runtime.InteropServices;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Journeys;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Matching;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

namespace CxRules.Runtime.Windows;

/// <summary>
/// Stage 1: contacts in, additions to buckets out. Knows nothing of rules' windows or of time passing. Parts of a history can be counted
/// apart and added up.
/// </summary>
internal sealed class ContactCounter : IContactSink
{
    private readonly ContactDictionaries _dictionaries;
    private readonly ProfileLayout _layout;
    private readonly Matcher _matcher;
    private readonly ContactCosts _costs;
    private readonly EscalationPrices? _escalations;
    private readonly Leavers? _leavers;
    private readonly DerivedCodes _derived;

    /// <summary>Null where all records are contacts.</summary>
    private readonly RecordKinds? _kinds;

    private readonly Dictionary<int, long> _beside = [];

    /// <summary>Null where no rule looks at a customer's other contacts.</summary>
    private readonly JourneyBook? _journeys;

    private readonly SlotClock _slots;
    private readonly SlotClock _days;
    private readonly ulong[] _key;

    /// <summary>Null where contacts are more than counts and costs.</summary>
    private readonly ContactLog? _log;

    private readonly EnginePlan _plan;
    private readonly TimeUnit _bucketUnit;
    private readonly DayCounts _dayCounts = new();
    private readonly PopulationCounts _unknown;
    private readonly PopulationCounts _undecided;
    private readonly int[][] _codes;
    private ContactBatch? _batch;

    public ContactCounter(EnginePlan plan, ContactDictionaries dictionaries)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _layout = new ProfileLayout(plan);
        _matcher = new Matcher(plan.Populations, dictionaries);
        _journeys = JourneyBook.Of(plan, dictionaries, _matcher);
        _costs = new ContactCosts(plan.Project, dictionaries);
        _escalations = EscalationPrices.Of(plan.Project, dictionaries);
        _leavers = Leavers.Of(plan.Project, dictionaries);
        _derived = new DerivedCodes(plan.Project, dictionaries);
        _kinds = RecordKinds.Of(dictionaries);
        _slots = new SlotClock(plan.Zone, plan.BucketUnit);
        _days = new SlotClock(plan.Zone, TimeUnit.Day);
        _log = _layout.AverageFields.IsEmpty ? new ContactLog(_layout.EvidenceSize) : null;
        Table = new ProfileTable(_layout.Words, _layout.Fields.Length + _layout.Delayed.Length, _log);
        _key = new ulong[Table.KeyLength];
        _bucketUnit = plan.BucketUnit;
        _unknown = new(_layout.Words);
        _undecided = new(_layout.Words);
        _codes = new int[_layout.Fields.Length][];
    }

    public ProfileLayout Layout => _layout;

    public ProfileTable Table { get; }

    /// <summary>Contacts of each local day, by day number.</summary>
    public SortedDictionary<int, long> Days => _dayCounts.Days;

    /// <summary>Instants of `cancelled` contacts by customer; kept where a measure needs them.</summary>
    public Dictionary<int, List<long>> Cancellations { get; } = [];

    public ContactCosts Costs => _costs;

    /// <summary>Null where no cost table names escalations.</summary>
    public EscalationPrices? Escalations => _escalations;

    /// <summary>Null where no cost table says what a customer costs.</summary>
    public Leavers? Leavers => _leavers;

    public long Contacts { get; private set; }

    /// <summary>Records that are no contacts, by their code of `kind`.</summary>
    public IReadOnlyDictionary<int, long> Beside => _beside;

    /// <summary>Contacts of which it is unknown whether a rule about single contacts takes them.</summary>
    public long UnknownIn(int population) => _unknown[population];

    /// <summary>Contacts of which only later ones will say whether they belong.</summary>
    public long UndecidedIn(int population) => _undecided[population];

    /// <summary>Decides about journeys; null where no rule looks at a customer's other contacts. Only once the count is closed.</summary>
    public JourneyDecider? Journeys => _journeys?.Decider;

    /// <summary>UTC ticks.</summary>
    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    /// <summary>Counts the rows that <paramref name="admitted"/> lets in.</summary>
    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        _derived.Fill(batch);
        var schema = _dictionaries.Schema;
        var occurred = batch.Number(schema.OccurredAt).Values;
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row])
            {
                Count(batch, row, occurred[row]);
            }
        }
    }

    /// <summary>Finds where the rows of a batch were counted: for a second time over the same contacts.</summary>
    public Func<int, ContactPlace> Locate(ContactBatch batch)
    {
        _derived.Fill(batch);
        return row =>
        {
            var occurredAt = batch.Number(_dictionaries.Schema.OccurredAt).Values[row];
            _matcher.Match(batch, row);
            _journeys?.Decide(batch, row);
            return new(MatchedProfile(batch, row), _slots.SlotOf(occurredAt), _days.SlotOf(occurredAt), occurredAt);
        };
    }

    /// <summary>Since when it is known that a population holds the contact that was located last; UTC ticks.</summary>
    public long Since(int population, ContactPlace place) => _journeys?.Since(population) ?? place.OccurredAt;

    /// <summary>Adds what another counter of the same plan counted; it is of no use afterwards.</summary>
    public void Absorb(ContactCounter other)
    {
        var places = Table.Absorb(other.Table);
        if (other._log is not null)
        {
            _log?.Absorb(other._log, places);
        }

        _dayCounts.Absorb(other._dayCounts);
        _unknown.Absorb(other._unknown);
        foreach (var (customer, instants) in other.Cancellations)
        {
            CancellationsOf(customer).AddRange(instants);
        }

        if (other._journeys is not null)
        {
            _journeys?.Absorb(other._journeys);
        }

        if (other._escalations is not null)
        {
            _escalations?.Absorb(other._escalations);
        }

        if (other._leavers is not null)
        {
            _leavers?.Absorb(other._leavers, profile => places[profile.Number]);
        }

        foreach (var (kind, count) in other._beside)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_beside, kind, out _) += count;
        }

        Contacts += other.Contacts;
        First = Math.Min(First, other.First);
        Last = Math.Max(Last, other.Last);
    }

    private Profile MatchedProfile(ContactBatch batch, int row)
    {
        var truth = _key.AsSpan(0, _layout.Words);
        _matcher.Truth.CopyTo(truth);
        if (batch != _batch)
        {
            Bind(batch);
        }

        _layout.LeaveFirst(truth);
        _layout.LeaveTargets(truth);
        for (var i = 0; i < _layout.Delayed.Length; i++)
        {
            var population = _layout.Delayed[i];
            _key[truth.Length + _codes.Length + i] = _journeys is not null && BitRow.Has(truth, population) ? (ulong)_slots.SlotOf(_journeys.Since(population)) : 0;
        }

        for (var i = 0; i < _codes.Length; i++)
        {
            _key[truth.Length + i] = _layout.Uses(i, truth) ? (ulong)_codes[i][row] : 0;
        }

        return Table.Find(_key);
    }

    /// <summary>The columns of a batch, looked up once for all of its rows.</summary>
    private void Bind(ContactBatch batch)
    {
        for (var i = 0; i < _codes.Length; i++)
        {
            _codes[i] = batch.Category(_layout.Fields[i]).Codes;
        }

        _batch = batch;
    }

    private void Count(ContactBatch batch, int row, long occurredAt)
    {
        var isContact = IsContact(batch, row);
        if (isContact)
        {
            Contacts++;
        }
        else if (_kinds is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_beside, _kinds.CodeOf(row), out _)++;
        }

        First = Math.Min(First, occurredAt);
        Last = Math.Max(Last, occurredAt);
        var day = _days.SlotOf(occurredAt);
        _dayCounts.Add(day, isContact ? 1 : 0);
        _matcher.Match(batch, row);
        if (_journeys is null || !_journeys.Takes(batch, row))
        {
            CountMatched(batch, row, occurredAt, day);
        }
    }

    /// <summary>Counts a contact of which it is known now what happened to its customer.</summary>
    private void CountHeld(JourneyBook journeys, ContactBatch batch, int row)
    {
        _matcher.Match(batch, row);
        journeys.Decide(batch, row);
        for (var word = 0; word < _layout.Words; word++)
        {
            _undecided.Add(word, journeys.Undecided[word]);
        }

        var occurredAt = batch.Number(_dictionaries.Schema.OccurredAt).Values[row];
        CountMatched(batch, row, occurredAt, _days.SlotOf(occurredAt));
    }

    private void CountMatched(ContactBatch batch, int row, long occurredAt, int day)
    {
        NoteUnknown(_matcher.Truth, _matcher.Possible);
        var profile = MatchedProfile(batch, row);
        var slot = _bucketUnit == TimeUnit.Day ? day : _slots.SlotOf(occurredAt);
        var isContact = IsContact(batch, row);
        var (cost, escalation) = (0L, 0L);
        var isPriced = !isContact || _costs.TryPrice(batch, row, day, out cost);
        var escalates = isContact && _escalations is not null && _escalations.TryPrice(batch, row, day, out escalation);
        var showsId = _layout.EvidenceSize > 0 && BitRow.Intersects(_key.AsSpan(0, _layout.Words), _layout.NeedsEvidence);
        if (_log is not null && isContact && !escalates && profile is { IsLogged: true, Logged: < ContactLog.Most })
        {
            _log.Add(profile, slot, isPriced ? cost : null, showsId ? batch.Text(_dictionaries.Schema.Id)[row] : []);
        }
        else
        {
            ref var cell = ref profile.OwnCells.At(slot);
            cell.Contacts++;
            cell.Cost += isPriced ? cost : 0;
            cell.Unpriced += isPriced ? 0 : 1;
            if (escalates)
            {
                (cell.Consequences ??= new Consequences()).Escalated.Add(escalation);
            }

            if (!isContact)
            {
                (cell.Consequences ??= new Consequences()).Beside++;
            }

            if (showsId)
            {
                (cell.Evidence ??= new Evidence(_layout.EvidenceSize)).Add(batch.IdHash[row], batch.Text(_dictionaries.Schema.Id)[row]);
            }

            AddSums(batch, row, ref cell);
        }

        if (isContact)
        {
            _leavers?.Note(batch, row, occurredAt, day, slot, profile);
        }

        AddEntries(batch, row, slot, occurredAt, profile, isContact);
    }

    private void NoteUnknown(ReadOnlySpan<ulong> truth, ReadOnlySpan<ulong> possible)
    {
        if (possible.SequenceEqual(truth))
        {
            return;
        }

        for (var word = 0; word < truth.Length; word++)
        {
            _unknown.Add(word, possible[word] & ~truth[word] & _layout.ContactRules[word]);
        }
    }

    /// <summary>False for a record that stands beside the contacts.</summary>
    public bool IsContact(ContactBatch batch, int row) => _kinds is null || _kinds.IsContact(batch, row);

    /// <summary>Closes the count: fills <see cref="Days"/>, and knows who bears each customer who left.</summary>
    public void Seal()
    {
        _dayCounts.Seal();
        if (_journeys is not null && Days.Count > 0)
        {
            _journeys.Close(Observed());
            _journeys.Release((batch, row) => CountHeld(_journeys, batch, row));
        }

        _leavers?.Settle();
        _log?.Close(Table.Profiles);
    }

    private ObservedTime Observed()
    {
        var gaps = Exclusions.FindGaps(_plan.Project, Days).Order().Select(day => (StartOf(day), StartOf(day + 1)));
        return new(StartOf(Days.Keys.First()), StartOf(Days.Keys.Last() + 1), [.. gaps]);

        long StartOf(int day) => _plan.Zone.StartOfDay(DateOnly.FromDayNumber(day));
    }

    private void AddSums(ContactBatch batch, int row, ref Cell cell)
    {
        for (var i = 0; i < _layout.AverageFields.Length; i++)
        {
            var value = batch.Number(_layout.AverageFields[i]).Values[row];
            if (value != FieldScale.Missing)
            {
                cell.Sums ??= new long[2 * _layout.AverageFields.Length];
                cell.Sums[2 * i] += value;
                cell.Sums[(2 * i) + 1]++;
            }
        }
    }

    private void AddEntries(ContactBatch batch, int row, int slot, long occurredAt, Profile profile, bool isContact)
    {
        var schema = _dictionaries.Schema;
        var truth = _key.AsSpan(0, _layout.Words);
        if (BitRow.Intersects(truth, _layout.NeedsCustomers) && batch.Category(schema.Customer).Codes[row] is > 0 and var customer)
        {
            (profile.Customers ??= []).Add(new(slot, customer, occurredAt));
        }

        if (BitRow.Intersects(truth, _layout.NeedsValues))
        {
            foreach (var field in _layout.PercentileFields)
            {
                var value = batch.Number(field).Values[row];
                if (value != FieldScale.Missing)
                {
                    (profile.Values ??= []).Add(new(slot, field.Ordinal, value));
                }
            }
        }

        if (isContact && _layout.NeedsCancellations && batch.Number(schema.Cancelled).Values[row] == 1 && batch.Category(schema.Customer).Codes[row] is > 0 and var leaver)
        {
            CancellationsOf(leaver).Add(occurredAt);
        }
    }

    private List<long> CancellationsOf(int customer) => CollectionsMarshal.GetValueRefOrAddDefault(Cancellations, customer, out _) ??= [];
}
