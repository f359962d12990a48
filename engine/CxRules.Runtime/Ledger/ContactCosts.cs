using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>
/// What one contact costs (domain.md, "The money"): handle time × loaded rate + the channel's fee where both are known, else spend ÷
/// contacts. In millionths of the currency, rounded half to even, so that costs add up exactly in any order.
/// </summary>
internal sealed class ContactCosts
{
    private const decimal MillisecondsPerHour = 3_600_000m;
    private readonly ContactDictionaries _dictionaries;
    private readonly CostTable[] _tables;
    private readonly List<long>[] _fees;
    private readonly long?[] _flat;
    private int _tableDay = int.MinValue;
    private int _table = -1;

    public ContactCosts(Project project, ContactDictionaries dictionaries)
    {
        _dictionaries = dictionaries;
        _tables = [.. project.Costs];
        _fees = [.. _tables.Select(_ => new List<long>())];
        _flat = [.. _tables.Select(table => table.PerContact is { } cost ? Millionths(cost) : (long?)null)];
    }

    /// <summary>False where no table covers the day or the table gives no cost for such a contact.</summary>
    /// <param name="day">The local day's number.</param>
    public bool TryPrice(ContactBatch batch, int row, int day, out long cost)
    {
        cost = 0;
        if (day != _tableDay)
        {
            _tableDay = day;
            _table = Array.FindLastIndex(_tables, table => table.From.DayNumber <= day);
        }

        if (_table < 0)
        {
            return false;
        }

        var schema = _dictionaries.Schema;
        if (_tables[_table].LoadedRate is { } rate && batch.Find(schema.HandleTime) is NumberColumn handle && handle.Values[row] != FieldScale.Missing)
        {
            cost = Millionths(handle.Values[row] * rate / MillisecondsPerHour) + Fee(_table, batch.Category(schema.Channel).Codes[row]);
            return true;
        }

        cost = _flat[_table] ?? 0;
        return _flat[_table] is not null;
    }

    private static long Millionths(decimal cost) => (long)decimal.Round(cost * 1_000_000m, 0, MidpointRounding.ToEven);

    private long Fee(int table, int channel)
    {
        var fees = _fees[table];
        while (fees.Count <= channel)
        {
            var word = Code.ToBareWord(_dictionaries[_dictionaries.Schema.Channel][fees.Count]);
            fees.Add(Millionths(_tables[table].Channels.FirstOrDefault(fee => Code.ToBareWord(fee.Key) == word).Value));
        }

        return fees[channel];
    }
}
