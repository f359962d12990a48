using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CxRules.Model.Cases;

/// <summary>The name of a case, the same on every run (semantics.md 12).</summary>
public static class CaseId
{
    /// <summary>16 hexadecimal digits of SHA-256 over tenant, rule id, group and ordinal, each with its length in front.</summary>
    /// <param name="group">Field name and value pairs, in the order of `per`.</param>
    /// <param name="ordinal">0 for the group's first case of the run.</param>
    public static string Compute(string tenant, string ruleId, IEnumerable<KeyValuePair<string, string>> group, int ordinal)
    {
        var text = new StringBuilder();
        Append(text, tenant);
        Append(text, ruleId);
        foreach (var (field, value) in group)
        {
            Append(text, field);
            Append(text, value);
        }

        Append(text, ordinal.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    private static void Append(StringBuilder text, string part) =>
        text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");
}

/// <summary>What a case counts: what is above the expected, or all of its population (domain.md, "The money").</summary>
public enum CaseBasis
{
    Excess,
    All,
}
