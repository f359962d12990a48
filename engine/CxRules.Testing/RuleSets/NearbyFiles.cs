using CxRules.Language.Diagnostics;

namespace CxRules.Testing.RuleSets;

/// <summary>What stands beside a path that leads nowhere.</summary>
public static class NearbyFiles
{
    /// <summary>` Did you mean …?`, or nothing.</summary>
    public static string Hint(string path)
    {
        var trimmed = path.TrimEnd('/');
        var folder = Path.GetDirectoryName(trimmed) ?? "";
        var shown = folder.Length == 0 ? "." : folder;
        if (trimmed.Length == 0 || !Directory.Exists(shown))
        {
            return "";
        }

        var names = Directory.EnumerateFileSystemEntries(shown).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
        return DidYouMean.Nearest(Path.GetFileName(trimmed), names) is { } name ? $" Did you mean `{Path.Combine(folder, name)}`?" : "";
    }
}
