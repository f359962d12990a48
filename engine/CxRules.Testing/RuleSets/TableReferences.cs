using System.Text.RegularExpressions;
using CxRules.Language.Text;

namespace CxRules.Testing.RuleSets;

/// <summary>Finds the tables that rule texts may name, before anyone has parsed them: what follows `row of`.</summary>
internal static partial class TableReferences
{
    /// <summary>Paths relative to the rule set's folder that stay in it; too many do no harm.</summary>
    /// <param name="folder">The rule set's, as the texts' names begin.</param>
    public static IEnumerable<string> Of(SourceText text, string folder)
    {
        // Most rule sets name no table, and the pattern takes longer to get ready than to run.
        if (!text.Content.Contains("row", StringComparison.OrdinalIgnoreCase))
        {
            yield break;
        }

        var start = folder.Length == 0 ? "" : folder.TrimEnd('/') + "/";
        var own = text.File.StartsWith(start, StringComparison.Ordinal) ? text.File[start.Length..] : text.File;
        var below = own[..(own.LastIndexOf('/') + 1)];
        foreach (Match match in Reference().Matches(text.Content))
        {
            var named = match.Groups["quoted"] is { Success: true } quoted ? quoted.Value : match.Groups["plain"].Value;
            if (Inside(below + named.Replace('\\', '/')) is { } path)
            {
                yield return path;
            }
        }
    }

    /// <summary>The path without `.` and `..`; null where it leads out of the folder.</summary>
    private static string? Inside(string path)
    {
        var steps = new List<string>();
        foreach (var step in path.Split('/'))
        {
            switch (step)
            {
                case ".":
                    break;
                case ".." when steps.Count > 0:
                    steps.RemoveAt(steps.Count - 1);
                    break;
                case ".." or "":
                    return null;
                default:
                    steps.Add(step);
                    break;
            }
        }

        return string.Join('/', steps);
    }

    [GeneratedRegex("""\brow\s+of\s+(?:["“](?<quoted>[^"”\r\n]+)["”]|(?<plain>[^\s"]+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
