using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>What can be wrong with the files of exposures, CXR2140–CXR2149.</summary>
public static class ExposureErrors
{
    public static readonly DiagnosticDescriptor Missing = new(
        "CXR2140",
        DiagnosticSeverity.Error,
        "There is no file '{0}' with the counts of this exposure.",
        "Write a CSV file there whose first line is `date,count`, with one line a day below; the path is that from cxrules.yaml.");

    public static readonly DiagnosticDescriptor Refused = new("CXR2141", DiagnosticSeverity.Error, "The exposure file '{0}' cannot be read: {1}.", "{2}");
}
