using System.Collections.Immutable;
using CxRules.Model.Contacts;
using CxRules.Model.Time;

namespace CxRules.Language.Binding;

/// <summary>
/// A condition on one contact, three-valued: a missing field makes a comparison unknown, which propagates as in SQL. Two conditions
/// that mean the same compare equal by <see cref="Key"/>.
/// </summary>
public abstract record BoundCondition
{
    private string? _key;

    protected BoundCondition()
    {
    }

    /// <summary>The copy may come to mean something else: it makes its own key.</summary>
    protected BoundCondition(BoundCondition original)
    {
    }

    /// <summary>A canonical text: equal for conditions that are written alike.</summary>
    public string Key => _key ??= Spell();

    public virtual bool Equals(BoundCondition? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    private protected abstract string Spell();

    /// <summary>The parts in one order, however they were written.</summary>
    private protected static string Sorted<T>(char separator, ImmutableArray<T> parts, Func<T, string> spell)
    {
        var spelt = new string[parts.Length];
        for (var i = 0; i < spelt.Length; i++)
        {
            spelt[i] = spell(parts[i]);
        }

        Array.Sort(spelt, StringComparer.Ordinal);
        return string.Join(separator, spelt);
    }
}

/// <summary>All operands hold; with none it is true.</summary>
public sealed record BoundAnd(ImmutableArray<BoundCondition> Operands) : BoundCondition
{
    public static BoundAnd Everything { get; } = new(ImmutableArray<BoundCondition>.Empty);

    private protected override string Spell() => $"(and {Sorted(' ', Operands, operand => operand.Key)})";
}

/// <summary>One of the operands holds.</summary>
public sealed record BoundOr(ImmutableArray<BoundCondition> Operands) : BoundCondition
{
    private protected override string Spell() => $"(or {Sorted(' ', Operands, operand => operand.Key)})";
}

public sealed record BoundNot(BoundCondition Operand) : BoundCondition
{
    private protected override string Spell() => $"(not {Operand.Key})";
}

/// <summary>A category field has one of the codes, or a list field holds one of them. Unknown where a category is missing; a list never is.</summary>
public sealed record BoundCodeIn(ContactField Field, ImmutableArray<CodePattern> Codes) : BoundCondition
{
    private protected override string Spell() => $"({Field.Name} in {Sorted('|', Codes, code => code.ToString())})";
}

public enum Comparison
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A number, money, duration or instant against a constant, both in the field's stored units (<see cref="FieldScale"/>).</summary>
public sealed record BoundNumber(ContactField Field, Comparison Comparison, long Value) : BoundCondition
{
    private protected override string Spell() => $"({Field.Name} {Comparison} {Value})";
}

/// <summary>Two number fields of one kind.</summary>
public sealed record BoundFields(ContactField Left, Comparison Comparison, ContactField Right) : BoundCondition
{
    private protected override string Spell() => $"({Left.Name} {Comparison} field {Right.Name})";
}

/// <summary>A flag is yes; unknown where it is missing.</summary>
public sealed record BoundFlag(ContactField Field) : BoundCondition
{
    private protected override string Spell() => $"(flag {Field.Name})";
}

/// <summary>The field has a value; never unknown.</summary>
public sealed record BoundPresence(ContactField Field) : BoundCondition
{
    private protected override string Spell() => $"(has {Field.Name})";
}

/// <summary>The text holds one of the words, ignoring case (ordinal); unknown where it is missing.</summary>
public sealed record BoundContains(ContactField Field, ImmutableArray<string> Words) : BoundCondition
{
    private protected override string Spell() => $"({Field.Name} contains {Sorted('|', Words, word => $"\"{word}\"")})";
}

/// <summary>The text matches a .NET pattern, non-backtracking, ignoring case, culture-invariant; unknown where it is missing.</summary>
public sealed record BoundMatches(ContactField Field, string Pattern) : BoundCondition
{
    private protected override string Spell() => $"({Field.Name} matches /{Pattern}/)";
}

/// <summary>The local weekday of `occurred at` is one of these.</summary>
public sealed record BoundWeekday(ImmutableArray<DayOfWeek> Days) : BoundCondition
{
    private protected override string Spell() => $"(weekday in {string.Join('|', Days.Order())})";
}

/// <summary>The local time of day of `occurred at` is in [From, To); over midnight where To is before From.</summary>
public sealed record BoundLocalTime(TimeOnly From, TimeOnly To) : BoundCondition
{
    private protected override string Spell() => $"(time {From:HH:mm}-{To:HH:mm})";
}

/// <summary>0 ≤ occurred at − <paramref name="Field"/> ≤ <paramref name="Ticks"/>; unknown where the field is missing.</summary>
public sealed record BoundWithinAfter(ContactField Field, long Ticks) : BoundCondition
{
    private protected override string Spell() => $"(within {Ticks} after {Field.Name})";
}

public enum JourneyDirection
{
    FollowedBy,
    PrecededBy,
}

/// <summary>Another contact of the same customer meets <paramref name="Contact"/>, after this one or before it. Following contacts are unknown until the time is over.</summary>
/// <param name="Contact">About the other contact; <see cref="BoundAnd.Everything"/> for any contact.</param>
/// <param name="Within">At most this far from this contact.</param>
public sealed record BoundJourney(JourneyDirection Direction, BoundCondition Contact, JourneyLimit Within) : BoundCondition
{
    /// <summary>The other contact has this one's value of the field, too; null: any.</summary>
    public ContactField? Same { get; init; }

    private protected override string Spell() => $"({Direction} {Contact.Key} within {Within}{(Same is null ? "" : $", same {Same.Name}")})";
}

/// <summary>An expression in C# over one contact; its text alone, which the host compiles.</summary>
public sealed record BoundCSharp(string Code) : BoundCondition
{
    private protected override string Spell() => $"(csharp {Code})";
}
