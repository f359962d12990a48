using System.Collections.Immutable;
using CxRules.Model.Projects;

namespace CxRules.Language.Diagnostics;

/// <summary>What `lints:` of the project file makes of each lint.</summary>
internal sealed class LintSettings(ImmutableDictionary<string, LintSetting> settings)
{
    private static readonly Dictionary<LintSetting, DiagnosticSeverity> Severities = new()
    {
        [LintSetting.Warning] = DiagnosticSeverity.Warning,
        [LintSetting.Error] = DiagnosticSeverity.Error,
    };

    /// <summary>The diagnostic as the project wants it; null where it wants none.</summary>
    public Diagnostic? Apply(Diagnostic diagnostic)
    {
        if (settings.IsEmpty || !IsLint(diagnostic.Code) || !settings.TryGetValue(diagnostic.Code, out var setting))
        {
            return diagnostic;
        }

        return Severities.TryGetValue(setting, out var severity)
            ? diagnostic with { Descriptor = diagnostic.Descriptor with { Severity = severity } }
            : null;
    }

    private static bool IsLint(string code) => code.StartsWith("CXR3", StringComparison.Ordinal);
}
