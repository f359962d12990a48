using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Testing.Replays;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What rules ask people to do, a line each.</summary>
internal sealed class NaiveTasks(NaiveWorld world, NaiveOwners owners)
{
    /// <param name="takes">Whether a rule that waits for signals takes a contact.</param>
    public List<string> Of(IReadOnlyList<BoundRule> rules, List<NaiveCase> cases, List<NaiveFiring> firings, Func<BoundRule, NaiveContact, bool> takes) =>
        [.. rules.SelectMany(rule => Of(rule, cases, takes)), .. firings.SelectMany(firing => Of(firing, cases, rules))];

    private IEnumerable<string> Of(BoundRule rule, List<NaiveCase> cases, Func<BoundRule, NaiveContact, bool> takes) => NaiveChain.KindOf(rule) == RuleKind.Contacts
        ? world.Known(rule.Population).Where(entry => takes(rule, entry.Contact)).SelectMany(entry => rule.Actions.SelectMany(action => OfContact(rule, action, null, entry.Contact, entry.Since)))
        : cases.Where(found => found.Rule == rule.Id).SelectMany(found => rule.Actions.SelectMany(action => OfCase(rule, action, found, rule, found.Opened.Ticks)));

    private IEnumerable<string> Of(NaiveFiring firing, List<NaiveCase> cases, IReadOnlyList<BoundRule> rules)
    {
        var id = CaseId.Compute("default", firing.Group.Rule.Id, firing.Group.Values, firing.Episode.Ordinal);
        var found = cases.Single(other => other.Id == id);
        var handedOn = firing.Rule.Route is { } route ? [Line(firing.Rule.Id, "route", null, found.Id, null, null, string.Join(",", owners.Of(route, found.Members)), "", 0, firing.At, null)] : Enumerable.Empty<string>();
        return handedOn.Concat(firing.Rule.Actions.SelectMany(action => OfCase(firing.Rule, action, found, rules.Single(rule => rule.Id == found.Rule), firing.At)));
    }

    /// <summary>The engine's tasks as the same lines.</summary>
    public static string Line(ReplayTask task) => Line(
        task.Rule, task.Action, task.Tag, task.Case, task.Contact, task.Customer, string.Join(",", task.Owners), string.Join(",", task.Audience), task.Nameless, task.AtUtc.Ticks, task.DueUtc?.Ticks);

    /// <param name="opener">The rule that opened the case.</param>
    /// <param name="opened">When it is asked for.</param>
    private IEnumerable<string> OfCase(BoundRule rule, BoundAction action, NaiveCase found, BoundRule opener, long opened)
    {
        switch (action)
        {
            case BoundNotify notify:
                foreach (var audience in notify.Audiences)
                {
                    var field = audience == CaseAudience.Customers ? "customer" : "agent";
                    var named = found.Members.Select(contact => contact.Code(field)).OfType<string>().Distinct().Order(StringComparer.Ordinal);
                    yield return Line(rule.Id, $"notify {field}s", null, found.Id, null, null, "", string.Join(",", named), found.Members.Count(contact => contact.Code(field) is null), opened, opened + notify.Ticks);
                }

                break;
            case BoundEscalate escalate:
                yield return Line(rule.Id, "escalate", null, found.Id, null, null, string.Join(",", owners.Of(escalate.To, found.Members)), "", 0, opened, null);
                break;
            default:
                foreach (var line in found.Members.SelectMany(contact => OfContact(rule, action, found.Id, contact, Math.Max(world.Journeys.Since(opener.Population, contact) ?? contact.OccurredAt, opened))))
                {
                    yield return line;
                }

                break;
        }
    }

    private IEnumerable<string> OfContact(BoundRule rule, BoundAction action, string? id, NaiveContact contact, long at) => action switch
    {
        BoundTagContact tag => [Line(rule.Id, "tag", tag.Tag, id, contact.Id, contact.Code("customer"), "", "", 0, at, null)],
        BoundCallBack call => [Line(rule.Id, "call back", null, id, contact.Id, contact.Code("customer"), "", "", 0, at, at + call.Ticks)],
        BoundNotify notify => notify.Audiences.Select(audience =>
            Line(rule.Id, audience == CaseAudience.Customers ? "notify customers" : "notify agents", null, id, contact.Id, contact.Code("customer"), "", "", 0, at, at + notify.Ticks)),
        BoundEscalate escalate => [Line(rule.Id, "escalate", null, id, contact.Id, contact.Code("customer"), string.Join(",", owners.Of(escalate.To, [contact])), "", 0, at, null)],
        _ => [],
    };

    private static string Line(string rule, string action, string? tag, string? @case, string? contact, string? customer, string owners, string audience, long nameless, long at, long? due) =>
        $"{rule}: {action} {tag} case {@case} contact {contact} customer {customer} owners {owners} audience {audience} nameless {nameless} at {at} due {due}";
}
