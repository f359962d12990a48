using System.Globalization;
using CxRules.Model.Money;
using CxRules.Report.Layout;
using CxRules.Runtime.Ledger;
using CxRules.Testing.Explaining;

namespace CxRules.Report.Explanations;

/// <summary>How a cost came about, in words.</summary>
internal static class MoneyWords
{
    private const decimal Millionths = 1_000_000m;

    /// <summary>`310 s × 31.50 GBP an hour + 0.20 GBP, table from 2026-01-01`.</summary>
    public static string Price(ContactPrice price, string? currency) => price switch
    {
        { From: null } => "no cost table covers the day",
        { HandleTime: { } handled, Rate: { } rate } =>
            $"{Number(handled / 1000m)} s × {Number(rate)} {currency} an hour{(price.Fee is > 0 and var fee ? $" + {Number(fee / Millionths)} {currency} for the channel" : "")}{Table(price.From)}",
        { PerContact: { } spend } => $"spend ÷ contacts = {Amount(spend, currency)}{Table(price.From)}",
        _ => $"no handle time, and no spend ÷ contacts{Table(price.From)}",
    };

    public static string Cancellation(CancellationPrice price, string? currency) =>
        $"a lost customer, {Amount(price.Cost / Millionths, currency)}{Table(price.From)}: {(price.IsStated ? "with a reason, so it counts whole" : "without a reason, so it counts as the contact does")}";

    public static string Escalation(EscalationPrice price, string? currency) =>
        $"escalated ({price.Kind}): {Number(price.Base)} {currency} × {Number(price.Factor)} = {Amount(price.Cost / Millionths, currency)}{Table(price.From)}";

    /// <summary>Two decimals, and as many as it takes for small ones.</summary>
    public static string Amount(decimal amount, string? currency) => $"{Amount(amount)} {currency}".TrimEnd();

    public static string Amount(decimal amount) => amount.ToString(amount != 0 && Math.Abs(amount) < 1 ? "0.00####" : "#,0.00", CultureInfo.InvariantCulture);

    public static string Interval(CostRange cost) => $"{Amount(cost.Low)}–{Amount(cost.High)}";

    /// <summary>`billing 0.5 (case 1a2b…)`.</summary>
    public static string Share(ExplainedShare share) =>
        $"{share.Rule}{(share.CaseId is { } id ? $" (case {id[..6]}…)" : $" (routed to {string.Join(" and ", share.Owners)})")}: {(share.Claim is { } claim ? $"asks for {Weight(claim)}, gets {Weight(share.Weight)}" : "takes no part")}";

    public static string Weight(decimal weight) => weight.ToString("0.######", CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Table(DateOnly? from) => from is { } day ? string.Create(CultureInfo.InvariantCulture, $", table from {day:yyyy-MM-dd}") : "";
}
