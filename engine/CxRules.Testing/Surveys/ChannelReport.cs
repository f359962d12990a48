using System.Collections.Immutable;

namespace CxRules.Testing.Surveys;

/// <summary>How the same thing fares on each channel, and who comes to one channel because another failed.</summary>
/// <param name="Channels">All contacts, the channel of most first.</param>
/// <param name="Dispositions">Those that come on more than one channel, the one of most contacts first.</param>
/// <param name="Switches">From each channel to each other, the most frequent first.</param>
public sealed record ChannelReport(ImmutableArray<ChannelLine> Channels, ImmutableArray<DispositionChannels> Dispositions, ImmutableArray<ChannelSwitch> Switches)
{
    /// <summary>Contacts that name no customer: of them nobody knows whether they come again, or from another channel.</summary>
    public required long Nameless { get; init; }
}

/// <param name="Channels">The channel of most contacts first.</param>
public sealed record DispositionChannels(string Disposition, ImmutableArray<ChannelLine> Channels);

/// <param name="Share">In per cent of the contacts beside it on all channels.</param>
/// <param name="Handled">Contacts with a handle time.</param>
/// <param name="HandleSeconds">Their average; null where there is none.</param>
/// <param name="Cost">Null where the project has no costs.</param>
/// <param name="Rating">The average; null where nothing is rated.</param>
/// <param name="Repeatable">Contacts of which it is known whether the customer came before for the same reason.</param>
/// <param name="RepeatRate">Those that follow such a contact, on whatever channel, within 7 days, in per cent; null of none.</param>
public sealed record ChannelLine(
    string Channel, long Contacts, decimal Share, long Handled, decimal? HandleSeconds, KnownCost? Cost, long Rated, decimal? Rating, long Repeatable, decimal? RepeatRate);

/// <summary>Contacts on one channel of customers who had been on another within the 24 hours before.</summary>
/// <param name="Share">In per cent of the contacts on <paramref name="To"/> of which that is known; null of none.</param>
/// <param name="About">What they are about, the most frequent first; `(none)` where they do not say.</param>
public sealed record ChannelSwitch(string From, string To, long Contacts, decimal? Share, ImmutableArray<KeyValuePair<string, long>> About);
