using System.Globalization;

namespace CxRules.Benchmarks.EndToEnd.Running;

/// <summary>The same work done by both sides.</summary>
/// <param name="Peer">Null where it takes no part.</param>
internal sealed record Duel(string Name, long Rows, Contestant Ours, Contestant? Peer)
{
    /// <summary>Rows a second that ours must reach.</summary>
    public double? Rate { get; init; }

    /// <summary>How many times as fast as the peer ours must be.</summary>
    public double? Times { get; init; }

    /// <summary>Seconds that ours may take.</summary>
    public double? Limit { get; init; }

    /// <summary>Bytes that ours may keep at its peak, beside those of the duplicate check.</summary>
    public long? Memory { get; init; }

    /// <summary>Why a peer that there is takes no part; null: it does, or there is none.</summary>
    public string? Skipped { get; init; }

    /// <summary>Bytes that ours keeps to tell duplicates apart; null: not known.</summary>
    public long? Ids => Ours.Failure is null ? CxrulesProgram.BytesOfIds(Ours.Output) : null;

    public void WarmUp()
    {
        Ours.WarmUp();
        Peer?.WarmUp();
    }

    public void Run()
    {
        Ours.Run();
        Peer?.Run();
    }

    /// <summary>Both sides ran, and can be compared.</summary>
    public bool IsFought => Ours.Failure is null && Peer is { Failure: null };

    /// <summary>What the two sides count differently; empty where one of them did not run.</summary>
    public IReadOnlyList<string> Differences => Ours.Tally is { } ours && Peer?.Tally is { } theirs ? ours.DifferencesTo(theirs) : [];

    /// <summary>Each target with whether it was met, by medians.</summary>
    public IEnumerable<(string Target, bool IsMet)> Verdicts()
    {
        if (Rate is { } rate)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"≥ {rate / 1e6:0.#} M rows/s"), Ours.Failure is null && Rows / Ours.Median >= rate);
        }

        if (Times is { } times && Peer is { Failure: null })
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"≥ {times:0.#} ×"), Ours.Failure is null && Ours.TimesFasterThan(Peer, side => side.Median) >= times);
        }

        if (Limit is { } limit)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"≤ {limit:0.#} s"), Ours.Failure is null && Ours.Median <= limit);
        }

        if (Memory is { } memory)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"≤ {memory / CxrulesProgram.Megabyte} MB beside ids"), Ours.Failure is null && Ours.Peak - (Ids ?? 0) <= memory);
        }
    }
}
