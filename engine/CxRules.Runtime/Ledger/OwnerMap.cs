using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Ledger;

/// <summary>The touchpoint map: disposition → touchpoint → owner, with the fallback owner for what it does not know.</summary>
internal sealed class OwnerMap(Project project, ContactSchema schema)
{
    /// <summary>Stands where neither the map nor the project names an owner.</summary>
    public const string Unassigned = "unassigned";

    private readonly DispositionMap _dispositions = new(project);
    private readonly Dictionary<string, string?> _owners = project.Touchpoints
        .GroupBy(touchpoint => Code.ToBareWord(touchpoint.Code))
        .ToDictionary(group => group.Key, group => group.First().Owner, StringComparer.Ordinal);

    /// <summary>The owner of a contact by its disposition or touchpoint.</summary>
    /// <param name="value">The field's value; empty where it is missing.</param>
    public string OwnerOf(ContactField field, string value)
    {
        var touchpoint = field == schema.Disposition ? _dispositions.Find(value)?.Touchpoint : value;
        var owner = touchpoint is null ? null : _owners.GetValueOrDefault(Code.ToBareWord(touchpoint));
        return owner ?? project.FallbackOwner ?? Unassigned;
    }

    /// <summary>The owner of most of a case's contacts; of most of its group's where the case has none; ties go to the first by name.</summary>
    public static ImmutableArray<string> OfMost(IReadOnlyCollection<(string Owner, long InCase, long InGroup)> contacts)
    {
        var ranked = contacts.GroupBy(entry => entry.Owner)
            .OrderByDescending(group => group.Sum(entry => entry.InCase))
            .ThenByDescending(group => contacts.All(entry => entry.InCase == 0) ? group.Sum(entry => entry.InGroup) : 0)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        return ranked is null ? [] : [ranked.Key];
    }
}
