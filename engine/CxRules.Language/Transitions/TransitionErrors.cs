using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;

namespace CxRules.Language.Transitions;

/// <summary>What can be wrong with a file of what became of cases.</summary>
public static class TransitionErrors
{
    public static readonly DiagnosticDescriptor UnknownKey = Error("CXR2301", "`{0}` is no key of {1}.", "{2}");

    public static readonly DiagnosticDescriptor WrongShape = Error("CXR2302", "`{0}` needs {1}.", "Write it like `{2}`.");

    public static readonly DiagnosticDescriptor NotOneOf = Error("CXR2303", "`{0}` is no {1}.", "{2}");

    public static readonly DiagnosticDescriptor MissingKey = Error("CXR2304", "{0} has no `{1}`.", "Add `{2}`.");

    public static readonly DiagnosticDescriptor KeyOfOtherState = Error("CXR2305", "`{0}` says nothing about a case that is {1}.", "Remove it; it belongs to a case that is {2}.");

    public static readonly DiagnosticDescriptor EngineDecides = Error("CXR2306", "Nobody can write that a case is {0}: only the engine decides that.", "{1}");

    public static readonly DiagnosticDescriptor UnknownCase = Warning("CXR2307", "The replay opened no case `{0}`: this step is left out.", "{1}");

    public static readonly DiagnosticDescriptor StepRefused = Warning("CXR2308", "The case `{0}` was {1} then, and cannot become {2}: this step is left out.", "{3}");

    internal static readonly ValueErrors Values = new(UnknownKey, WrongShape, NotOneOf, MissingKey, ProjectErrors.UnknownZone);

    private static DiagnosticDescriptor Error(string code, string message, string help) => new(code, DiagnosticSeverity.Error, message, help);

    private static DiagnosticDescriptor Warning(string code, string message, string help) => new(code, DiagnosticSeverity.Warning, message, help);
}
