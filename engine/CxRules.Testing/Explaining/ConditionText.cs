using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Testing.Explaining;

/// <summary>A bound condition in the language's words.</summary>
internal static class ConditionText
{
    private static readonly Dictionary<Comparison, string> s_signs = new()
    {
        [Comparison.Equal] = "=",
        [Comparison.NotEqual] = "is not",
        [Comparison.Less] = "<",
        [Comparison.LessOrEqual] = "<=",
        [Comparison.Greater] = ">",
        [Comparison.GreaterOrEqual] = ">=",
    };

    /// <param name="currency">The project's, for amounts of money.</param>
    public static string Of(BoundCondition condition, string? currency) => condition switch
    {
        BoundAnd { Operands.IsEmpty: true } => "every contact",
        BoundAnd and => $"({string.Join(" and ", and.Operands.Select(operand => Of(operand, currency)))})",
        BoundOr or => $"({string.Join(" or ", or.Operands.Select(operand => Of(operand, currency)))})",
        BoundNot not => $"not {Of(not.Operand, currency)}",
        BoundCodeIn codes => Codes(codes.Field, codes.Codes),
        BoundNumber number => $"{number.Field} {s_signs[number.Comparison]} {Number(number.Field.Kind, number.Value, currency)}",
        BoundFields fields => $"{fields.Left} {s_signs[fields.Comparison]} {fields.Right}",
        BoundFlag flag => flag.Field.Name,
        BoundPresence presence => $"has {presence.Field}",
        BoundContains contains => $"{contains.Field} contains {string.Join(" or ", contains.Words.Select(word => $"\"{word}\""))}",
        BoundMatches matches => $"{matches.Field} matches /{matches.Pattern}/",
        BoundWeekday weekday => $"weekday in ({string.Join(", ", weekday.Days.Select(day => day.ToString().ToLowerInvariant()))})",
        BoundLocalTime time => string.Create(CultureInfo.InvariantCulture, $"local time between {time.From:HH:mm} and {time.To:HH:mm}"),
        BoundWithinAfter within => $"within {Duration(within.Ticks / TimeSpan.TicksPerMillisecond)} after {within.Field}",
        BoundJourney { Direction: JourneyDirection.FollowedBy } journey => $"followed by {Other(journey, currency)} within {journey.Within}",
        BoundJourney journey => $"preceded by {Other(journey, currency)} within {journey.Within}",
        _ => condition.Key,
    };

    private static string Other(BoundJourney journey, string? currency) =>
        journey.Contact is BoundAnd { Operands.IsEmpty: true } ? "any contact"
        : journey.Contact is BoundAnd or BoundOr ? Of(journey.Contact, currency)
        : $"({Of(journey.Contact, currency)})";

    private static string Codes(ContactField field, ImmutableArray<CodePattern> codes)
    {
        var verb = field.Kind == FieldKind.List ? "has" : codes.Length == 1 ? "=" : "in";
        var listed = string.Join(", ", codes);
        return $"{field} {verb} {(codes.Length == 1 ? listed : $"({listed})")}";
    }

    private static string Number(FieldKind kind, long value, string? currency) => kind switch
    {
        FieldKind.Duration => Duration(value),
        FieldKind.Instant => new DateTime(value, DateTimeKind.Utc).ToString("u", CultureInfo.InvariantCulture),
        FieldKind.Money => $"{Plain(kind, value)} {currency}",
        _ => Plain(kind, value),
    };

    private static string Duration(long milliseconds) => milliseconds % 60_000 == 0 ? $"{milliseconds / 60_000} min" : $"{Plain(FieldKind.Duration, milliseconds)} seconds";

    private static string Plain(FieldKind kind, long value) => ((decimal)value / FieldScale.Of(kind)).ToString("0.######", CultureInfo.InvariantCulture);
}
