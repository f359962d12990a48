namespace CxRules.Samples.Telecom;

/// <summary>Why customers make contact, and what such a contact is like.</summary>
/// <param name="Weekly">Contacts in an ordinary week at the start of the year.</param>
/// <param name="Growth">Per mille over the year.</param>
/// <param name="Handle">Median handle time on the phone, in seconds.</param>
/// <param name="Repeat">Per mille that come from a customer who was there for the same reason shortly before.</param>
/// <param name="Cancel">Per mille that end the contract.</param>
/// <param name="Product">The product it is always about; null: the customer's.</param>
internal sealed record Reason(string Code, int Weekly, int Growth, string Queue, ChannelMix Mix, int Handle, int Repeat = 40, int Cancel = 2, string? Product = null);

/// <summary>Per mille by channel in the hours when the phone lines are open; the rest is web.</summary>
internal sealed record ChannelMix(int Phone, int Chat, int Email)
{
    public static ChannelMix Voice { get; } = new(680, 180, 90);

    public static ChannelMix Mixed { get; } = new(540, 230, 140);

    public static ChannelMix Written { get; } = new(370, 250, 240);

    public static ChannelMix Digital { get; } = new(310, 330, 120);
}
