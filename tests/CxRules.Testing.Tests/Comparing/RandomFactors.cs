using System.Text.RegularExpressions;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Tests.Comparing;

/// <summary>Gives some baselines of a rule with groups a factor by its field.</summary>
internal sealed partial class RandomFactors(Dice dice)
{
    private static readonly Dictionary<string, string> Tables = new()
    {
        ["product"] = "by product (fibre 1.5, \"set, top\" 0.7)",
        ["region"] = "by region (SOUTH 1.2, otherwise 0.8)",
        ["disposition"] = "by disposition (late 1.1, \"Late Fee (old)\" 2, otherwise 1)",
    };

    /// <param name="per">The first field the rule groups by; null: none.</param>
    public string Text(string signal, string? per) =>
        per is not null && dice.Is(.5) ? Baseline().Replace(signal, match => $"{match.Value} × {Tables[per]}", 1) : signal;

    public BoundRule Bound(BoundRule rule) => rule is { Signal: { } signal, Per: [var field, ..] } && dice.Is(.3) ? rule with { Signal = Bound(signal, field) } : rule;

    private BoundSignal Bound(BoundSignal signal, ContactField field) => signal switch
    {
        BoundSignalAnd and => new BoundSignalAnd([.. and.Operands.Select(operand => Bound(operand, field))]),
        BoundSignalOr or => new BoundSignalOr([.. or.Operands.Select(operand => Bound(operand, field))]),
        BoundSignalNot not => new BoundSignalNot(Bound(not.Operand, field)),
        BoundThreshold { Amount: BoundBaseline baseline } threshold => threshold with { Amount = baseline with { By = Factors(field) } },
        _ => signal,
    };

    private BoundFactors Factors(ContactField field) => new(
        field,
        [.. dice.Of<string[]>(["north", "fibre"], ["south", "MOBILE"], ["set-top"]).Select(code => new BoundFactor([new CodePattern(code, dice.Is(.2))], dice.Of(.5m, 1.1m, 2m)))],
        dice.Of<decimal?>(null, 1, 1.5m));

    /// <summary>`baseline` at the end of a comparison, or before a number.</summary>
    [GeneratedRegex("> baseline(?= × )")]
    private static partial Regex Baseline();
}
