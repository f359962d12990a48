using CxRules.Model.Contacts;
using CxRules.Model.Money;
using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tests.Ledger;

public sealed class LedgerTotalsTests
{
    [Theory]
    [InlineData("100", 1)]
    [InlineData("100", 3)]
    [InlineData("0.000001", 7)]
    [InlineData("123456789.123456789012345678", 6)]
    public void Split_AmongOwners_AddsUpExactly(string amount, int owners)
    {
        var mid = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        var cost = new CostRange(mid / 2, mid, mid * 2, "GBP");
        var shares = LedgerTotals.Split(cost, [.. Enumerable.Range(0, owners).Select(owner => $"{owner}")]).ToList();
        Assert.Equal(owners, shares.Count);
        Assert.Equal(cost, shares.Select(share => share.Cost).Aggregate((left, right) => left + right));
        Assert.All(shares, share => Assert.True(Math.Abs(share.Cost.Mid - (mid / owners)) < 1e-15m));
    }

    /// <summary>30 and 60 of two dispositions to A and B, 6 of the first to B, 5 of none to nobody, and a part without contacts.</summary>
    [Fact]
    public void Add_Accounts_AddsUpByOwnerDispositionAndTouchpoint()
    {
        var (dispositions, touchpoints) = (new CategoryDictionary(), new CategoryDictionary());
        var (fee, late, lateFee) = (dispositions.Add("Fee"), dispositions.Add("late"), dispositions.Add("LATE fee"));
        var (bill, shop, gone) = (touchpoints.Add("bill"), touchpoints.Add("Shop"), touchpoints.Add("gone"));
        var project = new Project { Dispositions = [new("late fee", null, null, Demand.Failure, null, ["fee"])] };
        var totals = new LedgerTotals("GBP", new CodeNames(project), dispositions, touchpoints);
        totals.Add(AccountOf((fee, bill, 1, 30), (late, bill, 2, 60), (late, gone, 0, 0)), ["A", "B"]);
        totals.Add(AccountOf((lateFee, shop, 1, 6)), ["B"]);
        totals.Add(AccountOf((0, 0, 1, 5)), []);
        Assert.Equal("B 51, A 45, (none) 5", Text(totals.ByOwner));
        Assert.Equal("late 60, late fee 36, (none) 5", Text(totals.ByDisposition));
        Assert.Equal("bill 90, Shop 6, (none) 5", Text(totals.ByTouchpoint));
    }

    /// <summary>Spellings of one code are one line, named by the first of them; what is called "none" is not what has none.</summary>
    [Theory]
    [InlineData("Web Shop|web-shop|WEB shop!|none|", "WEB shop! 6, (none) 5, none 4")]
    [InlineData("Web Shop|web-shop|", "Web Shop 3, (none) 3")]
    [InlineData("web-shop|Web Shop|none|", "Web Shop 3, (none) 4, none 3")]
    public void Add_SpellingsOfOneCode_AreOneLine(string values, string expected)
    {
        var touchpoints = new CategoryDictionary();
        var totals = new LedgerTotals("GBP", new CodeNames(Project.Default), new CategoryDictionary(), touchpoints);
        foreach (var (index, value) in values.Split('|').Index())
        {
            totals.Add(AccountOf((0, touchpoints.Add(value), 1, index + 1)), []);
        }

        Assert.Equal(expected.Split(", ").Order(), Text(totals.ByTouchpoint).Split(", ").Order());
    }

    /// <summary>What one part takes over from another is all of it.</summary>
    [Fact]
    public void Add_APartToAnother_AddsUp()
    {
        var (part, other) = (new AccountPart(), new AccountPart());
        other.Add(new Cell { Contacts = 3, Cost = 6_000_000, Unpriced = 2 }, Claim.Whole, Claim.Whole);
        part.Add(other);
        part.Add(other);
        Assert.Equal((6, 4, 12m), (part.Contacts.Count, part.Unpriced, part.Breakdown("GBP").Total.Mid));
    }

    [Fact]
    public void Add_EqualCosts_StandByName()
    {
        var totals = new LedgerTotals("GBP", new CodeNames(Project.Default), new CategoryDictionary(), new CategoryDictionary());
        totals.Add(AccountOf((0, 0, 1, 5)), ["b"]);
        totals.Add(AccountOf((0, 0, 1, 5)), ["C"]);
        totals.Add(AccountOf((0, 0, 1, 5)), ["a"]);
        totals.Add(AccountOf((0, 0, 1, 7)), ["z"]);
        Assert.Equal("z 7, C 5, a 5, b 5", Text(totals.ByOwner));
    }

    /// <summary>A third of ten is cut at 18 decimals; the first owner gets what is left, of low and high as well.</summary>
    [Fact]
    public void Split_OfWhatDoesNotDivide_GivesTheFirstTheRest()
    {
        var shares = LedgerTotals.Split(new(1, 10, 20, "GBP"), ["A", "B", "C"]).ToList();
        Assert.Equal(("A", new CostRange(0.333333333333333334m, 3.333333333333333334m, 6.666666666666666668m, "GBP")), shares[0]);
        Assert.Equal(("B", new CostRange(0.333333333333333333m, 3.333333333333333333m, 6.666666666666666666m, "GBP")), shares[1]);
        Assert.Equal("C", shares[2].Owner);
        Assert.Equal(shares[1].Cost, shares[2].Cost);
    }

    /// <summary>Two parts with escalations and customers who left, at weights of their own: each kept apart.</summary>
    [Fact]
    public void Breakdown_OfAnAccount_KeepsItsPartsApart()
    {
        var account = new Account();
        var cell = new Cell { Contacts = 4, Cost = 20_000_000, Unpriced = 1, Consequences = new() };
        cell.Consequences.Escalated.Add(160_000_000);
        cell.Consequences.Left.Add(100_000_000);
        cell.Consequences.Left.Add(50_000_000);
        cell.Consequences.LeftWithReason.Add(200_000_000);
        account.Part(1, 1).Add(cell, new(0.25m, 0.5m, 0.75m), new(0.5m, 1, 1));
        account.Part(1, 1).Add(new Cell { Contacts = 1, Cost = 1_000_000 }, Claim.Whole, Claim.Whole);
        account.Part(1, 2).Add(new Cell { Contacts = 2, Cost = 2_000_000, Unpriced = 2 }, new(0, 0.5m, 1), default);
        Assert.Equal((7, 3), (account.Contacts, account.Unpriced));
        Assert.Equal([(1, 1), (1, 2)], account.Parts.Select(part => part.Key));
        Assert.Equal(
            new CostBreakdown(
                new(7, new(6, 12, 18, "GBP")),
                new(3, new(137.5m, 275, 312.5m, "GBP")),
                new(1, new(40, 80, 120, "GBP"))),
            account.Breakdown("GBP"));
    }

    private static Account AccountOf(params (int Disposition, int Touchpoint, long Contacts, long Cost)[] parts)
    {
        var account = new Account();
        foreach (var (disposition, touchpoint, contacts, cost) in parts)
        {
            account.Part(disposition, touchpoint).Add(new Cell { Contacts = contacts, Cost = cost * 1_000_000 }, Claim.Whole, Claim.Whole);
        }

        return account;
    }

    private static string Text(IEnumerable<CostShare> shares) => string.Join(", ", shares.Select(share => $"{share.Name} {share.Cost.Mid:0.##}"));
}
