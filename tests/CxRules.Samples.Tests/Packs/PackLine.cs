using System.Globalization;

namespace CxRules.Samples.Tests.Packs;

/// <summary>A line of a pack's `expected.csv`, and what a replay says of the same.</summary>
/// <param name="Cost">Null where the file names none.</param>
internal sealed record PackLine(string What, string Rule, string Group, string Owners, string Opened, string Closed, long Contacts, decimal? Cost)
{
    public static IReadOnlyList<PackLine> ReadAll(string csv) => [.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => Read(line.Split(',')))];

    /// <summary>All but the money.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{What} {Rule} {Group} {Owners} {Opened} {Closed} {Contacts}");

    private static PackLine Read(string[] cells) => new(
        cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], long.Parse(cells[6], CultureInfo.InvariantCulture), cells[7].Length == 0 ? null : decimal.Parse(cells[7], CultureInfo.InvariantCulture));
}
