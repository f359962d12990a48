using System.Collections.Immutable;

namespace CxRules.Samples.Telecom;

internal static class Reasons
{
    public static ImmutableArray<Reason> All { get; } =
    [
        new("billing-confusion", 200, 20, "billing", ChannelMix.Mixed, 430, 60, 4),
        new("payment-question", 205, 30, "billing", ChannelMix.Mixed, 300),
        new("payment-failed", 135, 30, "payments", ChannelMix.Digital, 280, 70),
        new("late-fee", 80, 30, "billing", ChannelMix.Voice, 340, 60, 6),
        new("refund-status", 175, 0, "billing", ChannelMix.Written, 320, 180, 6),
        new("direct-debit-change", 95, 30, "payments", ChannelMix.Digital, 240),
        new("outage-report", 60, 20, "technical", ChannelMix.Voice, 260, 90, 2, "broadband"),
        new("slow-internet", 235, 40, "technical", ChannelMix.Mixed, 640, 120, 5, "broadband"),
        new("no-service", 135, 30, "technical", ChannelMix.Voice, 520, 100, 5),
        new("router-setup", 140, 30, "technical", ChannelMix.Mixed, 700, 80, 2, "broadband"),
        new("engineer-visit", 125, 30, "field", ChannelMix.Voice, 360, 50),
        new("appointment-missed", 115, 0, "field", ChannelMix.Voice, 450, 150, 12),
        new("appointment-change", 105, 30, "field", ChannelMix.Digital, 230),
        new("order-status", 190, 40, "orders", ChannelMix.Written, 270, 110),
        new("delivery-late", 80, 30, "orders", ChannelMix.Mixed, 330, 120, 6),
        new("activation", 110, 50, "orders", ChannelMix.Mixed, 380, 60),
        new("number-port", 70, 30, "orders", ChannelMix.Written, 480, 130, 4, "mobile"),
        new("roaming", 60, 60, "account", ChannelMix.Digital, 290, 20, 2, "mobile"),
        new("data-usage", 95, 60, "account", ChannelMix.Digital, 260, 30, 2, "mobile"),
        new("device-fault", 135, 30, "technical", ChannelMix.Mixed, 560, 90, 4),
        new("warranty-claim", 55, 20, "orders", ChannelMix.Written, 410, 110),
        new("upgrade-enquiry", 150, 50, "sales", ChannelMix.Mixed, 520, 30),
        new("plan-change", 170, 40, "sales", ChannelMix.Mixed, 440, 30),
        new("price-promise-mismatch", 24, 0, "billing", ChannelMix.Voice, 510, 60, 20),
        new("cancel-service", 110, 20, "retention", ChannelMix.Voice, 620, 20, 440),
        new("contract-end", 70, 20, "retention", ChannelMix.Mixed, 390, 20, 150),
        new("move-home", 75, 20, "account", ChannelMix.Mixed, 540, 60, 30),
        new("password-reset", 180, 30, "account", ChannelMix.Digital, 210, 50),
        new("app-problem", 80, 60, "account", ChannelMix.Digital, 320, 60),
        new("account-details", 115, 30, "account", ChannelMix.Digital, 220),
        new("complaint-follow-up", 55, 20, "retention", ChannelMix.Written, 680, 200, 40),
        new("other", 150, 30, "general", ChannelMix.Mixed, 300),
    ];

    public static int IndexOf(string code)
    {
        for (var index = 0; index < All.Length; index++)
        {
            if (All[index].Code == code)
            {
                return index;
            }
        }

        throw new ArgumentException($"No reason is called {code}.", nameof(code));
    }
}
