using System.Collections.Concurrent;

namespace CxRules.Language.Syntax;

/// <summary>Something that could have stood where a sentence went wrong.</summary>
/// <param name="Shown">As a message names it.</param>
/// <param name="Words">The words it can begin with, for "did you mean".</param>
internal sealed record Expectation(string Shown, params string[] Words)
{
    private static readonly ConcurrentDictionary<string, Expectation> ByWord = new(StringComparer.Ordinal);

    public static readonly Expectation NextClause = new("the next part of the rule", Vocabulary.Clauses);

    public static readonly Expectation Condition = new("a condition, for example disposition = billing-confusion");

    public static readonly Expectation Comparison = new("a comparison, for example = or > or `in`", "is", "in", "between", "contains", "matches", "has", "above", "below");

    public static readonly Expectation MeasureCompared = new("what the measure is compared with, for example > baseline × 1.3", "is", "above", "below", "beyond", "between");

    public static readonly Expectation Amount = new("a value to compare with");

    public static readonly Expectation Number = new("a number");

    public static readonly Expectation Unit = new("a unit");

    public static readonly Expectation Length = new("a length of time, for example 36 hours", "seconds", "minutes", "hours", "days", "weeks");

    public static readonly Expectation Field = new("the name of a field");

    public static readonly Expectation Schedule = new("`hour`, `day`, `week`, `month` or a day of the week, with `at 06:00` where a time is meant", "hour", "day", "week", "month", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    public static readonly Expectation Owner = new("an owner, for example Billing");

    public static readonly Expectation Text = new("a text in quotes");

    /// <summary>Marks a factor among the expected, and is never typed.</summary>
    public const string FactorWord = "1.1";

    public static readonly Expectation Factor = new("a number, the factor of the code before it", FactorWord);

    public static readonly Expectation FactorEnd = new("`,` or `)`");

    public static readonly Expectation Time = new("a time, for example 06:00");

    public static readonly Expectation OtherwiseLast = new("`otherwise` as the last of the factors");

    public static readonly Expectation Limit = new("`within 30 days`, or `within the same day`", "within");

    public static readonly Expectation Journey = new("another contact: (disposition = cancel-service), or `any contact`");

    public static readonly Expectation Name = new("one word, for example billing-confusion-spike");

    public static readonly Expectation State = new("`is` and a state, for example is declined, or `cost` and an amount", "is", "cost");

    public static readonly Expectation Moment = new("`on weekdays`, `between 08:00 and 18:00`, `during` a calendar, or `within 2 days after` one", "on", "between", "during", "within");

    public static readonly Expectation Day = new("`weekdays`, `holidays` or a day of the week", "weekdays", "holidays", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    public static readonly Expectation Calendar = new("the name of a calendar, for example holidays");

    public static readonly Expectation Exposure = new("what is counted there, for example per 100 bills");

    public static readonly Expectation Audience = new("`customers` or `agents`", "customers", "agents");

    public static readonly Expectation Table = new("the file of the table, for example thresholds.csv");

    /// <summary>Every word that some part of the grammar asks for by itself.</summary>
    public static IEnumerable<string> Keywords => ByWord.Keys;

    public static Expectation Keyword(string word) => ByWord.GetOrAdd(word, static word => new($"`{word}`", word));
}
