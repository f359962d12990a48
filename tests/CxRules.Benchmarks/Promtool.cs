using System.Globalization;

namespace CxRules.Benchmarks;

/// <summary>A peer: Prometheus' checker over as many alerting rules. Debian has it in the package `prometheus`.</summary>
internal static class Promtool
{
    private const int RulesPerGroup = 20;

    /// <summary>Its path; null where it is not installed.</summary>
    public static string? Find() => OnPath.Find("promtool");

    public static Measurement Check(string promtool, string scratch, int rules)
    {
        var file = Path.Combine(scratch, $"alerts-{rules}.yaml");
        File.WriteAllText(file, "groups:\n" + string.Concat(Enumerable.Range(0, rules).Select(Alert)));
        return new(string.Create(CultureInfo.InvariantCulture, $"promtool check rules, {rules:N0} alerts"), null, promtool, "check", "rules", file);
    }

    private static string Alert(int number) =>
        (number % RulesPerGroup == 0 ? $"  - name: group-{number}\n    rules:\n" : "")
        + $"      - alert: generated-{number}\n        expr: {Expression(number)}\n        for: 2d\n"
        + $"        labels: {{ severity: {(number % 3 == 0 ? "high" : "medium")} }}\n        annotations: {{ because: \"reason {number}\" }}\n";

    private static string Expression(int number) => (number % 4) switch
    {
        0 => $"sum(increase(contacts_total{{disposition=\"reason-{number % 60}\"}}[7d])) > 1.3 * sum(increase(contacts_total{{disposition=\"reason-{number % 60}\"}}[7d] offset 7d))",
        1 => $"sum by (product) (increase(contacts_total{{disposition=~\"reason-{number % 60}|reason-{(number + 7) % 60}\",channel=\"phone\"}}[1d])) > {10 + (number % 40)}",
        2 => $"sum(increase(contacts_total{{disposition=\"reason-{number % 60}\",channel!=\"web\"}}[1d])) / sum(increase(contacts_total[1d])) > 0.6",
        _ => $"sum(rate(handle_seconds_sum{{disposition=\"reason-{number % 60}\"}}[7d])) / sum(rate(handle_seconds_count[7d])) > {300 + (number % 600)}",
    };
}
