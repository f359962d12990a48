using CxRules.Language.Syntax;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>low, medium, high, critical.</summary>
internal static class SeverityTable
{
    public const string Listed = "low, medium, high or critical";

    private static readonly Dictionary<string, Severity> ByWord =
        Enum.GetValues<Severity>().ToDictionary(severity => severity.ToString(), StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Words => ByWord.Keys.Select(word => word.ToLowerInvariant());

    public static bool TryFind(OperandSyntax syntax, out Severity severity)
    {
        severity = default;
        return syntax is WordsSyntax words && ByWord.TryGetValue(words.Value, out severity);
    }
}
