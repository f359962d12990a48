using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Diagnostics;

namespace CxRules.Compiler.Limits;

/// <summary>What of a rule set the run time cannot evaluate yet: a replay refuses it by its name, and never leaves it out.</summary>
public static class RuntimeLimits
{
    /// <summary>By file and place; empty for a rule set that runs.</summary>
    public static ImmutableArray<Diagnostic> Find(RuleCompilation compilation)
    {
        var diagnostics = new DiagnosticBag();
        foreach (var file in compilation.Files)
        {
            foreach (var rule in file.Rules)
            {
                NodeLimits.Report(file.Text, rule, diagnostics);
            }

            foreach (var definition in file.Definitions)
            {
                NodeLimits.Report(file.Text, definition, diagnostics);
            }
        }

        return [.. diagnostics.ToImmutable().OrderBy(diagnostic => diagnostic.Text.File, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Span.Start)];
    }
}
