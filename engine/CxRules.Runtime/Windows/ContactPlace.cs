namespace CxRules.Runtime.Windows;

/// <summary>Where a contact was counted.</summary>
/// <param name="Day">The local day's number.</param>
/// <param name="OccurredAt">UTC ticks.</param>
internal readonly record struct ContactPlace(Profile Profile, int Slot, int Day, long OccurredAt);
