using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Symbols;

/// <summary>The declared dispositions, by every name they go by, and what is below each.</summary>
internal sealed class Taxonomy
{
    private readonly Dictionary<string, Disposition> _byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Disposition> _below;

    public Taxonomy(ImmutableArray<Disposition> dispositions)
    {
        Codes = [.. dispositions.Select(disposition => disposition.Code)];
        foreach (var disposition in dispositions)
        {
            _byName[Code.ToBareWord(disposition.Code)] = disposition;
        }

        foreach (var disposition in dispositions)
        {
            foreach (var earlier in disposition.Was)
            {
                _byName.TryAdd(Code.ToBareWord(earlier), disposition);
            }
        }

        _below = dispositions.Where(disposition => disposition.Below is not null).ToLookup(disposition => Code.ToBareWord(disposition.Below ?? ""));
    }

    public ImmutableArray<string> Codes { get; }

    /// <summary>No code is declared: any is accepted.</summary>
    public bool IsOpen => Codes.IsEmpty;

    /// <summary>The disposition that has, or had, this name.</summary>
    public Disposition? Find(string name) => _byName.GetValueOrDefault(Code.ToBareWord(name));

    /// <summary>A disposition and everything below it.</summary>
    public IReadOnlyList<Disposition> WithBelow(Disposition top)
    {
        var found = new List<Disposition> { top };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var below in _below[Code.ToBareWord(found[i].Code)])
            {
                if (!found.Contains(below))
                {
                    found.Add(below);
                }
            }
        }

        return found;
    }

    /// <summary>The data values that mean this code: its own name and its earlier ones.</summary>
    public static IEnumerable<CodePattern> Patterns(Disposition disposition) =>
        disposition.Was.IsEmpty ? [Pattern(disposition.Code)] : disposition.Was.Prepend(disposition.Code).Select(Pattern);

    private static CodePattern Pattern(string name) => new(Code.ToBareWord(name), false);
}
