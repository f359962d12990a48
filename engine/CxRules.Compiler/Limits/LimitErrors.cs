using CxRules.Language.Diagnostics;

namespace CxRules.Compiler.Limits;

/// <summary>Parts of the language that check and are not evaluated yet, CXR1200–CXR1299. CXR1206, 1207, 1210 and 1250–1261 are retired.</summary>
public static class LimitErrors
{
    public static readonly DiagnosticDescriptor Journey = NotYet("CXR1201", "Leave the condition out; journeys of a customer cannot be followed yet.");
    public static readonly DiagnosticDescriptor Exposure = NotYet("CXR1202", "Compare the measure itself with a number or with its baseline.");
    public static readonly DiagnosticDescriptor Sample = NotYet("CXR1203", "Compare `volume` over contacts that are all in the history.");
    public static readonly DiagnosticDescriptor CaseOrSignal = NotYet("CXR1204", "Write a rule about contacts or about a measure.");
    public static readonly DiagnosticDescriptor CSharp = NotYet("CXR1205", "Write the condition with fields, `contains` and `matches`.");
    public static readonly DiagnosticDescriptor Action = NotYet("CXR1208", "Route to an owner, or suppress another rule.");
    public static readonly DiagnosticDescriptor Earlier = NotYet("CXR1209", "Compare with the baseline: it is learned from earlier windows.");
    public static readonly DiagnosticDescriptor Cycles = NotYet("CXR1211", "Write the window in hours, days or weeks: over 4 weeks.");
    public static readonly DiagnosticDescriptor TopGroups = NotYet("CXR1212", "Leave it out: every group gets its own case, and reports rank them by money.");

    private static DiagnosticDescriptor NotYet(string code, string help) => new(code, DiagnosticSeverity.Error, "`replay` cannot evaluate `{0}` yet.", help);
}
