using System.Globalization;

namespace CxRules.Benchmarks;

/// <summary>The project file of the generated rules.</summary>
internal static class GeneratedProject
{
    public const int Reasons = 60;

    private const int Groups = 6;

    public static string Text(IEnumerable<string> owners) => $$"""
        language: 1
        name: generated
        zone: Europe/London
        currency: GBP
        fields:
          first billed at: instant
          bill amount: money
        owners:
        {{string.Join('\n', owners.Select(owner => $"  {owner}: {{ email: {owner.ToLowerInvariant()}@example.test }}"))}}
        fallback owner: CX
        touchpoints:
          first-bill: { journey: join, owner: Billing }
        dispositions:
        {{string.Concat(Enumerable.Range(0, Groups).Select(Group))}}{{string.Concat(Enumerable.Range(0, Reasons).Select(Reason))}}costs:
          - from: 2020-01-01
            contacts:
              spend: 410000 GBP per month
              contacts: 52000 per month
            loaded rate: 31.50 GBP per hour
        baseline: { method: median, windows: 8, least: 4, chance guard: 0.001 }
        calendars:
          holidays: [2026-04-03, 2026-04-06]

        """;

    private static string Group(int number) => string.Create(CultureInfo.InvariantCulture, $"  group-{number}: {{ title: Group {number} }}\n");

    private static string Reason(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"  reason-{number}: {{ below: group-{number % Groups}, demand: failure, touchpoint: first-bill }}\n");
}
