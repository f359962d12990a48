using System.Text;
using CxRules.Model.Hashing;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Which of a history's readable rows count, and what became of the others (semantics.md 5 and 7–11).</summary>
internal sealed class NaiveDoor(TimeSpan lateAfter)
{
    private static readonly long ClockTolerance = TimeSpan.FromMinutes(5).Ticks;

    /// <summary>Event time of the latest row so far, by partition.</summary>
    private readonly Dictionary<string, long> _latest = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By the first row of an id that passed the test of its clock.</summary>
    private readonly Dictionary<(string, string), bool> _isLate = [];

    public List<NaiveContact> Accepted { get; } = [];

    public long Late { get; private set; }

    public long Superseded { get; private set; }

    public long Duplicate { get; private set; }

    public long Quarantined { get; private set; }

    public long Erased { get; private set; }

    /// <param name="rows">In the order in which they stand in the files.</param>
    public void Pass(List<NaiveContact> rows)
    {
        var tombstones = rows.Where(row => row.Erased).Select(Key).ToHashSet();
        var standing = new List<NaiveContact>();
        foreach (var row in rows)
        {
            if (tombstones.Contains(Key(row)))
            {
                Erased++;
            }
            else if (row.OccurredAt > row.ArrivedAt + ClockTolerance)
            {
                Quarantined++;
            }
            else
            {
                standing.Add(row);
                Judge(row);
            }
        }

        foreach (var sameId in standing.GroupBy(Key))
        {
            Settle(sameId.Key, [.. sameId]);
        }
    }

    private static (string Source, string Id) Key(NaiveContact row) => (row.Source.ToUpperInvariant(), row.Id);

    /// <summary>Late is what lies before the watermark of its partition as it stood before the row.</summary>
    private void Judge(NaiveContact row)
    {
        var latest = _latest.GetValueOrDefault(row.Partition, long.MinValue);
        _isLate.TryAdd(Key(row), row.ArrivedAt is not null && latest > long.MinValue && row.OccurredAt < latest - lateAfter.Ticks);
        _latest[row.Partition] = Math.Max(latest, row.OccurredAt);
    }

    private void Settle((string Source, string Id) key, List<NaiveContact> rows)
    {
        var newest = rows.Max(row => row.Version);
        foreach (var version in rows.GroupBy(row => row.Version))
        {
            var first = InOrder(version).First();
            Duplicate += version.Count(row => row != first && row.Content == first.Content);
            Quarantined += version.Count(row => row.Content != first.Content);
            if (version.Key < newest)
            {
                Superseded++;
            }
            else if (_isLate[key])
            {
                Late++;
            }
            else
            {
                Accepted.Add(first);
            }
        }
    }

    /// <summary>A log's rows came in as they stand; an export's have no order of their own.</summary>
    private static IEnumerable<NaiveContact> InOrder(IEnumerable<NaiveContact> version) => version.Any(row => row.ArrivedAt is not null)
        ? version
        : version.OrderBy(row => row.OccurredAt).ThenBy(row => StableHash.Of(Encoding.UTF8.GetBytes(row.Raw)));
}
