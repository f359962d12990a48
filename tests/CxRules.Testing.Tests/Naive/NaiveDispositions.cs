using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The declared dispositions of contacts, by their code or an earlier name.</summary>
internal sealed class NaiveDispositions(Project project)
{
    private readonly Dictionary<string, Disposition?> _known = [];

    public Disposition? Of(NaiveContact contact) => contact.Code("disposition") is not { } code ? null
        : _known.TryGetValue(code, out var known) ? known
        : _known[code] = project.Dispositions.FirstOrDefault(disposition => disposition.Was.Prepend(disposition.Code).Any(name => Code.Matches(new(name, false), code)));

    /// <summary>An earlier name, or another way to write the code, is the code.</summary>
    public void Rename(NaiveContact contact)
    {
        if (Of(contact) is { } disposition && !disposition.Code.Equals(contact.Code("disposition"), StringComparison.OrdinalIgnoreCase))
        {
            contact.Values["disposition"] = disposition.Code;
        }
    }
}
