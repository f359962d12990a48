using System.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Hashing;
using CxRules.Model.Projects;
using CxRules.Model.Sources;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The accepted contacts in order, and where every other row went.</summary>
internal sealed record NaiveHistory(List<NaiveContact> Contacts, long Received, long Superseded, long Duplicate, long Quarantined, long Rejected)
{
    public static NaiveHistory Read(Project project, ContactSource source, IEnumerable<string> files)
    {
        var mapping = new NaiveMapping(source);
        var mapped = new List<NaiveContact>();
        long received = 0;
        foreach (var file in files)
        {
            var rows = NaiveCsv.Parse(NaiveCsv.ReadText(file), source.Format == HistoryFormat.Tsv ? '\t' : ',');
            foreach (var row in rows.Skip(1))
            {
                received++;
                if (mapping.Map(rows[0].Cells, row) is { } contact)
                {
                    mapped.Add(contact);
                }
            }
        }

        return Settle(project, mapped, received);
    }

    private static NaiveHistory Settle(Project project, List<NaiveContact> mapped, long received)
    {
        var accepted = new List<NaiveContact>();
        long superseded = 0;
        long duplicate = 0;
        long quarantined = 0;
        foreach (var sameId in mapped.GroupBy(contact => contact.Id, StringComparer.Ordinal))
        {
            var versions = sameId.GroupBy(contact => contact.Version).OrderByDescending(version => version.Key).ToList();
            foreach (var version in versions)
            {
                var rows = version.OrderBy(row => row.OccurredAt).ThenBy(row => StableHash.Of(Encoding.UTF8.GetBytes(row.Content))).ToList();
                duplicate += rows.Skip(1).Count(row => row.Content == rows[0].Content);
                quarantined += rows.Skip(1).Count(row => row.Content != rows[0].Content);
                if (version == versions[0])
                {
                    accepted.Add(rows[0]);
                }
                else
                {
                    superseded++;
                }
            }
        }

        accepted.ForEach(contact => Complete(project, contact));
        accepted = [.. accepted.OrderBy(contact => contact.OccurredAt).ThenBy(contact => contact.Id, StringComparer.Ordinal)];
        return new(accepted, received, superseded, duplicate, quarantined, received - mapped.Count);
    }

    private static void Complete(Project project, NaiveContact contact)
    {
        if (Declared(project, contact) is not { } disposition)
        {
            return;
        }

        if (disposition.Touchpoint is { } touchpoint)
        {
            contact.Values.TryAdd("touchpoint", touchpoint);
        }

        contact.Values.TryAdd("demand", disposition.Demand.ToString().ToLowerInvariant());
    }

    /// <summary>The declared disposition of a contact, by its code or an earlier name.</summary>
    public static Disposition? Declared(Project project, NaiveContact contact) => contact.Code("disposition") is not { } code
        ? null
        : project.Dispositions.FirstOrDefault(disposition => disposition.Was.Prepend(disposition.Code).Any(name => Code.Matches(new(name, false), code)));
}
