using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>The fields a condition looks at.</summary>
public static class ConditionFields
{
    /// <summary>Each field once, wherever in the condition it stands.</summary>
    public static HashSet<ContactField> Of(BoundCondition condition) => [.. Each(condition, journey => Of(journey.Contact))];

    /// <summary>Those of the contact itself: none that only its journeys look at.</summary>
    public static HashSet<ContactField> OfContact(BoundCondition condition) => [.. Each(condition, static _ => [])];

    private static IEnumerable<ContactField> Each(BoundCondition condition, Func<BoundJourney, IEnumerable<ContactField>> ofJourney) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(operand => Each(operand, ofJourney)),
        BoundOr or => or.Operands.SelectMany(operand => Each(operand, ofJourney)),
        BoundNot not => Each(not.Operand, ofJourney),
        BoundCodeIn codes => [codes.Field],
        BoundNumber number => [number.Field],
        BoundFields fields => [fields.Left, fields.Right],
        BoundFlag flag => [flag.Field],
        BoundPresence presence => [presence.Field],
        BoundContains contains => [contains.Field],
        BoundMatches matches => [matches.Field],
        BoundWithinAfter within => [within.Field],
        BoundJourney journey => ofJourney(journey),
        _ => [],
    };
}
