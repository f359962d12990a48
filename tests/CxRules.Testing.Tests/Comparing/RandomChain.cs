using System.Globalization;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Signals that rules emit, and rules behind them that ask for these.</summary>
internal sealed class RandomChain(Knobs knobs, Func<int, bool> isAboutContacts)
{
    /// <summary>The rule is about nothing but signals.</summary>
    public bool IsAboutCases(int index) => index > 0 && Of(index).Is(.2) && Emitters(index).Length > 0;

    public string Emission(int index) => Emits(index) ? $"  then emit signal signal-{index % 2}\n" : "";

    /// <summary>A further condition of a rule; mostly none.</summary>
    public string Asked(int index, double probability)
    {
        var dice = new Dice(knobs.Seed, 11000 + index);
        var emitters = Emitters(index);
        return emitters.Length > 0 && dice.Is(probability) ? $" and {One(dice, emitters)}" : "";
    }

    /// <summary>What follows the header of a rule about signals.</summary>
    /// <param name="targets">Rules that it may suppress.</param>
    public string Rule(int index, int[] targets)
    {
        var dice = new Dice(knobs.Seed, 12000 + index);
        var emitters = Emitters(index);
        var condition = dice.Between(0, 3) switch
        {
            0 => $"{One(dice, emitters)} and {One(dice, emitters)}",
            1 => $"({One(dice, emitters)} or {One(dice, emitters)})",
            _ => $"signal signal-{dice.Of(emitters) % 2} is active",
        };
        var hold = dice.Is(.3) ? $" for {dice.Between(2, 4)} days" : "";
        var every = dice.Is(.2) ? $"  every {dice.Of("monday at 06:00", "week on sunday", "hour")}\n" : "";
        var suppression = targets.Length > 0 && dice.Is(.4) ? string.Create(CultureInfo.InvariantCulture, $"  then suppress rule-{dice.Of(targets)}\n") : "";
        return $"  if {condition}{(every.Length == 0 ? hold : "")}\n{every}  then {dice.Of("notify customers and agents within 5 days", "escalate to Repairs", "call back within 4 hours", "escalate to owner of touchpoint")}\n{suppression}{Emission(index)}";
    }

    private static string One(Dice dice, int[] emitters) => $"{dice.Of("", "", "not ")}signal signal-{dice.Of(emitters) % 2} is active";

    /// <summary>Two signals for all rules: several may emit one. Those before a rule alone, for chains must end; and none where a later rule of the same signal would close a circle.</summary>
    private int[] Emitters(int index) => [.. Enumerable.Range(0, index).Where(Emits).Where(emitter => !Enumerable.Range(index, knobs.Rules - index).Any(later => Emits(later) && later % 2 == emitter % 2))];

    private bool Emits(int index) => !isAboutContacts(index) && new Dice(knobs.Seed, 9000 + index).Is(.35);

    private Dice Of(int index) => new(knobs.Seed, 10000 + index);
}
