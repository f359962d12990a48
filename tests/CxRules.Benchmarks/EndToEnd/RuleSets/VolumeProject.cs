using System.Globalization;
using CxRules.Benchmarks.EndToEnd.Histories;

namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>
/// A rule for each disposition: its volume of a week against the median of the (up to 8) weeks before, every day, with cases and costs. A
/// handled second costs 0.00875 GBP, so that every sum of costs is exact.
/// </summary>
internal static class VolumeProject
{
    /// <summary>Evaluations of a rule that have no baseline yet: the first day that ends a week with four whole weeks before it is the 35th.</summary>
    public const int WithoutBaseline = 34;

    private const string Prefix = "volume-";
    private const string Condition = "weekly volume > baseline × 1.3";

    /// <summary>Writes the rule set that is measured and returns its folder.</summary>
    public static string Write(string folder)
    {
        WriteProject(folder);
        File.WriteAllText(Path.Combine(folder, "volumes.cxr"), string.Concat(HistoryCodes.Dispositions.Select((disposition, index) => Rule(disposition, Condition, HistoryCodes.Departments[index % HistoryCodes.Departments.Length]))));
        return folder;
    }

    /// <summary>
    /// The same signals laid bare. A case changes what later baselines learn from, and SQL cannot follow that. So each condition gets a part
    /// that is always unknown (400 days are more than the history has): no rule ever fires, no baseline is touched, and a rule's `unknown` evaluations are
    /// those at which its signal was true, beside the <see cref="WithoutBaseline"/> first. One more rule takes every contact, so that their number and cost can be compared.
    /// </summary>
    public static string WriteLaidBare(string folder)
    {
        WriteProject(folder);
        var rules = HistoryCodes.Dispositions.Select(disposition => Rule(disposition, $"{Condition} and volume over 400 days > 0", "Billing"));
        var everything = $"rule everything\n  if channel in ({string.Join(", ", HistoryCodes.Channels)})\n  then route to Billing with cost estimate\n";
        File.WriteAllText(Path.Combine(folder, "volumes.cxr"), string.Concat(rules) + everything);
        return folder;
    }

    /// <summary>The disposition of a rule's id; null where the rule is none of these.</summary>
    public static string? DispositionOf(string rule) => rule.StartsWith(Prefix, StringComparison.Ordinal) ? rule[Prefix.Length..] : null;

    private static string Rule(string disposition, string condition, string owner) =>
        $"rule {Prefix}{disposition}\n  if disposition = {disposition} and {condition}\n  every day\n  then route to {owner} with cost estimate\n\n";

    private static void WriteProject(string folder)
    {
        Directory.CreateDirectory(folder);
        HistorySource.Write(folder);
        var owners = HistoryCodes.Departments.Select(department => $"  {department}: {{ email: {department.ToLowerInvariant()}@example.test }}");
        var touchpoints = HistoryCodes.Departments.Select(department => $"  step-of-{department.ToLowerInvariant()}: {{ journey: use, owner: {department} }}");
        var dispositions = HistoryCodes.Dispositions.Select((disposition, index) =>
            $"  {disposition}: {{ demand: failure, touchpoint: step-of-{HistoryCodes.Departments[index % HistoryCodes.Departments.Length].ToLowerInvariant()} }}");
        File.WriteAllText(Path.Combine(folder, "cxrules.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            language: 1
            name: volumes
            zone: UTC
            currency: GBP
            owners:
            {{string.Join('\n', owners)}}
            fallback owner: CustomerOps
            touchpoints:
            {{string.Join('\n', touchpoints)}}
            dispositions:
            {{string.Join('\n', dispositions)}}
            costs:
              - from: 2020-01-01
                channels: { {{string.Join(", ", ContactPrice.Fees.Select(fee => $"{fee.Channel}: {fee.Amount} GBP"))}} }
                loaded rate: {{ContactPrice.HourlyRate}} GBP per hour
            baseline: { method: median, windows: 8, least: 4 }

            """));
    }
}

/// <summary>What a contact costs.</summary>
internal static class ContactPrice
{
    public const decimal HourlyRate = 31.50m;

    /// <summary>So many make one GBP: in them every contact costs a whole number.</summary>
    public const int Grains = 100_000;

    public static (string Channel, decimal Amount)[] Fees { get; } = [("chat", 3.10m), ("email", 4.40m), ("web", 0.15m), ("social", 2.05m), ("sms", 0.35m)];

    /// <summary>In grains; DuckDB adds whole numbers of DOUBLE exactly.</summary>
    public static string Sql { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"(handle_time_seconds * {HourlyRate / 3600 * Grains:0}.0 + CASE channel {string.Join(' ', Fees.Select(fee => string.Create(CultureInfo.InvariantCulture, $"WHEN '{fee.Channel}' THEN {fee.Amount * Grains:0}.0")))} ELSE 0.0 END)");
}
