using System.Collections.Immutable;
using CxRules.Language.Diagnostics;

namespace CxRules.Report.Checks;

/// <summary>What is wrong with the rules under a path.</summary>
/// <param name="Files">Files that were read: rules, projects and sources.</param>
/// <param name="Rules">Rules found, broken ones too.</param>
/// <param name="Diagnostics">By file, line, column and code.</param>
public sealed record CheckResult(int Files, int Rules, ImmutableArray<Diagnostic> Diagnostics)
{
    public int Errors => Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public int Warnings => Diagnostics.Length - Errors;
}
