using CxRules.Language.Diagnostics;

namespace CxRules.Language.Projects;

/// <summary>What can be wrong with the files of samples, CXR2142–CXR2149.</summary>
public static class SampleErrors
{
    public static readonly DiagnosticDescriptor Missing = new(
        "CXR2142",
        DiagnosticSeverity.Error,
        "There is no file '{0}' with the figures of this sample.",
        "Write a CSV file there whose first line is `date,sampled hours,total hours,count`, with one line a day below; the path is that from cxrules.yaml.");

    public static readonly DiagnosticDescriptor Refused = new("CXR2143", DiagnosticSeverity.Error, "The sample file '{0}' cannot be read: {1}.", "{2}");

    public static readonly DiagnosticDescriptor AfterTheEnd = new(
        "CXR2144",
        DiagnosticSeverity.Error,
        "This line of the sample '{0}' reaches beyond its last day, {1}.",
        "Move `until` in cxrules.yaml if the sample goes on, or mend the date.");
}
