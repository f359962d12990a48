using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Testing.Surveys;

/// <summary>Who owns what drives contacts, as the project file declares it: disposition → touchpoint → owner.</summary>
internal sealed class DriverMap
{
    /// <summary>Stands where neither the map nor the project names an owner.</summary>
    public const string Unassigned = "unassigned";

    private readonly Dictionary<string, Disposition> _dispositions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Touchpoint> _touchpoints;
    private readonly string _fallback;

    public DriverMap(Project project)
    {
        _touchpoints = project.Touchpoints.GroupBy(touchpoint => Code.ToBareWord(touchpoint.Code)).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _fallback = project.FallbackOwner ?? Unassigned;
        foreach (var disposition in project.Dispositions)
        {
            _dispositions.TryAdd(Code.ToBareWord(disposition.Code), disposition);
        }

        Owners = [.. project.Owners.Select(owner => owner.Name), .. project.Touchpoints.Select(touchpoint => touchpoint.Owner).OfType<string>(), .. project.FallbackOwner is { } fallback ? [fallback] : (string[])[]];
    }

    /// <summary>Every owner that the project names, some more than once.</summary>
    public IReadOnlyList<string> Owners { get; }

    /// <summary>The project declares dispositions: another one is not mapped.</summary>
    public bool HasDispositions => _dispositions.Count > 0;

    public bool IsDeclared(string disposition) => _dispositions.ContainsKey(Code.ToBareWord(disposition));

    /// <summary>What totals call a disposition.</summary>
    public string NameOf(string disposition) => _dispositions.GetValueOrDefault(Code.ToBareWord(disposition))?.Code ?? disposition;

    public Touchpoint? Find(string? touchpoint) => touchpoint is null ? null : _touchpoints.GetValueOrDefault(Code.ToBareWord(touchpoint));

    /// <summary>The owner of contacts at a touchpoint; the fallback owner where nobody owns it.</summary>
    public string OwnerOf(string? touchpoint) => Find(touchpoint)?.Owner ?? _fallback;
}
