using CxRules.Language.Diagnostics;

namespace CxRules.Compiler.Limits;

/// <summary>Parts of the language that check and are not evaluated yet, CXR1200–CXR1299. CXR1201–1204, 1206–1212 and 1250–1261 are retired.</summary>
public static class LimitErrors
{
    public static readonly DiagnosticDescriptor CSharp = NotYet("CXR1205", "Write the condition with fields, `contains` and `matches`.");

    private static DiagnosticDescriptor NotYet(string code, string help) => new(code, DiagnosticSeverity.Error, "`replay` cannot evaluate `{0}` yet.", help);
}
