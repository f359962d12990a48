using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;

namespace CxRules.Testing.Surveys;

/// <summary>What cases and contact routes with a known cost get of contacts: over all contacts it is the replay's total, to the last digit.</summary>
internal sealed class FoundMoney
{
    private readonly HashSet<(RulePlan Rule, string Owners)> _routes;

    public FoundMoney(Decisions decisions) =>
        _routes = [.. decisions.Routes.Where(route => route.Cost is not null).Select(route => (route.Rule, Joined(route.Owners)))];

    /// <summary>In millionths of the currency.</summary>
    public decimal Of(TracedContact contact)
    {
        var sum = 0m;
        foreach (var share in contact.Shares)
        {
            if (share.Case is { } decision ? decision.Cost is not null : _routes.Contains((share.Rule, Joined(share.Owners))))
            {
                sum += share.Weight.Mid * ((contact.Price.Cost ?? 0) + (contact.Escalation?.Cost ?? 0));
                sum += share.CancellationWeight.Mid * (contact.Cancellation?.Cost ?? 0);
            }
        }

        return sum;
    }

    private static string Joined(IEnumerable<string> owners) => string.Join('\u001f', owners);
}
