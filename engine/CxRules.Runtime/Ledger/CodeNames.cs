using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using CxRules.Runtime.Contacts;

namespace CxRules.Runtime.Ledger;

/// <summary>What totals call a disposition or a touchpoint: its declared code, whatever the data calls it; else the value as the data has it.</summary>
internal sealed class CodeNames
{
    /// <summary>Stands where a contact has none, or a case has no owner.</summary>
    public const string None = "(none)";

    private readonly DispositionMap _dispositions;
    private readonly Dictionary<string, string> _touchpoints;

    public CodeNames(Project project)
    {
        _dispositions = new DispositionMap(project);
        _touchpoints = project.Touchpoints
            .GroupBy(touchpoint => Code.ToBareWord(touchpoint.Code))
            .ToDictionary(group => group.Key, group => group.First().Code, StringComparer.Ordinal);
    }

    /// <param name="value">Empty where it is missing.</param>
    public string Disposition(string value) => value.Length == 0 ? None : _dispositions.Find(value)?.Code ?? value;

    public string Touchpoint(string value) => value.Length == 0 ? None : _touchpoints.GetValueOrDefault(Code.ToBareWord(value)) ?? value;
}
