using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>What a random scenario is made from; small enough to shrink.</summary>
/// <param name="Seed">Decides everything else.</param>
internal sealed record Knobs(int Seed, int Days, int Rules, bool Hourly)
{
    public static Arbitrary<Knobs> Arbitrary { get; } = Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from days in Gen.Choose(30, 120)
        from rules in Gen.Choose(1, 5)
        from hourly in Gen.Frequency((1, Gen.Constant(true)), (19, Gen.Constant(false)))
        select new Knobs(seed, hourly ? Math.Min(days, 40) : days, rules, hourly),
        Smaller);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"new({Seed}, {Days}, {Rules}, {(Hourly ? "true" : "false")})");

    private static IEnumerable<Knobs> Smaller(Knobs knobs)
    {
        if (knobs.Rules > 1)
        {
            yield return knobs with { Rules = 1 };
            yield return knobs with { Rules = knobs.Rules - 1 };
        }

        if (knobs.Days > 30)
        {
            yield return knobs with { Days = Math.Max(30, knobs.Days / 2) };
            yield return knobs with { Days = knobs.Days - 1 };
        }
    }
}
