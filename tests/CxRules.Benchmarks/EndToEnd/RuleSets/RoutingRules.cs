using System.Collections.Immutable;
using System.Globalization;
using CxRules.Benchmarks.EndToEnd.Histories;

namespace CxRules.Benchmarks.EndToEnd.RuleSets;

/// <summary>Routing rules, the same each time: two to four conditions on the fields of a contact; those that name a disposition come first.</summary>
internal sealed class RoutingRules
{
    private const uint Seed = 12345;

    private static readonly int[] s_seconds = [120, 240, 300, 480, 600, 900, 1200];
    private static readonly decimal[] s_charges = [1.5m, 2.5m, 4m, 6.5m, 9m, 12.5m];

    private readonly CongruentialRandom _random;
    private readonly Func<RoutingCondition>[] _others;

    private RoutingRules(int count)
    {
        _random = new(Seed + (uint)count);
        _others =
        [
            () => Code("channel", HistoryCodes.Channels),
            () => Code("product", HistoryCodes.Products),
            () => Code("region", HistoryCodes.Regions),
            HandleTime,
            Charge,
            Rating,
            Cancelled,
        ];
    }

    /// <summary>In the order in which they are asked.</summary>
    public static ImmutableArray<RoutingRule> Generate(int count)
    {
        var rules = new RoutingRules(count);
        return [.. Enumerable.Range(0, count).Select(_ => rules.Next()).ToList().OrderByDescending(rule => rule.NamesDisposition).Select(rule => rule.Rule)];
    }

    private (RoutingRule Rule, bool NamesDisposition) Next()
    {
        var count = 2 + _random.Below(3);
        var conditions = new List<RoutingCondition>(count);
        var namesDisposition = _random.Fraction() < 0.85;
        if (namesDisposition)
        {
            conditions.Add(Code("disposition", HistoryCodes.Dispositions));
        }

        conditions.AddRange(_random.Pick(_others, count - conditions.Count).Select(condition => condition()));
        return (new(HistoryCodes.Departments[_random.Below(HistoryCodes.Departments.Length)], [.. conditions]), namesDisposition);
    }

    private RoutingCondition Code(string field, ImmutableArray<string> codes) => RoutingCondition.Of(
        field,
        _random.Fraction() < 0.6 ? [codes[_random.Below(codes.Length)]] : [.. _random.Pick(codes, 2 + _random.Below(3))]);

    private RoutingCondition HandleTime()
    {
        var comparison = Comparison(usual: ">", other: "<=");
        var seconds = s_seconds[_random.Below(s_seconds.Length)];
        return new($"handle time {comparison} {seconds} seconds", $"handle_time_seconds {comparison} {seconds}");
    }

    private RoutingCondition Charge()
    {
        var comparison = Comparison(usual: ">", other: "<=");
        var charge = s_charges[_random.Below(s_charges.Length)].ToString(CultureInfo.InvariantCulture);
        return new($"charge {comparison} {charge}", $"cost {comparison} {charge}");
    }

    private RoutingCondition Rating()
    {
        var comparison = Comparison(usual: "<=", other: ">");
        var rating = 1 + _random.Below(4);
        return new($"csat {comparison} {rating}", $"csat {comparison} {rating}");
    }

    private RoutingCondition Cancelled() => _random.Fraction() < 0.6 ? new("cancelled", "cancelled = true") : new("not cancelled", "cancelled = false");

    private string Comparison(string usual, string other) => _random.Fraction() < 0.7 ? usual : other;
}
