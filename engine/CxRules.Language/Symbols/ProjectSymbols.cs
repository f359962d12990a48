using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Symbols;

/// <summary>The names that rules may use under a project.</summary>
internal sealed class ProjectSymbols
{
    private static readonly ImmutableArray<string> Demands = [.. Enum.GetNames<Demand>().Select(name => name.ToLowerInvariant())];

    private readonly Dictionary<string, ImmutableArray<string>> _declaredCodes;
    private readonly Dictionary<string, Owner> _ownersByWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Owner> _ownersAsWritten = new(StringComparer.OrdinalIgnoreCase);

    public ProjectSymbols(Project project)
    {
        Project = project;
        Taxonomy = new(project.Dispositions);
        FieldNames = [.. project.Schema.Fields.Where(field => !field.IsOfRow).Select(field => field.Name), .. ContactMoment.Names];
        foreach (var owner in project.Owners)
        {
            _ownersByWord.TryAdd(Code.ToBareWord(owner.Name), owner);
            _ownersAsWritten.TryAdd(owner.Name, owner);
        }

        _declaredCodes = new(StringComparer.Ordinal)
        {
            [project.Schema.Touchpoint.Name] = [.. project.Touchpoints.Select(touchpoint => touchpoint.Code)],
            [project.Schema.Kind.Name] = RecordKind.All,
            [project.Schema.Demand.Name] = Taxonomy.IsOpen ? [] : Demands,
        };
    }

    public Project Project { get; }

    public Taxonomy Taxonomy { get; }

    /// <summary>Everything that may stand at the left of a contact condition.</summary>
    public ImmutableArray<string> FieldNames { get; }

    public ContactField? Field(string words) =>
        (Project.Schema.Find(words) ?? Project.Schema.Find(words.ToLowerInvariant())) is { IsOfRow: false } field ? field : null;

    /// <summary>The codes a field may have; empty: any.</summary>
    public ImmutableArray<string> DeclaredCodes(ContactField field) => _declaredCodes.GetValueOrDefault(field.Name, []);

    public Owner? Owner(CodePattern name) => name.Quoted ? _ownersAsWritten.GetValueOrDefault(name.Text) : _ownersByWord.GetValueOrDefault(Code.ToBareWord(name.Text));
}
