using System.Collections.Frozen;
using System.Collections.Immutable;
using Sprache;
using static CxRules.Language.Syntax.TokenParsers;

namespace CxRules.Language.Syntax;

/// <summary>What stands after `only` and `except`: `on weekdays`, `between 08:00 and 18:00`, `during incidents`, `within 2 days after bill-runs`.</summary>
internal static class MomentGrammar
{
    private static readonly Parser<WordsSyntax> Day = Map(
        Satisfy(input => NameGrammar.IsName(input), Expectation.Day),
        day => new WordsSyntax(day.Span, day.Value));

    private static readonly Parser<WordsSyntax> Calendar = NameGrammar.Calendar;

    private static readonly Parser<MomentSyntax> On = Sequence(
        Word("on"),
        Day,
        Sequence(Kind(TokenKind.Comma, new("`,`")), Day, (_, day) => day).Many(),
        MomentSyntax (word, first, others) =>
        {
            ImmutableArray<WordsSyntax> days = [first, .. others];
            return new OnDaysSyntax(word.Span.To(days[^1].Span), days);
        });

    private static readonly Parser<MomentSyntax> Between = Sequence(
        Word("between"),
        NumberGrammar.Time,
        Word("and"),
        NumberGrammar.Time,
        MomentSyntax (word, from, _, to) => new BetweenTimesSyntax(word.Span.To(to.Span), from, to));

    private static readonly Parser<MomentSyntax> During = Sequence(
        Word("during"),
        Calendar,
        MomentSyntax (word, calendar) => new DuringSyntax(word.Span.To(calendar.Span), calendar));

    private static readonly Parser<MomentSyntax> Within = Sequence(
        Word("within"),
        NumberGrammar.Length,
        Word("after"),
        Calendar,
        MomentSyntax (word, length, _, calendar) => new AfterCalendarSyntax(word.Span.To(calendar.Span), length, calendar));

    private static readonly FrozenDictionary<string, Parser<MomentSyntax>> ByFirstWord = new Dictionary<string, Parser<MomentSyntax>>
    {
        ["on"] = On,
        ["between"] = Between,
        ["during"] = During,
        ["within"] = Within,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One of them.</summary>
    public static readonly Parser<MomentSyntax> Moment = ByWord(ByFirstWord, Wanted<MomentSyntax>(Expectation.Moment));

    /// <summary>One or more, joined by `and`.</summary>
    public static readonly Parser<ImmutableArray<MomentSyntax>> Moments = Sequence(
        Moment,
        Sequence(Word("and"), Moment, (_, moment) => moment).Many(),
        ImmutableArray<MomentSyntax> (first, others) => [first, .. others]);

    /// <summary>The words that begin one.</summary>
    public static IEnumerable<string> FirstWords => ByFirstWord.Keys;
}
