using CxRules.Language.Diagnostics;
using CxRules.Language.Formatting;
using CxRules.Language.Syntax;

namespace CxRules.Language.Tests.Baselines;

/// <summary>The canonical layout of a case, in its own spelling and in the other; one with errors has none.</summary>
internal static class FormattingBaseline
{
    private const string None = "It has errors, and no layout.\n";

    public static string Format(RuleFileSyntax file) => IsBroken(file) ? None : RuleFormatter.Format(file);

    public static string Convert(RuleFileSyntax file) => IsBroken(file)
        ? None
        : RuleFormatter.Convert(file, RuleFormatter.SpellingOf(file.Text.File) == RuleSpelling.Yaml ? RuleSpelling.Sentences : RuleSpelling.Yaml);

    private static bool IsBroken(RuleFileSyntax file) => file.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
