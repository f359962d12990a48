using CxRules.Model.Projects;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Tests.Histories;

namespace CxRules.Runtime.Tests.Ledger;

public sealed class OwnerMapTests
{
    private static readonly Project Project = new()
    {
        FallbackOwner = "Care",
        Touchpoints = [new("Bill Run", null, "Billing"), new("bill-run", null, "Nobody"), new("delivery", null, null)],
        Dispositions =
        [
            new("late-fee", null, null, Demand.Failure, "bill run", ["fee"]),
            new("parcel", null, null, Demand.Failure, "delivery", []),
            new("lost", null, null, Demand.Failure, "shop", []),
            new("praise", null, null, Demand.Value, null, []),
        ],
    };

    [Theory]
    [InlineData("disposition", "Late Fee", "Billing")]
    [InlineData("disposition", "FEE", "Billing")]

    // A touchpoint without an owner, one that is not declared, a disposition without one, one that is not known, none.
    [InlineData("disposition", "parcel", "Care")]
    [InlineData("disposition", "lost", "Care")]
    [InlineData("disposition", "praise", "Care")]
    [InlineData("disposition", "other", "Care")]
    [InlineData("disposition", "", "Care")]
    [InlineData("touchpoint", "BILL RUN", "Billing")]
    [InlineData("touchpoint", "late fee", "Care")]
    [InlineData("touchpoint", "", "Care")]
    public void OwnerOf_AValue_IsThatOfItsTouchpoint(string field, string value, string owner)
    {
        Assert.Equal(owner, new OwnerMap(Project, SmallHistory.Schema).OwnerOf(SmallHistory.Field(field), value));
        Assert.Equal(owner == "Care" ? "unassigned" : owner, new OwnerMap(Project with { FallbackOwner = null }, SmallHistory.Schema).OwnerOf(SmallHistory.Field(field), value));
    }

    /// <summary>Owners with their contacts in the case and in the group.</summary>
    [Theory]
    [InlineData("A 1 9, B 2 0", "B")]
    [InlineData("B 2 0, A 1 9", "B")]
    [InlineData("A 1 0, B 2 0, A 2 0", "A")]
    [InlineData("B 2 0, A 2 0", "A")]
    [InlineData("A 2 1, B 2 9", "A")]
    [InlineData("A 3 0, B 2 0, B 2 0", "B")]
    [InlineData("A 2 1, B 2 9, C 0 0", "A")]
    [InlineData("A 0 1, B 0 9", "B")]
    [InlineData("A 0 3, B 0 2, B 0 2", "B")]
    [InlineData("A 0 5, B 0 9, A 0 5", "A")]
    [InlineData("B 0 5, A 0 5", "A")]
    [InlineData("b 1 0, B 1 0", "B")]
    [InlineData("", null)]
    public void OfMost_Contacts_IsTheOwnerOfMost(string contacts, string? owner)
    {
        var entries = contacts.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(' '))
            .Select(parts => (parts[0], (long)(parts[1][0] - '0'), (long)(parts[2][0] - '0'))).ToList();
        Assert.Equal(owner is null ? [] : (string[])[owner], OwnerMap.OfMost(entries).ToArray());
    }

    [Theory]
    [InlineData("Late Fee", "late-fee")]
    [InlineData("fee", "late-fee")]
    [InlineData("Other", "Other")]
    [InlineData("", "(none)")]
    public void Disposition_OfAValue_IsTheDeclaredCode(string value, string name) => Assert.Equal(name, new CodeNames(Project).Disposition(value));

    [Theory]
    [InlineData("BILL-RUN", "Bill Run")]
    [InlineData("Delivery", "delivery")]
    [InlineData("Web Shop", "Web Shop")]
    [InlineData("", "(none)")]
    public void Touchpoint_OfAValue_IsTheDeclaredCode(string value, string name) => Assert.Equal(name, new CodeNames(Project).Touchpoint(value));
}
