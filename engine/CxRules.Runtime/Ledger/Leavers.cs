using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Contacts;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Ledger;

/// <summary>
/// Customers who left. Each is borne by one contact, the first by time, id and source of those that say so, at the cost of acquiring a customer
/// on that contact's local day. A contact without a customer key is a customer of its own.
/// </summary>
internal sealed class Leavers
{
    private readonly ContactSchema _schema;
    private readonly CostTables _tables;
    private readonly ContactKeys _keys;
    private readonly Dictionary<int, Carrier> _carriers = [];
    private readonly List<Carrier> _nameless = [];
    private bool _isSettled;

    private Leavers(Project project, ContactDictionaries dictionaries)
    {
        _schema = dictionaries.Schema;
        _keys = new ContactKeys(dictionaries);
        _tables = new CostTables(project);
    }

    /// <summary>Customers who left on a day whose table names no acquisition: they cost nothing.</summary>
    public long Unpriced { get; private set; }

    /// <summary>Null where no table says what a customer costs.</summary>
    public static Leavers? Of(Project project, ContactDictionaries dictionaries) =>
        project.Costs.Any(table => table.Acquisition is not null) ? new(project, dictionaries) : null;

    /// <summary>Takes note of a contact that says its customer left.</summary>
    public void Note(ContactBatch batch, int row, long occurredAt, int day, int slot, Profile profile)
    {
        if (!Leaves(batch, row))
        {
            return;
        }

        var customer = batch.Category(_schema.Customer).Codes[row];
        if (customer > 0 && _carriers.TryGetValue(customer, out var first) && first.OccurredAt < occurredAt)
        {
            return;
        }

        var carrier = new Carrier(occurredAt, _keys.Of(batch, row), profile, slot, day, States(batch, row));
        if (customer == 0)
        {
            _nameless.Add(carrier);
        }
        else if (!_carriers.TryGetValue(customer, out first) || carrier.IsBefore(first))
        {
            _carriers[customer] = carrier;
        }
    }

    /// <summary>Adds those whom another part of the history saw.</summary>
    /// <param name="placeOf">Where the other's profiles went.</param>
    public void Absorb(Leavers other, Func<Profile, Profile> placeOf)
    {
        _nameless.AddRange(other._nameless.Select(carrier => carrier with { Profile = placeOf(carrier.Profile) }));
        foreach (var (customer, carrier) in other._carriers)
        {
            if (!_carriers.TryGetValue(customer, out var own) || carrier.IsBefore(own))
            {
                _carriers[customer] = carrier with { Profile = placeOf(carrier.Profile) };
            }
        }
    }

    /// <summary>Puts each customer's cost where its carrier was counted.</summary>
    public void Settle()
    {
        if (_isSettled)
        {
            return;
        }

        _isSettled = true;
        foreach (var carrier in _carriers.Values.Concat(_nameless))
        {
            var price = PriceOn(carrier.Day);
            Unpriced += price is null ? 1 : 0;
            ref var cell = ref carrier.Profile.OwnCells.At(carrier.Slot);
            var consequences = cell.Consequences ??= new Consequences();
            if (carrier.IsStated)
            {
                consequences.LeftWithReason.Add(price ?? 0);
            }
            else
            {
                consequences.Left.Add(price ?? 0);
            }
        }
    }

    /// <summary>What the contact bears of a customer who left; null where it bears none. Only once all is settled.</summary>
    public CancellationPrice? Explain(ContactBatch batch, int row, long occurredAt, int day)
    {
        if (!Leaves(batch, row))
        {
            return null;
        }

        var customer = batch.Category(_schema.Customer).Codes[row];
        var isCarrier = customer == 0
            || (_carriers.TryGetValue(customer, out var carrier) && carrier.OccurredAt == occurredAt && carrier.Key == _keys.Of(batch, row));
        return isCarrier
            ? new(States(batch, row), _tables.On(day) is >= 0 and var table ? _tables[table].From : null, PriceOn(day) ?? 0)
            : null;
    }

    private bool Leaves(ContactBatch batch, int row) =>
        batch.Number(_schema.Cancelled).Values[row] == 1 || batch.Number(_schema.CancelledAt).Values[row] != FieldScale.Missing;

    private bool States(ContactBatch batch, int row) => batch.Category(_schema.CancellationReason).Codes[row] > 0;

    private long? PriceOn(int day) =>
        _tables.On(day) is >= 0 and var table && _tables[table].Acquisition is { } cost ? CostTables.Millionths(cost) : null;

    private readonly record struct Carrier(long OccurredAt, ContactKey Key, Profile Profile, int Slot, int Day, bool IsStated)
    {
        public bool IsBefore(Carrier other) => OccurredAt != other.OccurredAt ? OccurredAt < other.OccurredAt
            : string.CompareOrdinal(Key.Id, other.Key.Id) is var byId and not 0 ? byId < 0
            : string.CompareOrdinal(Key.Source, other.Key.Source) < 0;
    }
}
