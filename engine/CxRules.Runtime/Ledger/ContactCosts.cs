using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>
/// What one contact costs (domain.md, "The money"): handle time × loaded rate + the channel's fee where both are known, else spend ÷
/// contacts. In millionths of the currency.
/// </summary>
internal sealed class ContactCosts
{
    private const decimal MillisecondsPerHour = 3_600_000m;
    private readonly ContactDictionaries _dictionaries;
    private readonly CostTables _tables;
    private readonly List<long>[] _fees;
    private readonly long?[] _flat;
    private readonly HandlePrice[][] _handled;

    public ContactCosts(Project project, ContactDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        _tables = new CostTables(project);
        _fees = [.. project.Costs.Select(_ => new List<long>())];
        _handled = [.. project.Costs.Select(_ => new HandlePrice[HandlePrice.Count])];
        _flat = [.. project.Costs.Select(table => table.PerContact is { } cost ? CostTables.Millionths(cost) : (long?)null)];
    }

    /// <summary>False where no table covers the day or the table gives no cost for such a contact.</summary>
    /// <param name="day">The local day's number.</param>
    public bool TryPrice(ContactBatch batch, int row, int day, out long cost)
    {
        cost = 0;
        var table = _tables.On(day);
        if (table < 0)
        {
            return false;
        }

        if (_tables[table].LoadedRate is { } rate && HandleTime(batch, row) is var handled && handled != FieldScale.Missing)
        {
            ref var known = ref _handled[table][HandlePrice.PlaceOf(handled)];
            if (known.Handled != handled)
            {
                known = new(handled, CostTables.Millionths(handled * rate / MillisecondsPerHour));
            }

            cost = known.Cost + Fee(table, batch, row);
            return true;
        }

        cost = _flat[table] ?? 0;
        return _flat[table] is not null;
    }

    /// <summary>The same, with how it came.</summary>
    public ContactPrice Explain(ContactBatch batch, int row, int day)
    {
        var index = _tables.On(day);
        if (index < 0)
        {
            return new(null, null, null, null, null, null);
        }

        var table = _tables[index];
        var handled = HandleTime(batch, row);
        long? cost = TryPrice(batch, row, day, out var known) ? known : null;
        return table.LoadedRate is { } rate && handled != FieldScale.Missing
            ? new(cost, table.From, handled, rate, Fee(index, batch, row), null)
            : new(cost, table.From, null, null, null, table.PerContact);
    }

    private long HandleTime(ContactBatch batch, int row) =>
        batch.Find(_dictionaries.Schema.HandleTime) is NumberColumn column ? column.Values[row] : FieldScale.Missing;

    private long Fee(int table, ContactBatch batch, int row)
    {
        var channel = batch.Category(_dictionaries.Schema.Channel).Codes[row];
        var fees = _fees[table];
        while (fees.Count <= channel)
        {
            var word = Code.ToBareWord(_dictionaries[_dictionaries.Schema.Channel][fees.Count]);
            fees.Add(CostTables.Millionths(_tables[table].Channels.FirstOrDefault(fee => Code.ToBareWord(fee.Key) == word).Value));
        }

        return fees[channel];
    }

    /// <summary>What handling for so long costs, remembered: few lengths are many contacts', and a division of decimals is dear.</summary>
    private readonly record struct HandlePrice(long Handled, long Cost)
    {
        public const int Count = 4096;

        private const int MillisecondsPerSecond = 1_000;

        public static int PlaceOf(long handled) => (int)((ulong)(handled / MillisecondsPerSecond) % Count);
    }
}
