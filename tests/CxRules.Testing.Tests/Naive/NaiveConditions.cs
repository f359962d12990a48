using System.Text.RegularExpressions;
using CxRules.Language.Binding;
using CxRules.Model.Contacts;
using NodaTime;

namespace CxRules.Testing.Tests.Naive;

/// <summary>Three-valued conditions on one contact; null is unknown.</summary>
internal sealed class NaiveConditions(NaiveCalendar calendar)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private readonly Dictionary<(CodePattern, string), bool> _matches = [];

    public bool? Holds(BoundCondition condition, NaiveContact contact) => condition switch
    {
        BoundAnd and => Logic.And(and.Operands.Select(operand => Holds(operand, contact))),
        BoundOr or => Logic.Or(or.Operands.Select(operand => Holds(operand, contact))),
        BoundNot not => !Holds(not.Operand, contact),
        BoundCodeIn { Field.Kind: FieldKind.List } list => (contact.Values.GetValueOrDefault(list.Field.Name) as string[] ?? []).Any(code => list.Codes.Any(pattern => Matches(pattern, code))),
        BoundCodeIn codes => contact.Code(codes.Field.Name) is { } code ? codes.Codes.Any(pattern => Matches(pattern, code)) : null,
        BoundNumber number => contact.Number(number.Field.Name) is { } value ? Logic.Compare(value, number.Comparison, number.Value) : null,
        BoundFields fields => contact.Number(fields.Left.Name) is { } left && contact.Number(fields.Right.Name) is { } right ? Logic.Compare(left, fields.Comparison, right) : null,
        BoundFlag flag => contact.Number(flag.Field.Name) is { } value ? value == 1 : null,
        BoundPresence presence => contact.Values.TryGetValue(presence.Field.Name, out var value) && value is not string[] { Length: 0 },
        BoundContains contains => contact.Code(contains.Field.Name) is { } text ? contains.Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) : null,
        BoundMatches matches => contact.Code(matches.Field.Name) is { } text ? Regex.IsMatch(text, matches.Pattern, Options) : null,
        BoundWeekday weekday => weekday.Days.Any(day => day.ToIsoDayOfWeek() == calendar.DayOf(contact.OccurredAt).DayOfWeek),
        BoundLocalTime time => Within(time, calendar.Local(contact.OccurredAt).TimeOfDay),
        BoundWithinAfter within => contact.Number(within.Field.Name) is { } from ? contact.OccurredAt >= from && contact.OccurredAt - from <= within.Ticks : null,
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private static bool Within(BoundLocalTime range, LocalTime time)
    {
        var from = LocalTime.FromTicksSinceMidnight(range.From.Ticks);
        var to = LocalTime.FromTicksSinceMidnight(range.To.Ticks);
        return to < from ? time >= from || time < to : time >= from && time < to;
    }

    private bool Matches(CodePattern pattern, string code) => _matches.TryGetValue((pattern, code), out var known)
        ? known
        : _matches[(pattern, code)] = Code.Matches(pattern, code);
}

internal static class Logic
{
    public static bool? And(IEnumerable<bool?> operands) => operands.Aggregate((bool?)true, (left, right) => left & right);

    public static bool? Or(IEnumerable<bool?> operands) => operands.Aggregate((bool?)false, (left, right) => left | right);

    public static bool Compare(decimal left, Comparison comparison, decimal right) => Holds(left.CompareTo(right), comparison);

    /// <param name="order">Below 0 where the left side is less.</param>
    public static bool Holds(int order, Comparison comparison) => comparison switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };
}
