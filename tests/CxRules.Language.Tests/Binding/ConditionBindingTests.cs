namespace CxRules.Language.Tests.Binding;

public sealed class ConditionBindingTests
{
    private static readonly long Midnight = new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Utc).Ticks;
    private static readonly long NextMidnight = new DateTime(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    public static TheoryData<string, string> Sentences => new()
    {
        { "channel = phone", "(channel in phone)" },
        { "Channel is Phone", "(channel in phone)" },
        { "channel = \"Phone Call\"", "(channel in \"Phone Call\")" },
        { "channel in (phone, chat, phone)", "(channel in chat|phone)" },
        { "channel is not phone", "(not (channel in phone))" },
        { "channel not in (phone, chat)", "(not (channel in chat|phone))" },
        { "queue = 12", "(queue in 12)" },
        { "queue = 007", "(queue in 007)" },
        { "disposition = outage", "(disposition in outage)" },
        { "disposition = late-fee", "(disposition in late-fee)" },
        { "disposition = \"Late Fee\"", "(disposition in \"Late Fee\")" },
        { "disposition = billing", "(disposition in billing)" },
        { "disposition in billing", "(disposition in bill-query|bill-question|billing|billing-confusion|late-fee|late-fee-waiver)" },
        { "disposition not in billing", "(not (disposition in bill-query|bill-question|billing|billing-confusion|late-fee|late-fee-waiver))" },
        { "disposition in (late-fee, outage)", "(disposition in late-fee|late-fee-waiver|outage)" },
        { "disposition = billing-confusion", "(disposition in bill-query|bill-question|billing-confusion)" },
        { "touchpoint = first-bill", "(touchpoint in first-bill)" },
        { "demand = failure", "(demand in failure)" },
        { "tag has vip", "(tag in vip)" },
        { "tag in (vip, press)", "(tag in press|vip)" },
        { "handle time > 20 min", "(handle time Greater 1200000)" },
        { "handle time at least 1.5 hours", "(handle time GreaterOrEqual 5400000)" },
        { "handle time > wait time", "(handle time Greater field wait time)" },
        { "handle time between 1 min and 90 seconds", "(and (handle time GreaterOrEqual 60000) (handle time LessOrEqual 90000))" },
        { "csat <= 2", "(csat LessOrEqual 2000000)" },
        { "csat < 2.5", "(csat Less 2500000)" },
        { "transfers in (1, 2)", "(or (transfers Equal 1) (transfers Equal 2))" },
        { "transfers is not 0", "(transfers NotEqual 0)" },
        { "refund > 50 GBP", "(refund Greater 50000000)" },
        { "refund > £1,500", "(refund Greater 1500000000)" },
        { "occurred at >= 2026-01-31", $"(occurred at GreaterOrEqual {Midnight})" },
        { "occurred at > 2026-01-31", $"(occurred at GreaterOrEqual {NextMidnight})" },
        { "occurred at < 2026-01-31", $"(occurred at Less {Midnight})" },
        { "occurred at <= 2026-01-31", $"(occurred at Less {NextMidnight})" },
        { "occurred at = 2026-01-31", $"(and (occurred at GreaterOrEqual {Midnight}) (occurred at Less {NextMidnight}))" },
        { "occurred at is not 2026-01-31", $"(or (occurred at GreaterOrEqual {NextMidnight}) (occurred at Less {Midnight}))" },
        { "occurred at between 2026-01-31 and 2026-01-31", $"(and (occurred at GreaterOrEqual {Midnight}) (occurred at Less {NextMidnight}))" },
        { "ended at > occurred at", "(ended at Greater field occurred at)" },
        { "cancelled", "(flag cancelled)" },
        { "cancelled is yes", "(flag cancelled)" },
        { "cancelled = false", "(not (flag cancelled))" },
        { "not cancelled", "(not (flag cancelled))" },
        { "has csat", "(has csat)" },
        { "no product", "(not (has product))" },
        { "text contains \"bill\"", "(text contains \"bill\")" },
        { "text contains any of (\"fee\", \"bill\", \"Fee\")", "(text contains \"bill\"|\"fee\")" },
        { "text matches /late fee/", "(text matches /late fee/)" },
        { "weekday in (saturday, sunday)", "(weekday in Sunday|Saturday)" },
        { "weekday is not Sunday", "(not (weekday in Sunday))" },
        { "local time between 20:00 and 08:00", "(time 20:00-08:00)" },
        { "local time > 20:00", "(time 20:00-00:00)" },
        { "local time < 08:00", "(time 00:00-08:00)" },
        { "within 45 days after first billed at", $"(within {TimeSpan.FromDays(45).Ticks} after first billed at)" },
        { "field plan = gold", "(plan in gold)" },
        { "channel = phone or cancelled", "(or (channel in phone) (flag cancelled))" },
        { "not not cancelled", "(flag cancelled)" },
        { "((channel = phone and cancelled) and (escalated))", "(and (channel in phone) (flag cancelled) (flag escalated))" },
        { "channel = phone and channel = PHONE", "(channel in phone)" },
        { "not (channel = phone or channel = chat)", "(not (or (channel in chat) (channel in phone)))" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void If_ContactCondition_IsThePopulation(string sentence, string key)
    {
        var rule = Compiled.If(sentence);
        Assert.Null(rule.Signal);
        Assert.Equal(key, rule.Population.Key);
    }

    [Fact]
    public void Date_ProjectWithZone_IsItsLocalMidnight()
    {
        var zone = new CxRules.Model.Time.ZoneRules("Test/Plus2", [(0, TimeSpan.FromHours(2).Ticks)]);
        var rule = Compiled.If("occurred at >= 2026-01-31", Compiled.Project with { Zone = zone });
        Assert.Equal($"(occurred at GreaterOrEqual {Midnight - TimeSpan.FromHours(2).Ticks})", rule.Population.Key);
    }

    [Theory]
    [InlineData("channel = phone and cancelled", "cancelled and channel = phone")]
    [InlineData("channel in (a, b)", "channel in (b, a)")]
    [InlineData("channel = a or (cancelled or escalated)", "(escalated or cancelled) or channel is a")]
    public void Key_WrittenAlike_IsEqual(string one, string other) => Assert.Equal(Compiled.If(one).Population.Key, Compiled.If(other).Population.Key);

    [Fact]
    public void Codes_OpenProject_AcceptsAny() =>
        Assert.Equal("(disposition in whatever)", Compiled.If("disposition = whatever", CxRules.Model.Projects.Project.Default).Population.Key);
}
