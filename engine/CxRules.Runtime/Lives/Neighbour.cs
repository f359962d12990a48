using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Lives;

/// <summary>Contacts of a case's group that are not its own, and might rise in place of them.</summary>
/// <param name="What">`disposition bill-other`, `contacts without a reason`, `channel web`.</param>
internal sealed record Neighbour(string What, Series Series);
