namespace CxRules.Model.Contacts;

/// <summary>One field of the contact record.</summary>
/// <param name="Name">As rules write it: lower case, words apart by one space.</param>
/// <param name="Ordinal">Its place in the <see cref="ContactSchema"/> and in every <see cref="ContactBatch"/>.</param>
public sealed record ContactField(string Name, FieldKind Kind, int Ordinal)
{
    public override string ToString() => Name;
}
