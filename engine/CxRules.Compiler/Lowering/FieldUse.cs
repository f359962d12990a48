using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Compiler.Lowering;

/// <summary>The fields that a condition reads.</summary>
internal static class FieldUse
{
    public static IEnumerable<ContactField> Of(BoundCondition condition) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(Of),
        BoundOr or => or.Operands.SelectMany(Of),
        BoundNot not => Of(not.Operand),
        BoundCodeIn code => [code.Field],
        BoundNumber number => [number.Field],
        BoundFields fields => [fields.Left, fields.Right],
        BoundFlag flag => [flag.Field],
        BoundPresence presence => [presence.Field],
        BoundContains contains => [contains.Field],
        BoundMatches matches => [matches.Field],
        BoundWithinAfter within => [within.Field],
        _ => [],
    };
}
