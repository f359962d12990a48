using CxRules.Language.Diagnostics;

namespace CxRules.Language.Syntax;

/// <summary>Parts of the language that this version refuses by name, CXR1200–CXR1299.</summary>
public static class NotSupportedErrors
{
    public static readonly DiagnosticDescriptor Journey = Refused("CXR1201", "Leave the condition out; journeys of a customer cannot be followed yet.");
    public static readonly DiagnosticDescriptor Exposure = Refused("CXR1202", "Compare the measure itself with a number or with its baseline.");
    public static readonly DiagnosticDescriptor Sample = Refused("CXR1203", "Compare `volume` over contacts that are all in the history.");
    public static readonly DiagnosticDescriptor CaseOrSignal = Refused("CXR1204", "Write a rule about contacts or about a measure.");
    public static readonly DiagnosticDescriptor CSharp = Refused("CXR1205", "Write the condition with fields, `contains` and `matches`.");
    public static readonly DiagnosticDescriptor Definition = Refused("CXR1206", "Write the condition out in each rule, or each row as a rule of its own.");
    public static readonly DiagnosticDescriptor Moment = Refused("CXR1207", "Leave the line out; `every` says when a rule is evaluated.");
    public static readonly DiagnosticDescriptor Action = Refused("CXR1208", "Route to an owner, or suppress another rule.");
    public static readonly DiagnosticDescriptor Earlier = Refused("CXR1209", "Compare with the baseline: it is learned from earlier windows.");
    public static readonly DiagnosticDescriptor FactorByField = Refused("CXR1210", "Write one rule for each value, each with its own factor.");
    public static readonly DiagnosticDescriptor Cycles = Refused("CXR1211", "Write the window in hours, days or weeks: over 4 weeks.");
    public static readonly DiagnosticDescriptor TopGroups = Refused("CXR1212", "Leave it out: every group gets its own case, and reports rank them by money.");

    private static DiagnosticDescriptor Refused(string code, string help) => new(code, DiagnosticSeverity.Error, "`{0}` is not supported yet.", help);
}
