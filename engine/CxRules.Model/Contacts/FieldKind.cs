namespace CxRules.Model.Contacts;

/// <summary>What a contact field holds. The kind decides the column and its scale.</summary>
public enum FieldKind
{
    /// <summary>A code from a dictionary: <see cref="CategoryColumn"/>.</summary>
    Category,

    /// <summary>Free text, kept as UTF-8: <see cref="TextColumn"/>.</summary>
    Text,

    /// <summary>A whole number: <see cref="NumberColumn"/>, scale 1.</summary>
    Integer,

    /// <summary>A decimal number: <see cref="NumberColumn"/> in millionths.</summary>
    Decimal,

    /// <summary>Money in the project's currency: <see cref="NumberColumn"/> in millionths.</summary>
    Money,

    /// <summary>A length of time: <see cref="NumberColumn"/> in milliseconds.</summary>
    Duration,

    /// <summary>A point in time: <see cref="NumberColumn"/> in UTC ticks of 100 ns.</summary>
    Instant,

    /// <summary>Yes or no: <see cref="NumberColumn"/>, 1 or 0.</summary>
    Flag,

    /// <summary>A set of codes: <see cref="ListColumn"/>.</summary>
    List,
}

/// <summary>How many stored units make one of the user's unit, by kind.</summary>
public static class FieldScale
{
    /// <summary>The stored value of a missing number, duration, instant or flag.</summary>
    public const long Missing = long.MinValue;

    /// <summary>Stored units in one (number, currency unit, second); 1 for kinds without a scale.</summary>
    public static long Of(FieldKind kind) => kind switch
    {
        FieldKind.Decimal or FieldKind.Money => 1_000_000,
        FieldKind.Duration => 1_000,
        _ => 1,
    };

    /// <summary>True for the kinds that a <see cref="NumberColumn"/> holds.</summary>
    public static bool IsNumber(FieldKind kind) =>
        kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money or FieldKind.Duration or FieldKind.Instant or FieldKind.Flag;
}
