using System.Globalization;

namespace CxRules.Streams;

/// <summary>A way in which data can be wrong. A code is never used again for another.</summary>
/// <param name="Code">CXR4xxx; docs/diagnostics has a page for each.</param>
/// <param name="Message">What is wrong, as a composite format.</param>
/// <param name="Help">What to do, as a composite format over the same arguments.</param>
public sealed record RejectKind(string Code, string Message, string Help)
{
    /// <summary>What is wrong, then what to do.</summary>
    public string Format(params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Message, arguments) + " " + string.Format(CultureInfo.InvariantCulture, Help, arguments);
}
