using System.Globalization;
using CxRules.Language.Text;

namespace CxRules.Benchmarks;

/// <summary>
/// A rule set of any size, the same each time: every kind of condition, measure, baseline and clause, half of the rules as sentences, half
/// as YAML, twenty to a file.
/// </summary>
internal static class RuleGenerator
{
    private const int RulesPerFile = 20;

    private static readonly string[] s_owners = ["Billing", "Networks", "Logistics", "Marketing", "Product", "CX"];
    private static readonly string[] s_channels = ["phone", "chat", "email", "web"];
    private static readonly string[] s_severities = ["low", "medium", "high", "critical"];
    private static readonly string[] s_groups = ["product", "region", "product, region", "segment"];

    /// <summary>Writes the rule set with its project file and returns its folder.</summary>
    public static string Write(string folder, int rules)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cxrules.yaml"), GeneratedProject.Text(s_owners));
        foreach (var text in Texts(rules, RulesPerFile, file => file % 2 == 1))
        {
            File.WriteAllText(Path.Combine(folder, text.File), text.Content);
        }

        return folder;
    }

    public static SourceText Project() => new("cxrules.yaml", GeneratedProject.Text(s_owners));

    /// <param name="isYaml">The spelling of a file, by its number.</param>
    public static IEnumerable<SourceText> Texts(int rules, int perFile, Predicate<int> isYaml)
    {
        for (var first = 0; first < rules; first += perFile)
        {
            var numbers = Enumerable.Range(first, Math.Min(perFile, rules - first));
            yield return isYaml(first / perFile)
                ? new($"rules-{first:0000}.yaml", "rules:\n" + string.Concat(numbers.Select(Yaml)))
                : new($"rules-{first:0000}.cxr", string.Concat(numbers.Select(Sentence)));
        }
    }

    private static string Sentence(int number) => string.Create(CultureInfo.InvariantCulture, $"""
        rule generated-{number} "Generated rule {number}"
          author   team-{number % 9}      # who answers for it
          severity {s_severities[number % 4]}
          priority {number % 20}
          expires  2099-12-31
          see      "https://wiki.example.test/rules/{number}"
          if {Conditions(number)}
             and {Measure(number)}
             and at least {10 + (number % 40)} contacts
          for   {1 + (number % 3)} {Step(number)}
          until weekly volume < baseline × 1.1 for {2 + (number % 7)} {Step(number)}
          per   {s_groups[number % 4]}
          every {(Step(number) == "weeks" ? "monday at 06:00" : "day")}
          then route to {Owners(number)}
               with cost estimate
               with priority {s_severities[(number + 1) % 4]}
               with evidence {5 + (number % 20)} contacts
               because "reason {number} has an owner"
        {(number % 10 == 9 ? $"  then suppress generated-{number - 1}\n" : "")}

        """);

    private static string Yaml(int number) => string.Create(CultureInfo.InvariantCulture, $"""
          - rule: generated-{number}
            title: Generated rule {number}
            author: team-{number % 9}
            severity: {s_severities[number % 4]}
            priority: {number % 20}
            if:
              - {Conditions(number)}
              - {Measure(number)}
              - at least {10 + (number % 40)} contacts
            for: {1 + (number % 3)} days
            until: weekly volume < baseline × 1.1 for {7 + (number % 7)} days
            per: {s_groups[number % 4]}
            every: day
            then: route to {Owners(number)} with cost estimate because "reason {number} has an owner"

        """);

    private static string Step(int number) => number % 5 == 0 ? "weeks" : "days";

    private static string Owners(int number) => (number % 7) switch
    {
        0 => "owner of disposition",
        1 => $"{Owner(number)} and {Owner(number + 1)}",
        _ => Owner(number),
    };

    private static string Owner(int number) => s_owners[number % s_owners.Length];

    private static string Conditions(int number) => $"{First(number)} and {Second(number)}";

    private static string First(int number) => (number % 5) switch
    {
        0 => $"disposition = {Reason(number)}",
        1 => $"disposition in ({Reason(number)}, {Reason(number + 7)}, \"Reason 3\")",
        2 => $"(disposition = {Reason(number)} or product = product-{number % 12})",
        3 => $"disposition in group-{number % 6}",
        _ => $"disposition is not {Reason(number)}",
    };

    private static string Second(int number) => (number % 16) switch
    {
        0 => $"channel in (phone, {s_channels[1 + (number % 3)]})",
        1 => $"not channel = {s_channels[number % 4]}",
        2 => $"handle time > {5 + (number % 20)} min",
        3 => "csat <= 2.5",
        4 => "text contains any of (\"bill\", \"late fee\")",
        5 => "text matches /late +fee/",
        6 => "tag has vip",
        7 => "has csat",
        8 => "cancelled",
        9 => "not (escalated or transfers > 2)",
        10 => "weekday in (saturday, sunday)",
        11 => "local time between 20:00 and 08:00",
        12 => "within 45 days after first billed at",
        13 => $"wait time is above {2 + (number % 9)} min",
        14 => "bill amount > 50 GBP",
        _ => "region = region-4",
    };

    private static string Measure(int number) => (number % 17) switch
    {
        0 => "weekly volume > baseline × 1.3",
        1 => "daily volume is 40% above baseline",
        2 => "daily volume is beyond chance",
        3 => "weekly share > 12%",
        4 => "weekly share of (channel = phone) among (region = region-1) > 60%",
        5 => "weekly customers >= 130% of baseline",
        6 => "weekly cost > 2,500 GBP",
        7 => "weekly cancellations > 3",
        8 => "weekly bottom-2 rate > 25%",
        9 => "weekly average handle time > baseline + 2 min and weekly share of (csat <= 2) > 20%",
        10 => "monthly median wait time > 4 min",
        11 => "weekly 90th percentile of handle time > 30 min and weekly share of (reopens > 0) > 5%",
        12 => "volume > 2 × baseline over 36 hours",
        13 => "weekly volume > 1.5 × baseline from mean of 4 weeks",
        14 => "weekly volume of (channel = web) > 2 × volume of (channel = phone)",
        15 => "daily volume is above the expected range at 1%",
        _ => "weekly volume > 60",
    };

    private static string Reason(int number) => $"reason-{number % GeneratedProject.Reasons}";
}
