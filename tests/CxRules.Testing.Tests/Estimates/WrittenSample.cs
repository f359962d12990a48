using System.Globalization;
using CxRules.Language.Text;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Time;

namespace CxRules.Testing.Tests.Estimates;

/// <summary>A small history with kinds, a sample, and costs of 6 GBP a contact.</summary>
internal static class WrittenSample
{
    private const string Source = """
        source: s
        format: csv
        fields:
          id: id
          occurred at: at
          channel: channel
          kind: kind
          disposition: reason
          touchpoint: step
          topic: topic
          rating: rating
          agent: agent
          handle time: { column: secs, unit: seconds }

        """;

    /// <param name="sheet">The file of the sample `meter`; null: it has none.</param>
    public static WrittenReplay Replay(string rules, string? sheet = null, string until = "2026-03-31", string project = "") => new(rules, Source)
    {
        Project = $$"""
            zone: UTC
            currency: GBP
            {{project}}
            touchpoints: { first-bill: { owner: Billing } }
            dispositions: { meter: {}, fee: { touchpoint: first-bill }, other: {} }
            samples: { meter: { file: meter.csv, until: {{until}} } }
            costs:
              - from: 2026-03-01
                contacts: { spend: 6000 GBP per month, contacts: 1000 per month }

            """,
        Samples = [new SourceText("meter.csv", sheet ?? "date,sampled hours,total hours,count\n")],
    };

    /// <summary>As many contacts on each day from 1 March 2026 on.</summary>
    public static string Contacts(int days, int each, string more = "") => "id,at,channel,kind,reason,step,topic,rating,agent,secs\n" + string.Concat(
        Enumerable.Range(0, days).SelectMany(day => Enumerable.Range(0, each).Select(number => Row($"c{day}-{number}", day + 1, "", reason: "other")))) + more;

    public static string Row(string id, int day, string kind, string reason = "", string topic = "", string rating = "", string step = "", string agent = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{id},2026-03-{day:00}T09:00:00Z,phone,{kind},{reason},{step},{topic},{rating},{agent},\n");

    public static ReplayCase OneCase(ReplayResult result) => Assert.Single(result.Cases);
}
