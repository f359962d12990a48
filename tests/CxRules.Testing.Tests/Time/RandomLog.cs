using System.Globalization;
using CxRules.Testing.Tests.Comparing;

namespace CxRules.Testing.Tests.Time;

/// <summary>
/// A random history as a log of three partitions: some rows with a wrong clock, some contacts erased, some too late. It can be arranged in many
/// ways that all keep within the allowed lateness, by which nothing may change.
/// </summary>
internal sealed class RandomLog
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private readonly List<Row> _rows = [];
    private readonly List<string> _late = [];
    private readonly List<string> _tombstones = [];
    private readonly TimeSpan _lateAfter;

    public RandomLog(Knobs knobs, Place place)
    {
        var dice = new Dice(knobs.Seed, 10);
        var history = new RandomHistory(knobs, place);
        var lines = history.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var columns = lines[0].Count(letter => letter == ',');
        _lateAfter = TimeSpan.FromMinutes(dice.Of(1, 15, 90, 600));
        Header = lines[0] + ",received,shard,gone";
        Source = history.Source + "  arrived at: received\n  partition: shard\n  erased: gone\n";
        Project = string.Create(Invariant, $"late after: {_lateAfter.TotalMinutes} min\n");
        var zone = Zones.Of(place.Zone);
        foreach (var line in lines[1..])
        {
            var cells = line.Split(',');
            if (cells[2].Length == 0)
            {
                // A tombstone of its own: here they are added below.
                continue;
            }

            var local = DateTime.Parse(cells[2].TrimEnd('Z'), Invariant).Ticks;
            var occurred = cells[2].EndsWith('Z') ? local : zone.ToUtc(local);
            var isWrong = dice.Is(.01);
            var arrived = new DateTime(occurred + (isWrong ? -dice.Between(301, 90_000) : dice.Between(-300, 90_000)) * TimeSpan.TicksPerSecond);
            _rows.Add(new(cells[0], occurred, isWrong, dice.Between(0, 2), string.Create(Invariant, $"{line},{arrived:yyyy-MM-dd'T'HH:mm:ss'Z'}")));
        }

        AddLate(dice);
        _tombstones.AddRange(_rows.Select(row => row.Id).Distinct().Where(id => id.Length > 0 && dice.Is(.01)).Select(id => id + new string(',', columns) + ",,,true"));
    }

    public string Header { get; }

    public string Source { get; }

    public string Project { get; }

    /// <summary>
    /// All rows in one of the orders that make the same of them. A row stands by its time and less than the allowed lateness more, the same for all rows of an
    /// id; so nothing comes before another by more than that, and what is late comes last.
    /// </summary>
    public string[] Arrange(Dice dice)
    {
        var delays = _rows.Select(row => row.Id).Distinct().ToDictionary(id => id, _ => (long)(dice.Real() * (_lateAfter.Ticks - 1)));
        string[] last = [.. _late];
        dice.Shuffle<string>(last);
        List<string> arranged = [.. _rows.OrderBy(row => row.OccurredAt + delays[row.Id]).ThenBy(row => row.OccurredAt).Select(row => row.Text), .. last];
        foreach (var tombstone in _tombstones)
        {
            arranged.Insert(dice.Between(0, arranged.Count), tombstone);
        }

        return [.. arranged];
    }

    /// <summary>Contacts of one row each that come a good deal too late for their partition.</summary>
    private void AddLate(Dice dice)
    {
        var latest = _rows.Where(row => !row.IsWrong && row.Id.Length > 0).GroupBy(row => row.Partition).ToDictionary(rows => rows.Key, rows => rows.Max(row => row.OccurredAt));
        var single = _rows.GroupBy(row => row.Id).Where(rows => rows.Count() == 1).SelectMany(rows => rows).ToList();
        foreach (var row in single.Where(row => row.OccurredAt < latest.GetValueOrDefault(row.Partition) - (2 * _lateAfter.Ticks) - TimeSpan.TicksPerDay && dice.Is(.02)))
        {
            _rows.Remove(row);
            _late.Add(row.Text);
        }
    }

    private sealed record Row(string Id, long OccurredAt, bool IsWrong, int Partition, string Line)
    {
        public string Text => string.Create(Invariant, $"{Line},p{Partition},");
    }
}
