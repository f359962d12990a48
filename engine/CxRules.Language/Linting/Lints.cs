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
    public static readonly DiagnosticDescriptor NoOwner = Warning("CXR3006", "The rule opens cases that nobody owns.", "Name who can remove the cause: `then route to Billing`.");
    public static readonly DiagnosticDescriptor Shadowed = Warning("CXR3007", "The rule '{0}' comes first and takes every contact of this one.", "Under `match: first` a contact has one route: give this rule a higher `priority`, or narrow '{0}'.");
    public static readonly DiagnosticDescriptor Overlap = Warning("CXR3008", "The rule '{0}' looks at the same contacts for the same owner.", "Join the two rules, or narrow one: two cases would share the money of each contact.");
    public static readonly DiagnosticDescriptor UnusedDispositions = Warning("CXR3009", "No rule looks at {0} of the {1} declared dispositions: {2}.", "Write a rule for them, mark those that are no failure `demand: value`, or switch this lint off: `lints: {{ CXR3009: off }}`.");
    public static readonly DiagnosticDescriptor UnusedDefinition = Warning("CXR3010", "Nothing uses the definition '{0}'.", "Remove it, or write it into a condition.");
    public static readonly DiagnosticDescriptor SampleEnded = Warning("CXR3011", "The sample '{0}' ended on {1}: since then this condition is unknown.", "Take another sample and move its `until` in cxrules.yaml, count contacts instead, or remove the rule.");
    public static readonly DiagnosticDescriptor NeverOpen = Warning("CXR3012", "'{0}' lets no evaluation of the rule take place: {1}.", "Write the dates into cxrules.yaml (`calendars:`, `holidays:`, `incidents:`), or change `only`.");

    private static DiagnosticDescriptor Warning(string code, string message, string help) => new(code, DiagnosticSeverity.Warning, message, help);
}
