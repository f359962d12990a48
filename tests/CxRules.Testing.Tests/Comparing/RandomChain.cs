using System.Globalization;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Signals that rules emit, and rules behind them that ask for these, and for cases.</summary>
internal sealed class RandomChain(Knobs knobs, Func<int, bool> isAboutContacts)
{
    private static readonly string[] s_states =
        ["routed", "routed", "acknowledged", "accepted", "accepted", "declined", "declined", "declined", "disputed", "in progress", "in progress", "fix claimed", "verifying", "verified", "failed", "merged", "false alarm", "reopened", "loop closed"];

    /// <summary>The rule is about nothing but signals and cases.</summary>
    public bool IsAboutCases(int index) => index > 0 && Of(index).Is(.25) && (Emitters(index).Length > 0 || Openers(index).Any());

    public string Emission(int index) => Emits(index) ? $"  then emit signal signal-{index % 2}\n" : "";

    /// <summary>A further condition of a rule; mostly none.</summary>
    public string Asked(int index, double probability)
    {
        var dice = new Dice(knobs.Seed, 11000 + index);
        var emitters = Emitters(index);
        var signal = emitters.Length > 0 && dice.Is(probability) ? $" and {One(dice, emitters)}" : "";
        return Openers(index).ToArray() is { Length: > 0 } openers && dice.Is(probability / 2) ? $"{signal} and {dice.Of("", "", "not ")}({Case(dice, openers, mayBeAny: isAboutContacts(index))})" : signal;
    }

    /// <summary>What follows the header of a rule about signals and cases.</summary>
    /// <param name="targets">Rules that it may suppress.</param>
    public string Rule(int index, int[] targets)
    {
        var dice = new Dice(knobs.Seed, 12000 + index);
        var (emitters, openers) = (Emitters(index), Openers(index).ToArray());
        var isOfAny = openers.Length > 0 && !Emits(index) && dice.Is(.3);
        var condition = openers.Length > 0 && (emitters.Length == 0 || dice.Is(.6))
            ? $"{dice.Of("", "", "not ")}{Case(dice, openers, isOfAny)}" + dice.Between(0, 3) switch
            {
                0 => $" and {Case(dice, openers, isOfAny)}",
                1 when emitters.Length > 0 => $" and {One(dice, emitters)}",
                _ => "",
            }
            : Signals(dice, emitters);
        isOfAny &= condition.Contains("case is", StringComparison.Ordinal) || condition.Contains("case cost", StringComparison.Ordinal);
        var hold = dice.Is(.3) ? $" for {dice.Between(2, 4)} days" : "";
        var every = dice.Is(.2) ? $"  every {dice.Of("monday at 06:00", "week on sunday", "hour")}\n" : "";
        var suppression = targets.Length > 0 && !isOfAny && dice.Is(.4) ? string.Create(CultureInfo.InvariantCulture, $"  then suppress rule-{dice.Of(targets)}\n") : "";
        var action = dice.Of("notify customers and agents within 5 days", "escalate to Repairs", "call back within 4 hours", "escalate to owner of touchpoint", "route to Repairs", "route to owner of disposition");
        return $"  if {condition}{(every.Length == 0 && !condition.Contains("cost", StringComparison.Ordinal) ? hold : "")}\n{every}  then {action}\n{suppression}{Emission(index)}";
    }

    private static string Signals(Dice dice, int[] emitters) => dice.Between(0, 3) switch
    {
        0 => $"{One(dice, emitters)} and {One(dice, emitters)}",
        1 => $"({One(dice, emitters)} or {One(dice, emitters)})",
        _ => $"signal signal-{dice.Of(emitters) % 2} is active",
    };

    private static string One(Dice dice, int[] emitters) => $"{dice.Of("", "", "not ")}signal signal-{dice.Of(emitters) % 2} is active";

    private string Case(Dice dice, int[] openers, bool mayBeAny)
    {
        var name = mayBeAny && dice.Is(.5) ? "case" : string.Create(CultureInfo.InvariantCulture, $"case rule-{dice.Of(openers)}");
        return dice.Between(0, 5) switch
        {
            0 when RandomProject.HasCosts(knobs) => string.Create(CultureInfo.InvariantCulture, $"{name} cost {dice.Of(">", "<", ">=")} {dice.Between(1, 300)}.377 EUR"),
            1 => $"{name} is past its cap{(dice.Is(.2) ? " for 2 days" : "")}",
            _ => $"{name} is {dice.Of(s_states)}{(dice.Is(.3) ? $" for {dice.Between(1, 9)} days" : "")}",
        };
    }

    /// <summary>Rules before one that open cases.</summary>
    private IEnumerable<int> Openers(int index) => Enumerable.Range(0, index).Where(opener => !isAboutContacts(opener) && !IsAboutCases(opener));

    /// <summary>Two signals for all rules: several may emit one. Those before a rule alone, for chains must end; and none where a later rule of the same signal would close a circle.</summary>
    private int[] Emitters(int index) => [.. Enumerable.Range(0, index).Where(Emits).Where(emitter => !Enumerable.Range(index, knobs.Rules - index).Any(later => Emits(later) && later % 2 == emitter % 2))];

    private bool Emits(int index) => !isAboutContacts(index) && new Dice(knobs.Seed, 9000 + index).Is(.35);

    private Dice Of(int index) => new(knobs.Seed, 10000 + index);
}
