using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Language.Linting;

/// <summary>Tells populations that lie within others, as far as their conditions show it.</summary>
internal static class Narrower
{
    /// <summary>The conditions that all must hold.</summary>
    public static ImmutableArray<BoundCondition> Conjuncts(BoundCondition condition) => condition is BoundAnd and ? and.Operands : [condition];

    /// <summary>Every contact that meets the narrow condition meets the wide one.</summary>
    public static bool IsWithin(ImmutableArray<BoundCondition> narrow, ImmutableArray<BoundCondition> wide) =>
        wide.All(asked => narrow.Any(given => Implies(given, asked)));

    /// <summary>What a condition that implies this one can be found by.</summary>
    public static IEnumerable<string> Marks(BoundCondition condition) => condition is BoundCodeIn codes
        ? codes.Codes.Select(code => Mark(codes.Field, code))
        : [condition.Key];

    /// <summary>One mark that every condition implied by this one carries.</summary>
    public static string Mark(BoundCondition condition) => condition is BoundCodeIn { Codes: [var first, ..] } codes ? Mark(codes.Field, first) : condition.Key;

    private static string Mark(ContactField field, CodePattern code) => $"{field.Name}={code}";

    private static bool Implies(BoundCondition given, BoundCondition asked) => (given, asked) switch
    {
        (BoundCodeIn one, BoundCodeIn other) => one.Field == other.Field && one.Codes.All(other.Codes.Contains),
        _ => given.Key == asked.Key,
    };
}
