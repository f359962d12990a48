namespace CxRules.Runtime.Tasks;

/// <summary>Whom a task about a contact concerns.</summary>
/// <param name="Customer">Its customer key.</param>
internal sealed record ContactNames(string Id, string? Customer, string? Agent);
