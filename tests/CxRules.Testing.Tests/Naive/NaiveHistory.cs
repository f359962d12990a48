using CxRules.Model.Projects;
using CxRules.Model.Sources;

namespace CxRules.Testing.Tests.Naive;

/// <summary>The accepted contacts in order, and where every other row went.</summary>
internal sealed record NaiveHistory(List<NaiveContact> Contacts, long Received, NaiveDoor Door, long Rejected)
{
    private static readonly TimeSpan UsualLateAfter = TimeSpan.FromMinutes(15);

    public static NaiveHistory Read(Project project, ContactSource source, IEnumerable<string> files)
    {
        var (mapped, received) = Map(source, files);
        var mapping = new NaiveMapping(source);
        var dispositions = new NaiveDispositions(project);
        mapped.ForEach(dispositions.Rename);
        mapping.Spell(mapped);
        var door = new NaiveDoor(project.LateAfter ?? UsualLateAfter);
        door.Pass(mapped);
        door.Accepted.ForEach(contact => Complete(dispositions, contact));
        List<NaiveContact> contacts = [.. door.Accepted.OrderBy(contact => contact.OccurredAt).ThenBy(contact => contact.Id, StringComparer.Ordinal).ThenBy(contact => contact.Source, StringComparer.Ordinal)];
        return new(contacts, received, door, received - mapped.Count);
    }

    /// <summary>The contacts as they stand in the files.</summary>
    public static List<NaiveContact> Mapped(ContactSource source, IEnumerable<string> files)
    {
        var (mapped, _) = Map(source, files);
        new NaiveMapping(source).Spell(mapped);
        return mapped;
    }

    private static (List<NaiveContact> Mapped, long Received) Map(ContactSource source, IEnumerable<string> files)
    {
        var mapping = new NaiveMapping(source);
        var all = files.SelectMany(file => source.Format is HistoryFormat.Json or HistoryFormat.JsonLines ? OfJson(mapping, source, file) : OfTable(mapping, source, file)).ToList();
        return ([.. all.OfType<NaiveContact>()], all.Count);
    }

    private static IEnumerable<NaiveContact?> OfJson(NaiveMapping mapping, ContactSource source, string file) => NaiveJson.Records(NaiveCsv.ReadText(file), source)
        .Select(record => mapping.Map(field => NaiveJson.Values(record, field), record.GetRawText(), record.GetRawText()));

    private static IEnumerable<NaiveContact?> OfTable(NaiveMapping mapping, ContactSource source, string file)
    {
        var rows = NaiveCsv.Parse(NaiveCsv.ReadText(file), source.Format == HistoryFormat.Tsv ? '\t' : ',');
        return rows.Skip(1).Select(row => mapping.Map(rows[0].Cells, row));
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
