using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>What a random scenario is made from; small enough to shrink.</summary>
/// <param name="Seed">Decides everything else.</param>
internal sealed record Knobs(int Seed, int Days, int Rules, bool Hourly)
{
    private const int FewestDays = 30;
    private const int MostHourlyDays = 40;

    public static Arbitrary<Knobs> Arbitrary { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        select Random(new Random(seed)),
        knobs => knobs.Smaller);

    /// <summary>Each a little smaller than this one.</summary>
    public IEnumerable<Knobs> Smaller
    {
        get
        {
            if (Rules > 1)
            {
                yield return this with { Rules = 1 };
                yield return this with { Rules = Rules - 1 };
            }

            if (Days > FewestDays)
            {
                yield return this with { Days = Math.Max(FewestDays, Days / 2) };
                yield return this with { Days = Days - 1 };
            }
        }
    }

    public static Knobs Random(Random random)
    {
        var hourly = random.Next(10) == 0;
        var days = random.Next(FewestDays, 121);
        return new(random.Next(), hourly ? Math.Min(days, MostHourlyDays) : days, random.Next(1, 6), hourly);
    }

    /// <summary>A small one, whose first rule is of hours.</summary>
    public static Knobs OfHours(Random random) => new(random.Next(), random.Next(FewestDays, MostHourlyDays), random.Next(1, 3), Hourly: true);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"new({Seed}, {Days}, {Rules}, {(Hourly ? "true" : "false")})");
}
