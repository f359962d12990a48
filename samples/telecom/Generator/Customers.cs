namespace CxRules.Samples.Telecom;

/// <summary>The firm's customers by number; all that is known of one follows from it.</summary>
internal static class Customers
{
    private const int Count = 60_000;

    private static readonly (string Code, int PerMille)[] Regions =
    [
        ("london", 180), ("south-east", 150), ("north-west", 120), ("east", 90), ("west-midlands", 90), ("south-west", 85),
        ("yorkshire", 85), ("scotland", 80), ("east-midlands", 60), ("wales", 35), ("north-east", 25),
    ];

    private static readonly (string Code, int PerMille)[] Products = [("broadband", 360), ("mobile", 340), ("bundle", 190), ("tv", 110)];

    private static readonly (string Code, int PerMille)[] Segments = [("private", 850), ("business", 150)];

    public static int Draw(ref SplitMix64 random, string? region)
    {
        while (true)
        {
            var customer = random.Below(Count);
            if (region is null || Region(customer) == region)
            {
                return customer;
            }
        }
    }

    public static string Region(int customer) => Pick(Regions, customer, 1);

    public static string Product(int customer) => Pick(Products, customer, 2);

    public static string Segment(int customer) => Pick(Segments, customer, 3);

    private static string Pick((string Code, int PerMille)[] table, int customer, ulong trait)
    {
        var random = new SplitMix64(SplitMix64.Mix(((ulong)customer << 8) | trait));
        return Weighted.Draw(ref random, table);
    }
}
