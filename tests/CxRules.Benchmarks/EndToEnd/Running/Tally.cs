using System.Collections.Immutable;
using System.Globalization;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>What a side counted, by name. Two sides did the same work where their tallies are equal.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, decimal> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, decimal> Counts => _counts;

    public void Add(string name, decimal count) => _counts[name] = _counts.GetValueOrDefault(name) + count;

    /// <summary>A line for each count that another tally has not, or has otherwise; empty where the two are equal.</summary>
    public ImmutableArray<string> DifferencesTo(Tally other) =>
    [
        .. _counts.Keys.Union(other._counts.Keys).Order(StringComparer.Ordinal)
            .Where(name => Of(name) != other.Of(name))
            .Select(name => $"{name}: {Shown(Of(name))} and {Shown(other.Of(name))}"),
    ];

    private decimal? Of(string name) => _counts.TryGetValue(name, out var count) ? count : null;

    private static string Shown(decimal? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
