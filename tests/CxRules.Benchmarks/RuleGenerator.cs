using System.Globalization;
using System.Text;

namespace CxRules.Benchmarks;

/// <summary>A rule set of any size: rules of several shapes, half of them as sentences, half as YAML, twenty to a file.</summary>
internal static class RuleGenerator
{
    private const int RulesPerFile = 20;

    private static readonly string[] s_owners = ["Billing", "Networks", "Logistics", "Marketing", "Product", "CX"];
    private static readonly string[] s_channels = ["phone", "chat", "email", "web"];

    /// <summary>Writes the rule set and returns its folder.</summary>
    public static string Write(string folder, int rules)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "cxrules.yaml"), $"""
            name: generated
            zone: Europe/London
            currency: GBP
            owners:
            {string.Join('\n', s_owners.Select(owner => $"  {owner}: {{ email: {owner.ToLowerInvariant()}@example.test }}"))}
            baseline: {"{ chance guard: 0.001 }"}

            """);
        for (var first = 0; first < rules; first += RulesPerFile)
        {
            var numbers = Enumerable.Range(first, Math.Min(RulesPerFile, rules - first));
            var isYaml = first / RulesPerFile % 2 == 1;
            var text = isYaml ? "rules:\n" + string.Concat(numbers.Select(Yaml)) : string.Concat(numbers.Select(Sentence));
            File.WriteAllText(Path.Combine(folder, $"rules-{first:0000}.{(isYaml ? "yaml" : "cxr")}"), text);
        }

        return folder;
    }

    private static string Sentence(int number) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"rule generated-{number} \"Generated rule {number}\"\n")
        .Append(CultureInfo.InvariantCulture, $"  severity {(number % 3 == 0 ? "high" : "medium")}\n")
        .Append(CultureInfo.InvariantCulture, $"  if {Condition(number)}\n")
        .Append(CultureInfo.InvariantCulture, $"     and {Measure(number)}\n")
        .Append(CultureInfo.InvariantCulture, $"     and at least {10 + (number % 40)} contacts\n")
        .Append(CultureInfo.InvariantCulture, $"  until weekly volume < baseline × 1.1 for 3 days\n")
        .Append(CultureInfo.InvariantCulture, $"  then route to {s_owners[number % s_owners.Length]} with cost estimate because \"reason {number}\"\n\n")
        .ToString();

    private static string Yaml(int number) => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"  - rule: generated-{number}\n")
        .Append(CultureInfo.InvariantCulture, $"    title: Generated rule {number}\n")
        .Append(CultureInfo.InvariantCulture, $"    if:\n      - {Condition(number)}\n      - {Measure(number)}\n")
        .Append(CultureInfo.InvariantCulture, $"    per: product\n")
        .Append(CultureInfo.InvariantCulture, $"    then: route to {s_owners[number % s_owners.Length]} with cost estimate\n")
        .ToString();

    private static string Condition(int number) => (number % 4) switch
    {
        0 => $"disposition = reason-{number % 60}",
        1 => $"disposition in (reason-{number % 60}, reason-{(number + 7) % 60}) and channel = {s_channels[number % 4]}",
        2 => $"(disposition = reason-{number % 60} or product = product-{number % 12}) and not channel = {s_channels[number % 4]}",
        _ => $"disposition = reason-{number % 60} and handle time > {5 + (number % 20)} min",
    };

    private static string Measure(int number) => (number % 4) switch
    {
        0 => "weekly volume > baseline × 1.3",
        1 => "daily volume is 40% above baseline",
        2 => "daily volume is beyond chance",
        _ => "weekly share of (channel = phone) > 60%",
    };
}
