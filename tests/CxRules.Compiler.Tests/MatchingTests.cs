using System.Collections.Immutable;
using CxRules.Compiler.Lowering;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using CxRules.Model.Time;
using CxRules.Runtime;
using CxRules.Runtime.Matching;

namespace CxRules.Compiler.Tests;

/// <summary>Bit vectors and delegates decide as the definition of each condition does, on random conditions and rows.</summary>
public sealed class MatchingTests
{
    private static readonly ZoneRules Zone = ZoneRules.Utc;
    private static readonly string[] Dispositions = ["Late Fee", "late fee", "Refund", "refund-status", "Trees (Down)"];
    private static readonly long Epoch = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    [Fact]
    public void Match_OfRandomConditions_IsEachConditionsDefinition()
    {
        var random = new Random(7);
        for (var round = 0; round < 150; round++)
        {
            BoundCondition[] conditions = [.. Enumerable.Range(0, random.Next(1, 140)).Select(_ => Condition(random, 3))];
            Dictionary<string, object>[] rows = [.. Enumerable.Range(0, 40).Select(_ => Row(random))];
            var batch = Rows.ToBatch(rows);
            var matcher = new Matcher([.. conditions.Select(condition => PopulationLowering.Lower(condition, Rows.Schema, Zone))], batch.Dictionaries);
            for (var row = 0; row < rows.Length; row++)
            {
                matcher.Match(batch, row);
                for (var population = 0; population < conditions.Length; population++)
                {
                    var found = BitRow.Has(matcher.Truth, population) ? Truth.True : BitRow.Has(matcher.Possible, population) ? Truth.Unknown : Truth.False;
                    Assert.True(Define(conditions[population], rows[row]) == found, $"round {round}: {conditions[population].Key} is {found} for {string.Join(", ", rows[row])}");
                }
            }
        }
    }

    [Theory]
    [InlineData("Late Fee", "late-fee", false, true)]
    [InlineData("LATE FEE", "Late Fee", true, true)]
    [InlineData("late-fee", "Late Fee", true, false)]
    [InlineData("Pothole Repair (Internal)", "pothole-repair-internal", false, true)]
    public void CodeSet_HoldsValues_AsTheLanguageCompares(string value, string pattern, bool quoted, bool expected) =>
        Assert.Equal(expected, new CxRules.Runtime.Plans.CodeSet([new(pattern, quoted)]).Contains(value));

    /// <summary>What each condition means, written down again.</summary>
    private static Truth Define(BoundCondition condition, Dictionary<string, object> row) => condition switch
    {
        BoundAnd and => and.Operands.Select(operand => Define(operand, row)).Append(Truth.True).Min(),
        BoundOr or => or.Operands.Select(operand => Define(operand, row)).Append(Truth.False).Max(),
        BoundNot not => Define(not.Operand, row) switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown },
        BoundCodeIn { Field.Name: "tag" } code => Of(((string[])row["tag"]).Any(tag => code.Codes.Any(pattern => Code.Matches(pattern, tag)))),
        BoundCodeIn code => row.TryGetValue(code.Field.Name, out var value) ? Of(code.Codes.Any(pattern => Code.Matches(pattern, (string)value))) : Truth.Unknown,
        BoundNumber number => row.TryGetValue(number.Field.Name, out var value) ? Of(Compare((long)value, number.Comparison, number.Value)) : Truth.Unknown,
        BoundFields fields => row.TryGetValue(fields.Left.Name, out var left) && row.TryGetValue(fields.Right.Name, out var right) ? Of(Compare((long)left, fields.Comparison, (long)right)) : Truth.Unknown,
        BoundFlag flag => row.TryGetValue(flag.Field.Name, out var value) ? Of((long)value == 1) : Truth.Unknown,
        BoundPresence presence => Of(row.TryGetValue(presence.Field.Name, out var value) && value is not string[] { Length: 0 }),
        BoundContains contains => row.TryGetValue("text", out var value) ? Of(contains.Words.Any(word => ((string)value).Contains(word, StringComparison.OrdinalIgnoreCase))) : Truth.Unknown,
        BoundMatches => row.TryGetValue("text", out var value) ? Of(((string)value).Contains("fee", StringComparison.OrdinalIgnoreCase)) : Truth.Unknown,
        BoundWeekday weekday => Of(weekday.Days.Contains(new DateTime((long)row["occurred at"]).DayOfWeek)),
        BoundLocalTime time => Of(IsBetween(TimeOnly.FromDateTime(new DateTime((long)row["occurred at"])), time)),
        BoundWithinAfter within => row.TryGetValue(within.Field.Name, out var value) ? Of((long)row["occurred at"] - (long)value is >= 0 and var elapsed && elapsed <= within.Ticks) : Truth.Unknown,
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private static bool IsBetween(TimeOnly at, BoundLocalTime time) => time.From <= time.To ? at >= time.From && at < time.To : at >= time.From || at < time.To;

    private static bool Compare(long left, Comparison comparison, long right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        _ => left >= right,
    };

    private static Truth Of(bool value) => value ? Truth.True : Truth.False;

    private static BoundCondition Condition(Random random, int depth) => random.Next(depth > 0 ? 16 : 12) switch
    {
        0 or 1 => new BoundCodeIn(Rows.Field("disposition"), Codes(random)),
        2 => new BoundCodeIn(Rows.Field("channel"), [new(random.Next(2) == 0 ? "phone" : "chat", false)]),
        3 => new BoundCodeIn(Rows.Field("tag"), [new("vip", false)]),
        4 => new BoundNumber(Rows.Field("csat"), (Comparison)random.Next(6), random.Next(1, 6)),
        5 => new BoundNumber(Rows.Field("handle time"), (Comparison)random.Next(6), random.Next(4) switch { 0 => long.MaxValue, 1 => 0, _ => random.Next(1, 10) }),
        6 => new BoundFields(Rows.Field("handle time"), (Comparison)random.Next(6), Rows.Field("wait time")),
        7 => new BoundFlag(Rows.Field("cancelled")),
        8 => new BoundPresence(Rows.Field(random.Next(4) switch { 0 => "csat", 1 => "channel", 2 => "tag", _ => "text" })),
        9 => random.Next(2) == 0 ? new BoundContains(Rows.Field("text"), ["bill", "FEE"]) : new BoundMatches(Rows.Field("text"), "f+e{2}"),
        10 => random.Next(2) == 0 ? new BoundWeekday([(DayOfWeek)random.Next(7), DayOfWeek.Sunday]) : new BoundLocalTime(new(random.Next(24), 0), new(random.Next(24), 30)),
        11 => new BoundWithinAfter(Rows.Field("cancelled at"), TimeSpan.TicksPerDay * random.Next(1, 9)),
        12 => new BoundNot(Condition(random, depth - 1)),
        13 => new BoundOr([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, depth - 1))]),
        _ => new BoundAnd([.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Condition(random, depth - 1))]),
    };

    private static ImmutableArray<CodePattern> Codes(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => random.Next(2) == 0 ? new CodePattern("late-fee", false) : new CodePattern(Dispositions[random.Next(Dispositions.Length)], true))];

    private static Dictionary<string, object> Row(Random random)
    {
        var row = new Dictionary<string, object>
        {
            ["occurred at"] = Epoch + (random.NextInt64(30 * 24 * 4) * TimeSpan.TicksPerHour / 4),
            ["tag"] = random.Next(3) switch { 0 => (string[])["VIP", "new"], 1 => ["new"], _ => [] },
        };
        Maybe("disposition", () => Dispositions[random.Next(Dispositions.Length)]);
        Maybe("channel", () => random.Next(2) == 0 ? "Phone" : "email");
        Maybe("csat", () => (long)random.Next(1, 6));
        Maybe("handle time", () => (long)random.Next(0, 11));
        Maybe("wait time", () => (long)random.Next(0, 11));
        Maybe("cancelled", () => (long)random.Next(2));
        Maybe("cancelled at", () => Epoch + (random.Next(-20, 40) * TimeSpan.TicksPerDay));
        Maybe("text", () => random.Next(3) switch { 0 => "my Bill is wrong", 1 => "ein Fee für nichts", _ => "hello" });
        return row;

        void Maybe(string field, Func<object> value)
        {
            if (random.Next(4) > 0)
            {
                row[field] = value();
            }
        }
    }
}
