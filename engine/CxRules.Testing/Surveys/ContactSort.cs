namespace CxRules.Testing.Surveys;

/// <summary>What contacts that are added up together have in common. Null: the contact does not say.</summary>
/// <param name="Disposition">As totals name it.</param>
/// <param name="Touchpoint">As totals name it.</param>
internal readonly record struct ContactSort(string? Disposition, string? Touchpoint, string Channel, string? Demand, string? Cause, bool IsEscalated)
{
    /// <summary>Stands where contacts do not say.</summary>
    public const string None = "(none)";
}
