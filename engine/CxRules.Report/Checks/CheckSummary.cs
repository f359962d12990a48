using CxRules.Language.Diagnostics;
using CxRules.Report.Layout;

namespace CxRules.Report.Checks;

/// <summary>What every format says in the same words.</summary>
internal static class CheckSummary
{
    /// <summary>`14 rules in 3 files: 1 error, 2 warnings`.</summary>
    public static string Of(CheckResult result)
    {
        var found = $"{Figures.Plural(result.Rules, "rule")} in {Figures.Plural(result.Files, "file")}: ";
        return found + (result.Diagnostics.IsEmpty
            ? "nothing to mend"
            : $"{Figures.Plural(result.Errors, "error")}, {Figures.Plural(result.Warnings, "warning")}");
    }

    public static string Name(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? "error" : "warning";

    public static string Page(string code) => $"docs/diagnostics/{code}.md";
}
