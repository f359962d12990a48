using System.Collections.Immutable;
using CxRules.Model.Cases;
using CxRules.Runtime.Cases;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tasks;

/// <summary>What a case's rule asks people to do: something with each of its contacts, and something with the case.</summary>
internal sealed class CaseTasks
{
    private readonly CaseFigures _figures;
    private readonly HashSet<Profile> _profiles;
    private readonly CaseLoop _customers = new();
    private readonly CaseLoop _agents = new();
    private readonly OwnerMap _map;
    private readonly List<(BringAction Action, List<(string Owner, long InCase, long InGroup)> Owners)> _brought;

    /// <param name="rule">That of the case, or one about it.</param>
    /// <param name="since">UTC ticks: when it asks for them.</param>
    public CaseTasks(RulePlan rule, long since, CaseDecision decision, CaseFigures figures, OwnerMap map)
    {
        Rule = rule;
        Since = since;
        _map = map;
        _brought = [.. rule.Actions.OfType<BringAction>().Where(action => action.OwnerOf is not null).Select(action => (action, new List<(string, long, long)>()))];
        Decision = decision;
        _figures = figures;
        _profiles = [.. figures.Series.Profiles];
        Each = [.. rule.Actions.Where(action => action is TagAction or CallBackAction)];
    }

    public CaseDecision Decision { get; }

    public RulePlan Rule { get; }

    public long Since { get; }

    /// <summary>Who spoke up; once all contacts are added.</summary>
    public CaseLoop Customers => _customers;

    public CaseLoop Agents => _agents;

    /// <summary>What is done with each contact.</summary>
    public ImmutableArray<ActionPlan> Each { get; }

    public bool Holds(ContactPlace place) => _figures.Holds(place.Profile, place.Slot) && _profiles.Contains(place.Profile);

    /// <param name="ownersOf">Before whom an escalation would bring the contact alone.</param>
    public void Add(ContactNames names, long occurredAt, Func<BringAction, ImmutableArray<string>> ownersOf)
    {
        _customers.Add(names.Customer, occurredAt);
        _agents.Add(names.Agent, occurredAt);
        foreach (var (action, owners) in _brought)
        {
            owners.Add((ownersOf(action)[0], 1, 0));
        }
    }

    /// <summary>Once all contacts are added.</summary>
    public IEnumerable<TaskRecord> OfTheCase() => Rule.Actions.Select(Of).OfType<TaskRecord>();

    private TaskRecord? Of(ActionPlan action)
    {
        var task = new TaskRecord(Rule, action, Since, Since + TaskTimes.Within(action)) { Case = Decision };
        return action switch
        {
            NotifyAction notify => (notify.Audience == CaseAudience.Customers ? _customers : _agents) is var loop ? task with { Audience = [.. loop.Named.Keys], Nameless = loop.Nameless } : null,
            BringAction bring => task with { Owners = OwnersOf(bring) },
            _ => null,
        };
    }

    /// <summary>Those of most of its contacts, as for a route.</summary>
    private ImmutableArray<string> OwnersOf(BringAction bring)
    {
        if (bring.OwnerOf is not { } field)
        {
            return bring.Owners;
        }

        var owners = _brought.Find(entry => ReferenceEquals(entry.Action, bring)).Owners;
        return owners.Count == 0 ? [_map.OwnerOf(field, "")] : OwnerMap.OfMost(owners);
    }
}
