using CxRules.Language.Diagnostics;

namespace CxRules.Language.Yaml;

/// <summary>What can be wrong with rules written as keys, CXR1150–CXR1199.</summary>
public static class YamlRuleErrors
{
    public static readonly DiagnosticDescriptor UnknownKey = Error("CXR1150", "`{0}` is not a key of {1}.", "Write one of {2}.");
    public static readonly DiagnosticDescriptor MisspeltKey = Error("CXR1151", "`{0}` is not a key of {1}: did you mean `{2}`?", "Write `{2}`.");
    public static readonly DiagnosticDescriptor WrongShape = Error("CXR1152", "`{0}` takes {1}.", "Write {2}.");
    public static readonly DiagnosticDescriptor NothingBehind = Error("CXR1153", "There is nothing behind `{0}`.", "Write {1}, or leave the key out.");
    public static readonly DiagnosticDescriptor RulesMissing = Error("CXR1154", "This file has no `rules:`.", "Begin it with `rules:`, and each rule below with `- rule:` and its id.");

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);
}
