using System.Globalization;
using System.Runtime.CompilerServices;
using CxRules.Language.Binding;
using CxRules.Model.Time;

namespace CxRules.Testing.Tests.Naive;

/// <summary>What is known of a condition, and what it may still become.</summary>
internal readonly record struct Outlook(bool? Truth, bool MayHold, bool MayFail)
{
    public static Outlook Open { get; } = new(null, true, true);

    public static Outlook Of(bool? truth) => new(truth, truth == true, truth == false);
}

/// <summary>Conditions that look at a customer's other contacts, asked again at each instant at which the answer may change.</summary>
internal sealed class NaiveJourneys
{
    private readonly NaiveWorld _world;
    private readonly long _end;
    private readonly Dictionary<string, List<NaiveContact>> _byCustomer;
    private readonly Dictionary<(BoundCondition, NaiveContact), long?> _since = new(new ByReference());

    public NaiveJourneys(NaiveWorld world)
    {
        _world = world;
        _end = world.Calendar.StartOfDay(world.LastDay.PlusDays(1));
        _byCustomer = world.Contacts.Where(contact => contact.Code("customer") is not null).GroupBy(contact => contact.Code("customer") ?? "").ToDictionary(customer => customer.Key, customer => customer.ToList());
    }

    /// <summary>The first instant at which it is known to hold; null where it never is.</summary>
    public long? Since(BoundCondition condition, NaiveContact contact)
    {
        if (!_since.TryGetValue((condition, contact), out var since))
        {
            _since[(condition, contact)] = since = First(condition, contact, outlook => outlook.Truth == true);
        }

        return since;
    }

    /// <summary>The first instant at which it is known to hold, or that it never will.</summary>
    public long? Settled(BoundCondition condition, NaiveContact contact) => First(condition, contact, outlook => outlook.Truth == true || !outlook.MayHold);

    /// <summary>What is known when the history ends.</summary>
    public bool? AtLast(BoundCondition condition, NaiveContact contact) => Whole(condition, contact, _end - 1).Truth;

    /// <summary>Another contact of the same customer and disposition stands this near before it.</summary>
    public bool Repeats(NaiveContact contact, JourneyLimit within) =>
        Near(contact, JourneyDirection.PrecededBy, within).Others.Where(NaiveKinds.IsContact).Any(other => other.Code("disposition") == contact.Code("disposition"));

    private long? First(BoundCondition condition, NaiveContact contact, Func<Outlook, bool> asks)
    {
        foreach (var moment in Moments(condition, contact).Append(contact.OccurredAt).Where(moment => moment >= contact.OccurredAt && moment < _end).Distinct().Order())
        {
            if (asks(Whole(condition, contact, moment)))
            {
                return moment;
            }
        }

        return null;
    }

    /// <summary>A record beside the contacts meets no condition that does not name its kind.</summary>
    private Outlook Whole(BoundCondition condition, NaiveContact contact, long now) =>
        NaiveKinds.Admits(condition, contact) ? At(condition, contact, now) : Outlook.Of(false);

    private Outlook At(BoundCondition condition, NaiveContact contact, long now) => condition switch
    {
        BoundAnd and => and.Operands.Select(operand => At(operand, contact, now)).Aggregate(Outlook.Of(true), And),
        BoundOr or => or.Operands.Select(operand => Not(At(operand, contact, now))).Aggregate(Outlook.Of(true), And) is var none ? Not(none) : default,
        BoundNot not => Not(At(not.Operand, contact, now)),
        BoundJourney journey => At(journey, contact, now),
        _ => Outlook.Of(_world.Conditions.Holds(condition, contact)),
    };

    private Outlook At(BoundJourney journey, NaiveContact contact, long now)
    {
        if (contact.Code("customer") is null || (journey.Same is { } shared && contact.Code(shared.Name) is null))
        {
            return Outlook.Of(null);
        }

        var (range, others) = Near(contact, journey.Direction, journey.Within);
        var seen = others.Where(other => other.OccurredAt <= now && (journey.Same is not { } same || other.Code(same.Name) == contact.Code(same.Name))).Select(other => Whole(journey.Contact, other, now)).ToList();
        return seen.Exists(outlook => outlook.Truth == true) ? Outlook.Of(true)
            : now < range.End - 1 || seen.Exists(outlook => outlook.MayHold) ? Outlook.Open
            : Outlook.Of(range.Start >= _world.FirstMidnight && !_world.GapSpans.Exists(range.Overlaps) ? false : null);
    }

    private static Outlook And(Outlook left, Outlook right) => new(left.Truth & right.Truth, left.MayHold && right.MayHold, left.MayFail || right.MayFail);

    private static Outlook Not(Outlook outlook) => new(!outlook.Truth, outlook.MayFail, outlook.MayHold);

    /// <summary>The instants at which the answer may change.</summary>
    private IEnumerable<long> Moments(BoundCondition condition, NaiveContact contact) => condition switch
    {
        BoundAnd and => and.Operands.SelectMany(operand => Moments(operand, contact)),
        BoundOr or => or.Operands.SelectMany(operand => Moments(operand, contact)),
        BoundNot not => Moments(not.Operand, contact),
        BoundJourney journey when contact.Code("customer") is not null && Near(contact, journey.Direction, journey.Within) is var near =>
            near.Others.SelectMany(other => Moments(journey.Contact, other).Append(other.OccurredAt)).Append(near.Range.End - 1),
        _ => [],
    };

    /// <summary>Where the other contact may stand, half-open, and the customer's contacts that stand there.</summary>
    private (Span Range, IEnumerable<NaiveContact> Others) Near(NaiveContact contact, JourneyDirection direction, JourneyLimit within)
    {
        var at = contact.OccurredAt;
        var range = direction == JourneyDirection.FollowedBy ? new Span(at + 1, Reach(at, within, 1) + 1) : new Span(Reach(at, within, -1), at);
        return (range, _byCustomer[contact.Code("customer") ?? ""].Where(other => other.OccurredAt >= range.Start && other.OccurredAt < range.End));
    }

    /// <summary>The last instant that is near enough, that way.</summary>
    private long Reach(long at, JourneyLimit within, int direction)
    {
        var calendar = _world.Calendar;
        var (number, unit) = within.ToString().Split(' ') is [var digits, var word] ? (decimal.Parse(digits, CultureInfo.InvariantCulture), word.TrimEnd('s')) : (0, "the same day");
        return unit switch
        {
            "the same day" => direction < 0 ? calendar.StartOfDay(calendar.DayOf(at)) : calendar.StartOfDay(calendar.DayOf(at).PlusDays(1)) - 1,
            "day" => calendar.Utc(calendar.Local(at).PlusDays(direction * (int)number)),
            "hour" => at + (direction * (long)(number * TimeSpan.TicksPerHour)),
            "minute" => at + (direction * (long)(number * TimeSpan.TicksPerMinute)),
            _ => throw new NotSupportedException(unit),
        };
    }

    private sealed class ByReference : IEqualityComparer<(BoundCondition Condition, NaiveContact Contact)>
    {
        public bool Equals((BoundCondition Condition, NaiveContact Contact) left, (BoundCondition Condition, NaiveContact Contact) right) =>
            ReferenceEquals(left.Condition, right.Condition) && ReferenceEquals(left.Contact, right.Contact);

        public int GetHashCode((BoundCondition Condition, NaiveContact Contact) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Condition), RuntimeHelpers.GetHashCode(pair.Contact));
    }
}
