using System.Collections.Immutable;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Surveys;

/// <summary>Ranks what drives contacts.</summary>
internal sealed class Drivers(DriverMap map, string? currency)
{
    public DriverReport Of(Cube cube) => new(Line("all", cube.All), Lists(cube), [.. Findings(cube)]);

    /// <summary>The most first.</summary>
    public static ImmutableArray<BesideLine> Beside(IReadOnlyDictionary<(string Kind, string? Disposition), long> records) =>
    [
        .. records.GroupBy(entry => entry.Key.Disposition is { } disposition ? Code.ToBareWord(disposition) : ContactSort.None)
            .Select(about => new BesideLine(
                about.Select(entry => entry.Key.Disposition ?? ContactSort.None).Min(StringComparer.Ordinal) ?? ContactSort.None,
                [.. about.GroupBy(entry => entry.Key.Kind).Select(kind => KeyValuePair.Create(kind.Key, kind.Sum(entry => entry.Value))).OrderBy(kind => kind.Key, StringComparer.Ordinal)]))
            .OrderByDescending(line => line.Records.Sum(kind => kind.Value)).ThenBy(line => line.Disposition, StringComparer.Ordinal),
    ];

    private ImmutableArray<DriverList> Lists(Cube cube) =>
    [
        List("disposition", cube.By(sort => sort.Disposition)),
        List("touchpoint", cube.By(sort => sort.Touchpoint)),
        List("owner", cube.By(sort => map.OwnerOf(sort.Touchpoint))),
        List("demand", cube.By(sort => sort.Demand)),
    ];

    private DriverList List(string by, IEnumerable<KeyValuePair<string, ContactTally>> tallies)
    {
        var lines = tallies.Select(tally => Line(tally.Key, tally.Value)).ToImmutableArray();
        return new(by, Pareto(lines, line => line.Contacts), Pareto(lines.Where(line => line.NotRouted > 0), line => line.NotRouted));
    }

    private DriverLine Line(string name, ContactTally tally) => new(name, tally.Contacts, tally.Routed, currency is null ? null : tally.Cost, currency is null ? null : tally.Found);

    private static ImmutableArray<ParetoLine> Pareto(IEnumerable<DriverLine> lines, Func<DriverLine, long> amount)
    {
        var ranked = lines.OrderByDescending(amount).ThenBy(line => line.Name, StringComparer.Ordinal).ToList();
        var all = ranked.Sum(amount);
        var above = 0L;
        return [.. ranked.Select(line => new ParetoLine(line, Percent.Of(amount(line), all) ?? 0, Percent.Of(above += amount(line), all) ?? 0))];
    }

    private IEnumerable<DriverFinding> Findings(Cube cube)
    {
        var gaps = new (DriverGap Gap, Func<ContactSort, bool> Holds, Func<ContactSort, string?> Name)[]
        {
            (DriverGap.NoDisposition, sort => sort.Disposition is null, _ => null),
            (DriverGap.UnknownDisposition, IsUnknown, sort => sort.Disposition),
            (DriverGap.NoTouchpoint, sort => sort is { Disposition: not null, Touchpoint: null } && !IsUnknown(sort), sort => sort.Disposition),
            (DriverGap.NoOwner, sort => sort.Touchpoint is not null && map.Find(sort.Touchpoint)?.Owner is null, sort => sort.Touchpoint),
        };
        return gaps
            .Select(gap => (gap.Gap, Contacts: cube.Where(gap.Holds), gap.Name))
            .Where(gap => gap.Contacts.All.Contacts > 0)
            .Select(gap => new DriverFinding(
                gap.Gap,
                gap.Contacts.All.Contacts,
                Percent.Of(gap.Contacts.All.Contacts, cube.All.Contacts) ?? 0,
                [.. gap.Contacts.By(gap.Name).Select(line => line.Key).Where(name => name != ContactSort.None)]));
    }

    private bool IsUnknown(ContactSort sort) => sort.Disposition is { } disposition && map.HasDispositions && !map.IsDeclared(disposition);
}
