using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using CxRules.Language.Diagnostics;

namespace CxRules.Language.Linting;

/// <summary>All lints there are, by code.</summary>
internal static partial class LintCatalog
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. typeof(Lints).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .OrderBy(lint => lint.Code, StringComparer.Ordinal),
    ];

    /// <summary>What a lint finds, in one sentence that names no place.</summary>
    public static string About(DiagnosticDescriptor lint) => Argument().Replace(lint.Message, "…");

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Argument();
}
