using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CxRules.Samples.Telecom;

namespace CxRules.Samples.Packs;

/// <summary>A pack's files as the generator writes them; the same bytes each time.</summary>
internal sealed class PackHistory
{
    private readonly Pack _pack;

    private PackHistory(Pack pack, ImmutableArray<Row> rows) => (_pack, Rows) = (pack, rows);

    /// <summary>In order of time.</summary>
    public ImmutableArray<Row> Rows { get; }

    public static PackHistory Generate(Pack pack)
    {
        var rows = pack.Flows.SelectMany((flow, number) => new FlowRows(pack, flow, number).Draw());
        return new(pack, [.. rows.Where(row => row.Day <= pack.To).OrderBy(row => row.At)]);
    }

    public string Csv()
    {
        var text = new StringBuilder("id,at,customer,").AppendJoin(',', _pack.Columns).Append('\n');
        for (var number = 0; number < Rows.Length; number++)
        {
            var row = Rows[number];
            text.Append(CultureInfo.InvariantCulture, $"{_pack.Prefix}{number + 1:00000},{row.At:yyyy-MM-dd HH:mm:ss},{row.Customer},");
            text.AppendJoin(',', _pack.Columns.Select(column => row[column])).Append('\n');
        }

        return text.ToString();
    }

    public string ExpectedCsv()
    {
        var text = new StringBuilder("what,rule,group,owners,opened,closed,contacts,cost,why\n");
        foreach (var expected in _pack.Expected)
        {
            var rows = Rows.Where(row => Counts(expected, row)).ToList();
            var cost = expected.IsPriced ? (rows.Sum(_pack.Prices.Of) + expected.Beyond).ToString("0.00", CultureInfo.InvariantCulture) : "";
            text.AppendJoin(',', expected.What, expected.Rule, expected.Group, expected.Owners, expected.Opened, expected.Closed);
            text.Append(CultureInfo.InvariantCulture, $",{expected.Tasks ?? rows.Count},{cost},\"{expected.Why}\"\n");
        }

        return text.ToString();
    }

    private static bool Counts(Expected expected, Row row)
    {
        if (!expected.Rows(row))
        {
            return false;
        }

        return expected.Counted is not var (from, to) || (expected.Known(row) >= Dates.Moment(from) && expected.Known(row) < Dates.Moment(to));
    }
}
