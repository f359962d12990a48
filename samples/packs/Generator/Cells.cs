using System.Collections.Immutable;
using System.Globalization;
using CxRules.Samples.Telecom;

namespace CxRules.Samples.Packs;

/// <summary>A flow's text taken apart: what its next row says.</summary>
internal sealed class Cells(string text)
{
    private readonly ImmutableArray<(string Column, string[] Values)> _columns =
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Split('=', 2)).Select(cell => (cell[0].Trim(), cell[1].Split('|')))];

    /// <param name="number">Of the contact within its flow, from 0.</param>
    public ImmutableDictionary<string, string> Row(int number, DateTime at, ref SplitMix64 random)
    {
        var row = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (column, values) in _columns)
        {
            row[column] = Value(column, values[number % values.Length], at, ref random);
            number /= values.Length > 1 ? values.Length : 1;
        }

        return row.ToImmutable();
    }

    private static string Value(string column, string value, DateTime at, ref SplitMix64 random) => value switch
    {
        ['~', .. var median] => Drawn(column, int.Parse(median, CultureInfo.InvariantCulture), ref random).ToString(CultureInfo.InvariantCulture),
        ['-', .. var days] => at.Date.AddDays(-int.Parse(days, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static int Drawn(string column, int median, ref SplitMix64 random) =>
        column == "wait" ? Quantiles.WaitTime(ref random, median) : Quantiles.HandleTime(ref random, median);
}
