namespace CxRules.Model.Money;

/// <summary>What a cost is made of. The parts add up to it exactly.</summary>
/// <param name="Contacts">Handling the contacts.</param>
/// <param name="Cancellations">Winning new customers for those who left.</param>
/// <param name="Escalations">Complaints that went further.</param>
public sealed record CostBreakdown(CostPart Contacts, CostPart Cancellations, CostPart Escalations)
{
    public CostRange Total => Contacts.Cost + Cancellations.Cost + Escalations.Cost;
}

/// <param name="Count">Contacts, customers or escalations that stand behind it, each counted whole.</param>
public sealed record CostPart(long Count, CostRange Cost);

/// <summary>One line of a total: what an owner, a touchpoint or a disposition costs.</summary>
public sealed record CostShare(string Name, CostRange Cost);
