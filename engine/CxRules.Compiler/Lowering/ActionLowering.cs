using CxRules.Language.Binding;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;
using CxRules.Runtime.Plans;

namespace CxRules.Compiler.Lowering;

/// <summary>What a rule asks people to do; the emitted signals are facts for other rules, and not among it.</summary>
internal static class ActionLowering
{
    public static IEnumerable<ActionPlan> Lower(BoundAction action) => action switch
    {
        BoundTagContact tag => [new TagAction(tag.Tag)],
        BoundCallBack call => [new CallBackAction(call.Ticks)],
        BoundNotify notify => notify.Audiences.Select(audience => new NotifyAction(audience, notify.Ticks)),
        BoundEscalate escalate => [new EscalateAction(escalate.To.Owners, escalate.To.OwnerOf)],
        _ => [],
    };

    /// <summary>A rule about cases opens none: where it routes, it hands on those that it is about.</summary>
    public static IEnumerable<ActionPlan> HandOn(BoundRule rule) => rule is { Kind: RuleKind.Cases, Route: { } route } ? [new HandOnAction(route.Owners, route.OwnerOf)] : [];

    /// <summary>The fields that its route and its tasks read.</summary>
    public static IEnumerable<ContactField> FieldsOf(BoundRule rule, ContactSchema schema)
    {
        var owners = rule.Actions.OfType<BoundEscalate>().Select(escalate => escalate.To.OwnerOf).Append(rule.Route?.OwnerOf).OfType<ContactField>();
        return rule.Actions.IsEmpty && !HandOn(rule).Any() ? owners : owners.Concat([schema.Customer, schema.Agent]);
    }
}
