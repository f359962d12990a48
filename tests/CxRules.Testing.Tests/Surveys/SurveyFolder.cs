using System.Globalization;
using System.Text;
using CxRules.Testing.Replays;
using CxRules.Testing.Tests.Comparing;
using CxRules.Testing.Tests.Naive;

namespace CxRules.Testing.Tests.Surveys;

/// <summary>A rule set with a random history of six weeks, over the end of March, in a folder that goes.</summary>
internal sealed class SurveyFolder : IDisposable
{
    public const string Rules = """
        rule late if disposition = late-fee and daily volume >= 3 per channel then route to Billing and Legal with cost estimate
        rule broken if disposition = broken and weekly volume >= 12 then route to owner of disposition
        rule complaints if has escalation then route to Legal

        """;

    public const string Project = """
        name: survey
        zone: Europe/London
        currency: GBP
        fallback owner: CX
        dispositions:
          late-fee: { demand: failure, touchpoint: bill, was: [old-fee] }
          broken: { demand: failure, touchpoint: device }
          hours: { demand: value, touchpoint: shop }
          mapless: { demand: value }
        touchpoints:
          bill: { owner: Billing }
          device: { owner: Products }
          shop: { }
        owners: { Billing: { email: b@x.test }, Legal: { email: l@x.test }, Products: { email: p@x.test }, CX: { email: c@x.test } }
        gaps: [2026-03-21]
        costs:
          - from: 2026-03-01
            contacts: { spend: 6000 GBP per month, contacts: 1000 per month }
            channels: { chat: 1.00 GBP }
            loaded rate: 31 GBP per hour
            acquisition: 200 GBP
            escalations: { base: 50 GBP, regulator: { money: 16, time: 6 } }

        """;

    private const string Columns = "id,at,channel,reason,customer,seconds,cancelled,why,escalation,escalated,cause,rating,kind";

    private static readonly DateTime s_start = new(2026, 3, 9, 0, 30, 0);

    private readonly HistoryFolder _folder;

    public SurveyFolder(string rows, string project = Project, string rules = Rules)
    {
        _folder = new HistoryFolder(project, rules, Columns, rows.TrimEnd('\n'));
        Naive = NaiveEvaluator.Replay(Options.RuleSet, Options.Source, Options.Files);
    }

    public ReplayOptions Options => _folder.Options;

    public NaiveResult Naive { get; }

    public List<NaiveContact> Contacts => Naive.History.Contacts;

    public static SurveyFolder Random(int seed) => new(RandomRows(seed));

    public void Dispose() => _folder.Dispose();

    private static string RandomRows(int seed)
    {
        var dice = new Dice(seed, 0);
        var rows = new StringBuilder();
        for (var i = 0; i < 700; i++)
        {
            var at = s_start.AddMinutes(dice.Between(0, (42 * 24 * 60) - 1));
            if (at.Date == new DateTime(2026, 3, 21))
            {
                continue;
            }

            var escalation = dice.Of("", "", "", "", "", "", "regulator", "press");
            rows.Append(CultureInfo.InvariantCulture, $"c{i},{at:yyyy-MM-dd HH:mm:ss}Z,{dice.Of("phone", "phone", "chat", "web", "Web")},{dice.Of("late-fee", "Late Fee", "old-fee", "broken", "hours", "mapless", "strange", "")},");
            rows.Append(CultureInfo.InvariantCulture, $"{dice.Of("", $"k{dice.Between(0, 25)}", $"k{dice.Between(0, 25)}", $"k{dice.Between(0, 25)}")},{dice.Of("", $"{dice.Between(0, 900)}", $"{dice.Between(0, 900)}")},{(dice.Between(1, 25) == 1 ? "true" : "")},{dice.Of("", "price")},");
            rows.Append(CultureInfo.InvariantCulture, $"{escalation},{(escalation.Length > 0 || dice.Between(1, 30) == 1 ? "true" : "")},{dice.Of("", "skill", "operations", "Operations", "unknown", "weather")},{dice.Of("", "", "1", "2", "3", "4", "4.5", "5")},\n");
        }

        return rows.ToString();
    }
}
