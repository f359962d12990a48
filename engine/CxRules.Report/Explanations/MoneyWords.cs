using System.Globalization;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Runtime.Ledger;
using CxRules.Testing.Explaining;
using CxRules.Testing.Replays;

namespace CxRules.Report.Explanations;

/// <summary>How a cost came about, in words.</summary>
internal static class MoneyWords
{
    private const decimal Millionths = 1_000_000m;

    /// <summary>`310 s × 31.50/h + 0.20`, in the currency that is said elsewhere.</summary>
    public static string Price(ContactPrice price) => price switch
    {
        { From: null, Cost: 0 } => "no contact: it costs nothing",
        { From: null } => "no cost table covers the day",
        { HandleTime: { } handled, Rate: { } rate } => $"{Number(handled / 1000m)} s × {Amount(rate)}/h{(price.Fee is > 0 and var fee ? $" + {Amount(fee / Millionths)}" : "")}",
        { PerContact: not null } => "spend ÷ contacts",
        _ => "no handle time, and no spend ÷ contacts",
    };

    public static string Cancellation(CancellationPrice price) =>
        $"lost customer {Amount(price.Cost / Millionths)}{(price.IsStated ? " with a reason: whole" : "")}";

    public static string Escalation(EscalationPrice price) => $"{price.Kind} {Amount(price.Base)} × {Number(price.Factor)} = {Amount(price.Cost / Millionths)}";

    public static string Table(DateOnly? from) => from is { } day ? string.Create(CultureInfo.InvariantCulture, $"cost table from {day:yyyy-MM-dd}") : "no cost table";

    /// <summary>Two decimals, more for less than a hundredth.</summary>
    public static string Amount(decimal amount, string? currency) => $"{Amount(amount)} {currency}".TrimEnd();

    public static string Amount(decimal amount) => amount.ToString(amount != 0 && Math.Abs(amount) < 0.01m ? "0.######" : "#,0.00", CultureInfo.InvariantCulture);

    public static string Interval(CostRange cost) => $"{Amount(cost.Low)}–{Amount(cost.High)}";

    /// <summary>`billing 0.5 (case 1a2b3c)`.</summary>
    public static string Share(ExplainedShare share) =>
        $"{share.Rule} {(share.Claim is null ? "takes no part" : Weight(share.Weight))}{(share.CaseId is { } id ? $" (case {id[..6]})" : $" (routed to {string.Join(" and ", share.Owners)})")}";

    /// <summary>What a case asks for of each of its contacts.</summary>
    public static string Claim(ReplayCase @case) => @case.Excess is { } excess && @case.Contacts > 0
        ? $"Each contact is claimed for {Weight(excess.Mid / @case.Contacts)}: what is above the expected ÷ what came, {Figures.Quantity(excess.Mid)} ÷ {Figures.Count(@case.Contacts)}."
        : "Each contact is claimed whole.";

    public static string Weight(decimal weight) => weight.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
