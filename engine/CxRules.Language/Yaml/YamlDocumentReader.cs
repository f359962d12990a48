using CxRules.Language.Diagnostics;
using CxRules.Language.Text;

namespace CxRules.Language.Yaml;

/// <summary>Reads the YAML that rule sets are written in: one document of maps, lists and texts, without anchors, aliases and tags.</summary>
public static class YamlDocumentReader
{
    /// <summary>How deep lists and maps may be nested.</summary>
    public const int DepthLimit = 64;

    /// <summary>Characters a file may have.</summary>
    public const int LengthLimit = 1 << 20;

    /// <summary>
    /// The document, or null where it is empty or cannot be read as YAML; the latter is reported. What else is wrong is reported and
    /// left out of the tree, or mended where the meaning is plain, so that one mistake is one error.
    /// </summary>
    public static YamlNode? Read(SourceText text, DiagnosticBag diagnostics) =>
        YamlTextCheck.Passes(text, diagnostics) ? new YamlComposer(text, diagnostics).Compose() : null;
}
