namespace CxRules.Samples.Telecom;

/// <summary>A contact before its details: when, why, and what is already settled about it.</summary>
/// <param name="Second">Since <see cref="BusinessCalendar.Start"/>.</param>
/// <param name="Event">The planted event it belongs to, or −1.</param>
/// <param name="Customer">−1: not settled yet.</param>
internal readonly record struct Arrival(long Second, int Reason, int Event = -1, int Customer = -1, Channel Channel = Channel.Any, bool Abandoned = false, bool Cancels = false);

internal enum Channel
{
    Any,
    Phone,
    Chat,
    Email,
    Web,
}
