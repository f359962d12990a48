using System.Collections.Immutable;

namespace CxRules.Model.Contacts;

/// <summary>
/// The fields that a rule set needs from a history, with one <see cref="CategoryDictionary"/> for each that holds codes. Id, version,
/// occurred at and channel are always needed.
/// </summary>
public sealed class ContactDictionaries
{
    private readonly bool[] _needed;
    private readonly CategoryDictionary?[] _dictionaries;

    public ContactDictionaries(ContactSchema schema, IEnumerable<ContactField> needed)
    {
        Schema = schema;
        _needed = new bool[schema.Fields.Length];
        foreach (var field in needed.Append(schema.Id).Append(schema.Version).Append(schema.OccurredAt).Append(schema.Channel))
        {
            _needed[field.Ordinal] = true;
        }

        _dictionaries = [.. schema.Fields.Select(field =>
            _needed[field.Ordinal] && field.Kind is FieldKind.Category or FieldKind.List ? new CategoryDictionary() : null)];
        Needed = [.. schema.Fields.Where(Needs)];
    }

    public ContactSchema Schema { get; }

    public ImmutableArray<ContactField> Needed { get; }

    /// <summary>The codes of a needed category or list field.</summary>
    public CategoryDictionary this[ContactField field] =>
        _dictionaries[field.Ordinal] ?? throw new InvalidOperationException($"The field '{field.Name}' has no codes here.");

    public bool Needs(ContactField field) => _needed[field.Ordinal];
}
