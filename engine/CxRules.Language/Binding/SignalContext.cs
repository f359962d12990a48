namespace CxRules.Language.Binding;

/// <summary>What the measures of one clause stand in.</summary>
/// <param name="Longest">The longest window of `if`; null where it names none.</param>
/// <param name="Guard">The project's chance guard, in `if` only.</param>
/// <param name="WindowReported">A measure of `if` lacks its window or has an impossible one: that is reported where it stands.</param>
internal sealed record SignalContext(BoundCondition Population, MeasureWindow? Longest, double? Guard, bool WindowReported);
