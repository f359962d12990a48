using CxRules.Language.Diagnostics;

namespace CxRules.Language.Linting;

/// <summary>Rules that mean something, and probably not what their author wants.</summary>
public static class Lints
{
    public static readonly DiagnosticDescriptor ExpiresSoon = Warning("CXR3001", "The rule expires in {0}, on {1}.", "Decide whether it is still wanted: move the date, or remove the rule.");
    public static readonly DiagnosticDescriptor Expired = new("CXR3002", DiagnosticSeverity.Error, "The rule expired on {0}.", "Decide whether it is still wanted: move the date, or remove the rule.");
    public static readonly DiagnosticDescriptor UnreachableOwner = Warning("CXR3003", "'{0}' owns what this rule finds and cannot be reached.", "Give the owner an `email:` in cxrules.yaml.");
    public static readonly DiagnosticDescriptor HandleTimeAlone = Warning("CXR3004", "The rule judges by handle time alone: a long contact can be a good one.", "Add what came of it, for example `csat <= 2`, `reopens > 0` or `escalated`.");
    public static readonly DiagnosticDescriptor NeverHolds = Warning("CXR3005", "This can never hold: {0}.", "{1}");

    private static DiagnosticDescriptor Warning(string code, string message, string help) => new(code, DiagnosticSeverity.Warning, message, help);
}
