using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>Keys of the project file that the language has and this version does not run: refused by name, never ignored.</summary>
public static class ProjectLimits
{
    public static readonly DiagnosticDescriptor LateAfter = NotYet("CXR1250", "late after", "Remove it: in a replay no contact is late.");

    public static readonly DiagnosticDescriptor Exposure = NotYet("CXR1251", "exposure", "Remove it, and compare with `baseline` instead of `per 100 …`.");

    public static readonly DiagnosticDescriptor Samples = NotYet("CXR1252", "samples", "Remove it.");

    public static readonly DiagnosticDescriptor Webhooks = NotYet("CXR1253", "webhooks", "Remove it: cases are delivered in the report.");

    public static readonly DiagnosticDescriptor Lints = NotYet("CXR1254", "lints", "Remove what stands below it: every lint has its own severity.");

    public static readonly DiagnosticDescriptor CSharp = NotYet("CXR1255", "csharp", "Write `csharp: off`, or remove the key.");

    public static readonly DiagnosticDescriptor Acquisition = NotYet("CXR1256", "acquisition", "Remove it: a case is priced by its contacts.");

    public static readonly DiagnosticDescriptor Escalations = NotYet("CXR1257", "escalations", "Remove it: a case is priced by its contacts.");

    public static readonly DiagnosticDescriptor MissingCode = NotYet(
        "CXR1258", "missing: true", "Remove it; in the source file, `missing: [other]` at the field does the same.");

    public static readonly DiagnosticDescriptor Calendar = new(
        "CXR1259", DiagnosticSeverity.Error, "The calendar `{0}` is not run by this version, which knows `holidays` and `incidents`.", "{1}");

    public static readonly DiagnosticDescriptor BaselineMethod = new(
        "CXR1260", DiagnosticSeverity.Error, "Baselines by `{0}` are not run by this version.", "Write `method: median` or `method: mean`.");

    public static readonly DiagnosticDescriptor Via = NotYet("CXR1261", "via", "Remove it, and give the owner an `email`.");

    private static DiagnosticDescriptor NotYet(string code, string key, string help) =>
        new(code, DiagnosticSeverity.Error, $"`{key}` is not run by this version.", help);
}
