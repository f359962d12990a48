using CxRules.Model.Projects;
using CxRules.Model.Sources;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The accepted contacts in order, and where every other row went.</summary>
internal sealed record NaiveHistory(List<NaiveContact> Contacts, long Received, NaiveDoor Door, long Rejected)
{
    private static readonly TimeSpan UsualLateAfter = TimeSpan.FromMinutes(15);

    public static NaiveHistory Read(Project project, ContactSource source, IEnumerable<string> files)
    {
        var mapping = new NaiveMapping(source);
        var mapped = new List<NaiveContact>();
        long received = 0;
        foreach (var file in files)
        {
            if (source.Format is HistoryFormat.Json or HistoryFormat.JsonLines)
            {
                foreach (var record in NaiveJson.Records(NaiveCsv.ReadText(file), source))
                {
                    received++;
                    mapped.AddRange(mapping.Map(field => NaiveJson.Values(record, field), record.GetRawText(), record.GetRawText()) is { } contact ? [contact] : []);
                }

                continue;
            }

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

        var dispositions = new NaiveDispositions(project);
        mapped.ForEach(dispositions.Rename);
        mapping.Spell(mapped);
        var door = new NaiveDoor(project.LateAfter ?? UsualLateAfter);
        door.Pass(mapped);
        door.Accepted.ForEach(contact => Complete(dispositions, contact));
        List<NaiveContact> contacts = [.. door.Accepted.OrderBy(contact => contact.OccurredAt).ThenBy(contact => contact.Id, StringComparer.Ordinal).ThenBy(contact => contact.Source, StringComparer.Ordinal)];
        return new(contacts, received, door, received - mapped.Count);
    }

    private static void Complete(NaiveDispositions dispositions, NaiveContact contact)
    {
        if (dispositions.Of(contact) is not { } disposition)
        {
            return;
        }

        if (disposition.IsMissing)
        {
            contact.Values.Remove("disposition");
            return;
        }

        if (disposition.Touchpoint is { } touchpoint)
        {
            contact.Values.TryAdd("touchpoint", touchpoint);
        }

        contact.Values.TryAdd("demand", disposition.Demand.ToString().ToLowerInvariant());
    }
}
