using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Sessions;

/// <summary>Which group, which owners and which part of the money the contacts of a profile belong to.</summary>
internal sealed class ProfileKeys(EnginePlan plan, ContactDictionaries dictionaries, ProfileLayout layout)
{
    private readonly OwnerMap _owners = new(plan.Project, dictionaries.Schema);
    private readonly (int Disposition, int Touchpoint) _partFields = (layout.Fields.IndexOf(dictionaries.Schema.Disposition), layout.Fields.IndexOf(dictionaries.Schema.Touchpoint));

    /// <summary>Null where the profile lacks a value.</summary>
    public GroupKey? GroupOf(Profile profile, RulePlan rule)
    {
        var codes = rule.Per.Select(field => profile.Code(layout.Fields.IndexOf(field))).ToImmutableArray();
        return codes.Contains(0) ? null : new GroupKey(codes);
    }

    /// <summary>The codes that money is added up by.</summary>
    public (int Disposition, int Touchpoint) PartOf(Profile profile) => (
        _partFields.Disposition < 0 ? 0 : profile.Code(_partFields.Disposition),
        _partFields.Touchpoint < 0 ? 0 : profile.Code(_partFields.Touchpoint));

    /// <summary>Whom a rule sends the profile's contacts to.</summary>
    public ImmutableArray<string> OwnersOf(Profile profile, RulePlan rule) => rule.Route is { } route ? OwnersOf(profile, route) : [];

    /// <summary>Whom a route sends a case to: where a map names the owner, that of most of its contacts.</summary>
    public ImmutableArray<string> OwnersOf(CaseFigures figures, RoutePlan? route) => route switch
    {
        null => [],
        { OwnerOf: null } => route.Owners,
        { OwnerOf: { } field } when figures.Series.Profiles.Count == 0 => [_owners.OwnerOf(field, "")],
        _ => OwnerMap.OfMost([.. figures.Series.Profiles.Select(profile => (OwnersOf(profile, route)[0], figures.ContactsOf(profile), profile.Counts.Contacts))]),
    };

    private ImmutableArray<string> OwnersOf(Profile profile, RoutePlan route) =>
        route.OwnerOf is { } field ? [_owners.OwnerOf(field, dictionaries[field][profile.Code(layout.Fields.IndexOf(field))])] : route.Owners;
}
