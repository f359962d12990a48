namespace CxRules.Samples.Telecom;

/// <summary>The cost table of samples/telecom/cxrules.yaml, in GBP; a test compares the two.</summary>
internal static class Costs
{
    public const decimal SpendPerMonth = 96000m;
    public const decimal ContactsPerMonth = 16000m;
    public const decimal LoadedRate = 31.50m;

    public static decimal Fee(Channel channel) => channel switch
    {
        Channel.Phone => 0.90m,
        Channel.Chat => 0.35m,
        Channel.Email => 0.20m,
        Channel.Web => 0.05m,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "A contact has a channel."),
    };

    public static decimal Of(Contact contact) => contact.HandleSeconds is { } seconds
        ? (seconds * LoadedRate / 3600) + Fee(contact.Channel)
        : SpendPerMonth / ContactsPerMonth;
}
