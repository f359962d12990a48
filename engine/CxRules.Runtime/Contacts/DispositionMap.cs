using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Runtime.Contacts;

/// <summary>Finds the declared disposition that a data value is, by its present or an earlier name.</summary>
internal sealed class DispositionMap
{
    private readonly Dictionary<string, Disposition> _byWord = new(StringComparer.Ordinal);

    public DispositionMap(Project project)
    {
        foreach (var disposition in project.Dispositions)
        {
            foreach (var name in disposition.Was.Prepend(disposition.Code))
            {
                _byWord.TryAdd(Code.ToBareWord(name), disposition);
            }
        }
    }

    /// <summary>No code is declared: each value is its own.</summary>
    public bool IsEmpty => _byWord.Count == 0;

    public Disposition? Find(string value) => _byWord.GetValueOrDefault(Code.ToBareWord(value));
}
