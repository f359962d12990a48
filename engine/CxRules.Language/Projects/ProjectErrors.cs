using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>What can be wrong with the meaning of a project file.</summary>
public static class ProjectErrors
{
    public static readonly DiagnosticDescriptor UnknownKey = Error("CXR2101", "`{0}` is no key of {1}.", "{2}");

    public static readonly DiagnosticDescriptor WrongShape = Error("CXR2102", "`{0}` needs {1}.", "Write it like `{2}`.");

    public static readonly DiagnosticDescriptor NotOneOf = Error("CXR2103", "`{0}` is no {1}.", "{2}");

    public static readonly DiagnosticDescriptor MissingKey = Error("CXR2104", "{0} has no `{1}`.", "Add `{2}`.");

    public static readonly DiagnosticDescriptor UnknownZone = Error("CXR2105", "No time zone is called `{0}`.", "{1}");

    public static readonly DiagnosticDescriptor LanguageVersion = Error("CXR2106", "This program knows version 1 of the language, not `{0}`.", "Write `language: 1`.");

    public static readonly DiagnosticDescriptor UnknownCurrency = Error("CXR2107", "`{0}` is no currency.", "{1}");

    public static readonly DiagnosticDescriptor BadDate = Error("CXR2108", "`{0}` is no {1}.", "Write it like `{2}`.");

    public static readonly DiagnosticDescriptor BadMoney = Error("CXR2109", "`{0}` is not an amount of money{1}.", "Write it like `{2}`.");

    public static readonly DiagnosticDescriptor OtherCurrency = Error("CXR2110", "This is in {0}, {1} is in {2}: the two do not add up.", "Give all costs in {2}.");

    public static readonly DiagnosticDescriptor NoCurrency = Error("CXR2111", "There are costs, but the project names no currency.", "Add `currency: {0}` above.");

    public static readonly DiagnosticDescriptor OutOfRange = Error("CXR2112", "`{0}` cannot be {1}.", "It lies between {2} and {3}.");

    public static readonly DiagnosticDescriptor BuiltInField = Error("CXR2113", "The field `{0}` is built in: every contact has it already.", "Remove it here, or choose another name.");

    public static readonly DiagnosticDescriptor FieldName = Error("CXR2114", "`{0}` cannot be the name of a field.", "Field names are lower-case words, such as `{1}`.");

    public static readonly DiagnosticDescriptor Agree = Error(
        "CXR2115", "`{0}` and `{1}` (line {2}) are both `{3}` when written as one word, so rules could not tell them apart.", "Rename one of them, or keep only one.");

    public static readonly DiagnosticDescriptor TaxonomyCycle = Error("CXR2116", "A code cannot be below itself: {0}.", "Remove one `below` of these.");

    public static readonly DiagnosticDescriptor Undeclared = Error("CXR2117", "No {0} `{1}` is declared.", "{2}");

    public static readonly DiagnosticDescriptor CostOrder = Error("CXR2118", "The costs from {0} stand after those from {1}.", "List them from the earliest to the latest.");

    public static readonly DiagnosticDescriptor DuplicateCosts = Error("CXR2119", "Costs from {0} are given twice.", "Keep one of the two entries.");

    public static readonly DiagnosticDescriptor RangeOrder = Error("CXR2120", "The range ends before it begins.", "Swap `from` and `to`, or mend one of them.");

    public static readonly DiagnosticDescriptor BadEmail = Error("CXR2121", "`{0}` is no email address.", "Write it like `billing@example.com`.");

    public static readonly DiagnosticDescriptor LeastAboveWindows = Error(
        "CXR2122", "A baseline of {1} windows can never have the {0} that it needs at least.", "Make `least` smaller, or `windows` larger.");

    public static readonly DiagnosticDescriptor EmptyName = Error("CXR2123", "A {0} needs a name with at least one letter or digit.", "Give it a name, or remove the line.");

    public static readonly DiagnosticDescriptor OuterPath = Error(
        "CXR2124", "`{0}` is no path of a file in the folder of the rule set.", "Put the file into that folder and give its path from there, with `/` between folders, such as `{1}`.");

    public static readonly DiagnosticDescriptor LiteralSecret = Error(
        "CXR2125",
        "A secret does not belong into the file: everyone who reads the rules would read it too.",
        "Put it into an environment variable, replace it where it was in use, and write `secret: env` and the name of the variable.");

    public static readonly DiagnosticDescriptor BadUrl = Error(
        "CXR2126", "This is no web address that cases can be posted to.", "Write it like `\"https://jira.example.com/hook\"`: with `https`, and without a user name or a password.");

    public static readonly DiagnosticDescriptor UnknownLint = Error("CXR2127", "`{0}` is no lint.", "{2}");

    public static readonly DiagnosticDescriptor NearCalendar = new(
        "CXR2128",
        DiagnosticSeverity.Warning,
        "The calendar `{0}` is one of its own: only the days of `holidays` and `incidents` are left out of baselines.",
        "Write `{1}` if you mean these days, or give the calendar a name that cannot be mistaken.");

    public static readonly DiagnosticDescriptor LongRange = Error("CXR2129", "The range lasts longer than {0} years.", "Mend the year of `from` or `to`.");

    public static readonly DiagnosticDescriptor FixedBaseline = Error(
        "CXR2130", "A fixed baseline is a number of one measure: it cannot hold for every rule.", "Write it in the rule: `baseline from fixed 120`.");

    public static readonly DiagnosticDescriptor UnusedExposure = Error(
        "CXR2131", "This exposure has nothing to do: the method of the baseline is not `per exposure`.", "Remove it, or write `method: per exposure`.");

    public static readonly DiagnosticDescriptor ExposureMissing = Error(
        "CXR2132", "A baseline per exposure has to know which one.", "Add `exposure: {0}`, a name that is declared under `exposure` of the project file.");

    internal static readonly ValueErrors Values = new(UnknownKey, WrongShape, NotOneOf, MissingKey, UnknownZone);

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);
}
