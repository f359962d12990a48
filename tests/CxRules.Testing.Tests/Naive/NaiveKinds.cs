using CxRules.Language.Binding;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Contacts, and the records beside them that only count where a condition names `kind`.</summary>
internal static class NaiveKinds
{
    public static readonly string[] All = ["contact", "idea", "feedback", "sample"];

    public static bool IsContact(NaiveContact contact) => contact.Code("kind") is not { } kind || kind.Equals("contact", StringComparison.OrdinalIgnoreCase);

    public static bool Admits(BoundCondition condition, NaiveContact contact) => IsContact(contact) || NamesKind(condition);

    /// <summary>The contacts that a journey looks for may name theirs; that says nothing of the contact itself.</summary>
    private static bool NamesKind(BoundCondition condition) => condition switch
    {
        BoundAnd and => and.Operands.Any(NamesKind),
        BoundOr or => or.Operands.Any(NamesKind),
        BoundNot not => NamesKind(not.Operand),
        BoundCodeIn codes => codes.Field.Name == "kind",
        BoundPresence presence => presence.Field.Name == "kind",
        _ => false,
    };
}
