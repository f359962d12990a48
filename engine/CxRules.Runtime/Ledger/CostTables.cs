using CxRules.Model.Projects;

namespace CxRules.Runtime.Ledger;

/// <summary>The project's dated cost tables. Amounts of one contact are whole millionths of the currency, rounded half to even, so that they add up exactly in any order.</summary>
internal sealed class CostTables(Project project)
{
    private readonly CostTable[] _tables = [.. project.Costs];
    private int _day = int.MinValue;
    private int _found = -1;

    public int Count => _tables.Length;

    public CostTable this[int index] => _tables[index];

    /// <summary>Index of the table in force on a local day; -1 before the first. Remembers the last day, so that rows in order cost a comparison.</summary>
    /// <param name="day">Day number.</param>
    public int On(int day)
    {
        if (day != _day)
        {
            _day = day;
            _found = Array.FindLastIndex(_tables, table => table.From.DayNumber <= day);
        }

        return _found;
    }

    public static long Millionths(decimal amount) => (long)decimal.Round(amount * 1_000_000m, 0, MidpointRounding.ToEven);
}
