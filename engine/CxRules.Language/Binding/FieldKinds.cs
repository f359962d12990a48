using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>How messages speak of the kinds of fields.</summary>
internal static class FieldKinds
{
    private static readonly Dictionary<FieldKind, (string Noun, string Sample)> Words = new()
    {
        [FieldKind.Category] = ("a code", "= some-code"),
        [FieldKind.List] = ("a list of codes", "has some-code"),
        [FieldKind.Text] = ("a text", "contains \"word\""),
        [FieldKind.Integer] = ("a whole number", "> 2"),
        [FieldKind.Decimal] = ("a number", "<= 2"),
        [FieldKind.Money] = ("an amount of money", "> 50 GBP"),
        [FieldKind.Duration] = ("a duration", "> 20 min"),
        [FieldKind.Instant] = ("a point in time", ">= 2026-01-31"),
        [FieldKind.Flag] = ("a yes or no", ""),
    };

    public static string Noun(FieldKind kind) => Words[kind].Noun;

    /// <summary>A legal condition on the field.</summary>
    public static string Sample(ContactField field) => $"`{field.Name} {Words[field.Kind].Sample}`".Replace(" `", "`", StringComparison.Ordinal);

    public static bool IsMeasurable(FieldKind kind) => kind is FieldKind.Integer or FieldKind.Decimal or FieldKind.Money or FieldKind.Duration;
}
