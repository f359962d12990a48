using CxRules.Language.Diagnostics;

namespace CxRules.Language.Text;

/// <summary>What can be wrong with the bytes of a file.</summary>
public static class EncodingErrors
{
    public static readonly DiagnosticDescriptor NotUtf8 = new(
        "CXR1130",
        DiagnosticSeverity.Error,
        "The byte 0x{0:X2} here is not UTF-8: the file was saved in another encoding.",
        "Save the file as UTF-8.");

    public static readonly DiagnosticDescriptor Binary = new(
        "CXR1131",
        DiagnosticSeverity.Error,
        "This is not a text file: it holds the byte 0.",
        "Name a text file; if it is one, save it as UTF-8.");

    public static readonly DiagnosticDescriptor NotUtf16 = new(
        "CXR1132",
        DiagnosticSeverity.Error,
        "The file says it is UTF-16 and breaks off or goes wrong here.",
        "Save the file as UTF-8.");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "CXR1133",
        DiagnosticSeverity.Error,
        "The file has {0} bytes; the limit is {1}.",
        "Split it into several files.");
}
