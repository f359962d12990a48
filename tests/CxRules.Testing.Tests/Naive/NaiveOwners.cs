using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Who answers for contacts.</summary>
internal sealed class NaiveOwners(Project project)
{
    private readonly NaiveDispositions _dispositions = new(project);

    public ImmutableArray<string> Of(BoundRoute? route, IEnumerable<NaiveContact> contacts) => route is null ? []
        : route.OwnerOf is not { } field ? route.Owners
        : [contacts.GroupBy(contact => Of(contact, field)).OrderByDescending(owner => owner.Count()).ThenBy(owner => owner.Key, StringComparer.Ordinal)
            .Select(owner => owner.Key).FirstOrDefault() ?? Unmapped];

    private string Unmapped => project.FallbackOwner ?? "unassigned";

    private string Of(NaiveContact contact, ContactField field)
    {
        var code = field.Name == "touchpoint" ? contact.Code("touchpoint") : _dispositions.Of(contact)?.Touchpoint;
        return project.Touchpoints.FirstOrDefault(touchpoint => code is not null && Code.Matches(new(touchpoint.Code, false), code))?.Owner ?? Unmapped;
    }
}
