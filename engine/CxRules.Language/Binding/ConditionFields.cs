using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>The fields a condition looks at.</summary>
public static class ConditionFields
{
    /// <summary>Each field once, wherever in the condition it stands.</summary>
    public static HashSet<ContactField> Of(BoundCondition condition) => [.. Each(condition)];

    private static IEnumerable<ContactField> Each(BoundCondition condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(Each),
        BoundOr or => or.Operands.SelectMany(Each),
        BoundNot not => Each(not.Operand),
        BoundCodeIn codes => [codes.Field],
        BoundNumber number => [number.Field],
        BoundFields fields => [fields.Left, fields.Right],
        BoundFlag flag => [flag.Field],
        BoundPresence presence => [presence.Field],
        BoundContains contains => [contains.Field],
        BoundMatches matches => [matches.Field],
        BoundWithinAfter within => [within.Field],
        BoundJourney journey => Each(journey.Contact),
        _ => [],
    };
}
