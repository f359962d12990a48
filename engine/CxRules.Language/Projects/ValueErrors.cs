using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>The mistakes that any file of keys and values can have, with the codes of one kind of file.</summary>
internal sealed record ValueErrors(
    DiagnosticDescriptor UnknownKey,
    DiagnosticDescriptor WrongShape,
    DiagnosticDescriptor NotOneOf,
    DiagnosticDescriptor MissingKey,
    DiagnosticDescriptor UnknownZone);
