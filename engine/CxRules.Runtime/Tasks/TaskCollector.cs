using System.Collections.Immutable;
using System.Text;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Runtime.Ledger;
using CxRules.Runtime.Plans;
using CxRules.Runtime.Sessions;
using CxRules.Runtime.Windows;

namespace CxRules.Runtime.Tasks;

/// <summary>Goes over a history that is decided once more, and writes down what its rules ask people to do.</summary>
public sealed class TaskCollector : IContactSink
{
    private readonly ContactDictionaries _dictionaries;
    private readonly ContactCounter _counter;
    private readonly OwnerMap _owners;
    private readonly ContactGates _gates;
    private readonly ImmutableArray<RulePlan> _contactRules;
    private readonly ImmutableArray<CaseTasks> _cases;
    private readonly List<TaskRecord> _tasks = [];
    private readonly Func<CaseDecision, bool> _isLooped;

    internal TaskCollector(EnginePlan plan, ContactDictionaries dictionaries, ContactCounter counter, LedgeredDecisions decided, Func<CaseDecision, bool> isLooped)
    {
        _isLooped = isLooped;
        _dictionaries = dictionaries;
        _counter = counter;
        _owners = new OwnerMap(plan.Project, dictionaries.Schema);
        _gates = decided.Gates;
        _contactRules = [.. plan.Rules.Where(rule => rule.Kind == RuleKind.Contacts && !rule.Actions.IsEmpty)];
        var byState = decided.Cases.ToDictionary(entry => entry.Figures.State);
        _cases =
        [
            .. decided.Cases.Where(entry => !entry.Decision.Rule.Actions.IsEmpty || isLooped(entry.Decision)).Select(entry => new CaseTasks(entry.Decision.Rule, entry.Decision.Opened, entry.Decision, entry.Figures, _owners)),
            .. decided.Firings.Where(firing => !firing.Rule.Actions.IsEmpty).Select(firing => new CaseTasks(firing.Rule, firing.At, byState[firing.State].Decision, byState[firing.State].Figures, _owners)),
        ];
    }

    /// <summary>By time, rule, case, contact and what is to be done.</summary>
    public ImmutableArray<TaskRecord> Tasks =>
    [
        .. _tasks.Concat(_cases.SelectMany(found => found.OfTheCase()))
            .OrderBy(task => task.At).ThenBy(task => task.Rule.Index)
            .ThenBy(task => task.Contact, StringComparer.Ordinal)
            .ThenBy(task => task.Rule.Actions.IndexOf(task.Action)),
    ];

    /// <summary>Of the cases that somebody waits to hear of, who spoke up.</summary>
    public IEnumerable<CaseLoops> Loops => _cases.Where(found => found.Rule == found.Decision.Rule && _isLooped(found.Decision))
        .Select(found => new CaseLoops(found.Decision, found.Customers, found.Agents)
        {
            Due = [.. _cases.Where(other => ReferenceEquals(other.Decision, found.Decision)).SelectMany(other => other.Rule.Actions.OfType<NotifyAction>().Where(action => action.Within is not null).Select(action => (action.Audience, other.Since + (action.Within ?? 0))))],
        });

    public void Count(ContactBatch batch, ReadOnlySpan<bool> admitted)
    {
        var located = _counter.Locate(batch);
        for (var row = 0; row < batch.Count; row++)
        {
            if (admitted[row])
            {
                Add(batch, row, located(row));
            }
        }
    }

    private void Add(ContactBatch batch, int row, ContactPlace place)
    {
        ContactNames? names = null;
        foreach (var rule in _contactRules)
        {
            if (place.Profile.Holds(rule.Population) && _gates.Takes(rule, place.Profile, place.Slot))
            {
                names ??= Names(batch, row);
                foreach (var action in rule.Actions)
                {
                    _tasks.Add(Of(rule, action, _counter.Since(rule.Population, place), names) with { Owners = action is BringAction bring ? OwnersOf(bring, batch, row) : [] });
                }
            }
        }

        foreach (var found in _cases)
        {
            if (found.Holds(place))
            {
                names ??= Names(batch, row);
                found.Add(names, place.OccurredAt, bring => OwnersOf(bring, batch, row));
                _tasks.AddRange(found.Each.Select(action => Of(found.Rule, action, Math.Max(_counter.Since(found.Decision.Rule.Population, place), found.Since), names) with { Case = found.Decision }));
            }
        }
    }

    private static TaskRecord Of(RulePlan rule, ActionPlan action, long at, ContactNames names) => new(rule, action, at, at + TaskTimes.Within(action))
    {
        Contact = names.Id,
        Customer = names.Customer,
        Agent = names.Agent,
    };

    private ImmutableArray<string> OwnersOf(BringAction bring, ContactBatch batch, int row) => bring.OwnerOf is { } field
        ? [_owners.OwnerOf(field, _dictionaries[field][batch.Category(field).Codes[row]])]
        : bring.Owners;

    private ContactNames Names(ContactBatch batch, int row) => new(
        Encoding.UTF8.GetString(batch.Text(_dictionaries.Schema.Id)[row]),
        Name(batch, _dictionaries.Schema.Customer, row),
        Name(batch, _dictionaries.Schema.Agent, row));

    private string? Name(ContactBatch batch, ContactField field, int row) => batch.Category(field).Codes[row] is > 0 and var code ? _dictionaries[field][code] : null;
}
