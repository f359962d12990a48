namespace CxRules.Model.Contacts;

/// <summary>One field of the contact record.</summary>
/// <param name="Name">As rules write it: lower case, words apart by one space.</param>
/// <param name="Ordinal">Its place in the <see cref="ContactSchema"/> and in every <see cref="ContactBatch"/>.</param>
public sealed record ContactField(string Name, FieldKind Kind, int Ordinal)
{
    /// <summary>It says something about the row, not about the contact: sources map it, and rules cannot name it.</summary>
    public bool IsOfRow { get; init; }

    public override string ToString() => Name;
}
