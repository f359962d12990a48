using CxRules.Model.Money;

namespace CxRules.Runtime.Sessions;

/// <summary>What a case comes to whose rule asks for estimates alone. It names no contact, claims none, and is in no total.</summary>
/// <param name="From">What it is estimated from, in words.</param>
/// <param name="Contacts">In the days (hours) of the case; null where that is unknown.</param>
/// <param name="Cost">Contacts × spend ÷ contacts of the month; null where that is unknown.</param>
/// <param name="UnknownBecause">Why one of them is; null where none is.</param>
public sealed record CaseEstimate(string From, EstimatedContacts? Contacts, CostRange? Cost, string? UnknownBecause);

/// <summary>The middle, and the ends of the 90 % interval.</summary>
public sealed record EstimatedContacts(decimal Low, decimal Mid, decimal High);
