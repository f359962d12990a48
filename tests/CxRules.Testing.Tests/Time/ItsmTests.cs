using System.Globalization;
using System.IO.Compression;
using System.Text;
using CxRules.Model.Hashing;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Time;

/// <summary>141,712 revisions of 24,918 incidents decide as the final versions alone.</summary>
public sealed class ItsmTests
{
    private const string Log = "itsm_incident_event_log_2016.csv.gz";

    private static readonly WrittenReplay Rules = new(
        """
        rule group-overrun "A group gets far more incidents than it knows"
          if daily volume > baseline × 1.5
             and at least 10 contacts
          per   queue
          then route to owner of disposition with cost estimate

        rule reopened "Incidents come back"
          if weekly share of (reopens > 0) > 3%
             and at least 50 contacts
          then route to Desk with cost estimate

        rule handed-around "Incidents are handed around"
          if transfers > 4 and channel = phone
          then route to Desk
        """,
        """
        source: itsm
        format: csv
        zone: America/Sao_Paulo
        fields:
          id: number
          version: sys_mod_count
          revised at: { column: sys_updated_at, pattern: "d/M/yyyy HH:mm" }
          occurred at: { column: opened_at, pattern: "d/M/yyyy HH:mm" }
          channel: contact_type
          disposition: { column: category#1, missing: ["?"] }
          sub-disposition: { column: category#2, missing: ["?"] }
          queue: { column: assignment_group, missing: ["?"] }
          customer: { column: caller_id, missing: ["?"] }
          transfers: reassignment_count
          reopens: reopen_count
          outcome: { column: closed_code, missing: ["?"] }
        """)
    {
        Project = """
            zone: America/Sao_Paulo
            currency: BRL
            fallback owner: Desk
            costs:
              - from: 2016-01-01
                contacts: { spend: 100000 BRL per month, contacts: 8000 per month }
            baseline: { method: median, windows: 8, least: 2 }
            """,
    };

    [SharedDataFact(Log)]
    public void Revisions_AndFinalVersionsAlone_DecideAlike()
    {
        var lines = Lines();
        var all = Rules.Run(Text(lines));
        var final = Rules.Run(Text([lines[0], .. FinalVersions(lines)]));

        Assert.Equal("24918 0 116789 0 5 0 0", WrittenReplay.Counts(all));
        Assert.Equal("24918 0 0 0 0 0 0", WrittenReplay.Counts(final));
        Assert.True(all.Cases.Length > 5 && all.ContactRoutes.Length > 0, $"{all.Cases.Length} cases");
        Assert.Equal(Decisions(final), Decisions(all));
    }

    /// <summary>Of each incident the row with the highest modification count; where two have it, the first by content hash counts (their times are one).</summary>
    private static IEnumerable<string> FinalVersions(IReadOnlyList<string> lines) => lines.Skip(1)
        .GroupBy(line => line[..line.IndexOf(',')])
        .Select(incident => incident.OrderByDescending(Version).ThenBy(line => StableHash.Of(Encoding.UTF8.GetBytes(line))).First());

    private static int Version(string line) => int.Parse(line.Split(',')[5], CultureInfo.InvariantCulture);

    private static string Decisions(ReplayResult result) => WrittenReplay.Comparable(result with
    {
        History = result.History with { Received = 0, Superseded = 0, Quarantined = 0 },
        Notes = [.. result.Notes.Where(note => !note.Contains("quarantined", StringComparison.Ordinal))],
        Footnotes = [],
    });

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    private static List<string> Lines()
    {
        using var stream = new GZipStream(File.OpenRead(SharedData.Find(Log) ?? throw new FileNotFoundException(Log)), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)];
    }
}
