using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>What can be wrong with the meaning of a `*.source.yaml`.</summary>
public static class SourceErrors
{
    public static readonly DiagnosticDescriptor UnknownKey = Error("CXR2201", "`{0}` is no key of {1}.", "{2}");

    public static readonly DiagnosticDescriptor WrongShape = Error("CXR2202", "`{0}` needs {1}.", "Write it like `{2}`.");

    public static readonly DiagnosticDescriptor NotOneOf = Error("CXR2203", "`{0}` is no {1}.", "{2}");

    public static readonly DiagnosticDescriptor MissingKey = Error("CXR2204", "{0} has no `{1}`.", "Add `{2}`.");

    public static readonly DiagnosticDescriptor UnknownZone = Error("CXR2205", "No time zone is called `{0}`.", "{1}");

    public static readonly DiagnosticDescriptor UnknownField = Error("CXR2206", "Contacts have no field `{0}`{1}.", "{2}");

    public static readonly DiagnosticDescriptor ColumnOrValue = Error(
        "CXR2207",
        "`{0}` needs one of these: a column, several columns, a sum of columns, or a value for all rows.",
        "Write `{0}: the column's name`, `{0}: {{ columns: [ … ] }}` for a time or an id in several parts, `{0}: {{ sum of: [ … ] }}` for a number, or `{0}: {{ value: … }}`.");

    public static readonly DiagnosticDescriptor UnitNotDuration = Error(
        "CXR2208", "`{0}` is no duration: it has no unit.", "Remove `unit`.");

    public static readonly DiagnosticDescriptor PatternNotInstant = Error(
        "CXR2209", "`{0}` is no point in time: it has no pattern.", "Remove `pattern`.");

    public static readonly DiagnosticDescriptor Pattern = Error("CXR2210", "`{0}` is no pattern of a date: {1}.", "{2}");

    public static readonly DiagnosticDescriptor ValueOnly = Error(
        "CXR2211", "`{0}` has one value for all rows, so `{1}` has nothing to work on.", "Remove `{1}`, or name a `column` instead of the `value`.");

    public static readonly DiagnosticDescriptor OneValueForAll = Error(
        "CXR2212", "`{0}` differs from row to row: it cannot be one value.", "Name the column that has it: `{0}: …`.");

    public static readonly DiagnosticDescriptor OneColumn = Error(
        "CXR2213", "`{0}` comes from one column: only an id and points in time can be put together from several.", "Name the `column` that has it.");

    public static readonly DiagnosticDescriptor PartitionWithoutArrival = Error(
        "CXR2214", "`partition` has nothing to work on: the source does not say when its rows came in.", "Add `arrived at: …`, or remove `partition`.");

    public static readonly DiagnosticDescriptor Path = Error("CXR2215", "`{0}` is no path into JSON: {1}.", "{2}");

    public static readonly DiagnosticDescriptor SumNotNumber = Error(
        "CXR2216", "`{0}` cannot be a sum: it is neither a number nor a duration.", "Name the `column` that has it.");

    public static readonly DiagnosticDescriptor NothingToTake = Error("CXR2217", "`take` has nothing to choose from: {0}.", "{1}");

    public static readonly DiagnosticDescriptor RecordsWithoutDocument = Error(
        "CXR2218", "`records` has nothing to work on: a file of format `{0}` has a record in each line.", "Write `format: json` where the file is one JSON document, or remove `records`.");

    internal static readonly ValueErrors Values = new(UnknownKey, WrongShape, NotOneOf, MissingKey, UnknownZone);

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);
}
