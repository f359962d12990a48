using System.Text.RegularExpressions;
using CxRules.Language.Shapes;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Projects;

/// <summary>The keys of a project file.</summary>
internal static partial class ProjectKeys
{
    private const string ALocale = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?";

    public static readonly Key<ChoiceShape<int>> Language = new(
        "language", new("version", new Choice<int>("1", 1)), "The version of the rule language; there is one so far.") { Default = "1" };

    public static readonly Key<TextShape> Name = new("name", new("a text", "my-rules"), "What reports call the rule set.") { Default = "rules" };

    public static readonly Key<TextShape> Zone = new(
        "zone", new("a time zone", "Europe/London"), "The time zone in which days begin: a continent and a large city, or UTC.");

    public static readonly Key<TextShape> Locale = new(
        "locale", new("a language and a region", "en-GB") { Form = new(ALocale, text => LocaleForm().IsMatch(text)) }, "How reports write numbers and dates.");

    public static readonly Key<TextShape> Currency = new("currency", new("a currency", "GBP"), "The currency of every amount, in the three letters of ISO 4217.");

    public static readonly Key<ChoiceShape<DayOfWeek>> WeekStarts = new(
        "week starts", new("day of the week", [.. Week()]), "The first day of a calendar week.") { Default = "monday" };

    public static readonly Key<ChoiceShape<MatchPolicy>> Match = new("match", new(
        "match policy",
        new("all", MatchPolicy.All, "Every rule that matches a contact routes it; its money is shared among them."),
        new("first", MatchPolicy.First, "Only the first rule that matches a contact routes it, by priority.")),
        "What happens to a contact that several rules match.") { Default = "all" };

    public static readonly Key<DurationShape> LateAfter = new(
        "late after", new(TimeSpan.FromSeconds(1), TimeSpan.FromDays(366), "15 min"), "A contact of a log that happened this long before the latest one of its partition counts as late, and in no figure.") { Default = "15 min" };

    public static readonly Key<NamesShape<ChoiceShape<FieldKind>>> Fields = new(
        "fields",
        new("field", FieldKinds, "{ plan: category }") { NamePattern = FieldNames.Pattern },
        "What contacts carry beyond the built-in fields, by name, with what each holds.");

    public static readonly Key<UnionShape> Dispositions = new(
        "dispositions", TaxonomyKeys.Dispositions, "The reason codes of contacts; rules that name another are mistaken. `open`, or no such key: any code.");

    public static readonly Key<NamesShape<MapShape>> Touchpoints = new(
        "touchpoints", TaxonomyKeys.Touchpoints, "The steps of the customer's journey, each with the department that owns it.");

    public static readonly Key<NamesShape<MapShape>> Owners = new("owners", TaxonomyKeys.Owners, "The departments that rules route to, and how each is reached.");

    public static readonly Key<TextShape> FallbackOwner = new("fallback owner", TaxonomyKeys.OwnerName, "Who gets what no other owner is named for.");

    public static readonly Key<ListShape<MapShape>> Costs = new("costs", CostKeys.List, "What a contact costs, from a day on; the earliest first.");

    public static readonly Key<MapShape> Baseline = new("baseline", BaselineKeys.Map, "How the expected value is learned that rules call `baseline`.");

    public static readonly Key<NamesShape<ListShape<UnionShape>>> Calendars = new(
        "calendars", CalendarKeys.Map, "Days that are not like others, by name: for `holidays` and `incidents`, which baselines leave out, and for `during` in rules.");

    public static readonly Key<NamesShape<TextShape>> Exposure = new(
        "exposure", DeclarationKeys.Exposures, "What drives volume, by name: a CSV file with a number for each day, for `per 100 bills`.");

    public static readonly Key<NamesShape<MapShape>> Samples = new("samples", DeclarationKeys.Samples, "Tallies that agents keep for a time, by name.");

    public static readonly Key<ListShape<DateShape>> Gaps = new(
        "gaps", CalendarKeys.Days with { Example = "[2026-01-11]" }, "Days that are missing from the data: baselines leave them out.");

    public static readonly Key<MapShape> History = new(
        "history", HistoryKeys.Map, "Where the contacts are that a replay reads.");

    public static readonly Key<NamesShape<MapShape>> Webhooks = new("webhooks", DeclarationKeys.Webhooks, "Addresses that cases are posted to, by the name that `via` uses.");

    public static readonly Key<NamesShape<ChoiceShape<LintSetting>>> Lints = new("lints", LintsReader.Map, "Which warnings matter here, by their code.");

    public static readonly Key<ChoiceShape<CSharpPolicy>> CSharp = new("csharp", new(
        "setting",
        new("off", CSharpPolicy.Off, "A condition in C# is an error."),
        new("on", CSharpPolicy.On, "Rules may hold conditions in C#: whoever writes rules can then run code.")),
        "Whether rules may hold conditions in C#.") { Default = "off" };

    public static readonly MapShape File = new(
        "a project file", "The project file", "name: my-rules",
        Language, Name, Zone, Locale, Currency, WeekStarts, Match, LateAfter, Fields, Dispositions, Touchpoints, Owners, FallbackOwner, Costs, Baseline,
        Calendars, Exposure, Samples, Gaps, History, Webhooks, Lints, CSharp);

    private static ChoiceShape<FieldKind> FieldKinds => new(
        "kind of field",
        new("category", FieldKind.Category, "One of a number of codes."),
        new("text", FieldKind.Text, "Free text."),
        new("integer", FieldKind.Integer, "A whole number."),
        new("decimal", FieldKind.Decimal, "A number."),
        new("money", FieldKind.Money, "An amount in the project's currency."),
        new("duration", FieldKind.Duration, "A length of time."),
        new("instant", FieldKind.Instant, "A point in time."),
        new("flag", FieldKind.Flag, "Yes or no."),
        new("list", FieldKind.List, "Several codes."));

    private static IEnumerable<Choice<DayOfWeek>> Week() => Enum.GetValues<DayOfWeek>().Select(day => new Choice<DayOfWeek>(day.ToString().ToLowerInvariant(), day));

    [GeneratedRegex("^" + ALocale + @"\z")]
    private static partial Regex LocaleForm();
}
