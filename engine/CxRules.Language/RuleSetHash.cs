using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CxRules.Language.Text;

namespace CxRules.Language;

/// <summary>
/// SHA-256 over names and contents of the rule files and the project file, each with its length in front. Names are relative to the folder
/// that holds them all, so that the hash is the same wherever a rule set is checked out.
/// </summary>
internal static class RuleSetHash
{
    public static string Compute(IReadOnlyList<SourceText> files)
    {
        var names = files.Select(file => file.File.Replace('\\', '/')).ToList();
        var root = FolderOf(names);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in names.Zip(files).OrderBy(pair => pair.First, StringComparer.Ordinal))
        {
            Append(hash, name[root.Length..]);
            Append(hash, file.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part.Length}:")));
        hash.AppendData(Encoding.UTF8.GetBytes(part));
    }

    /// <summary>The folder that holds all files, with its last `/`; empty for the current one.</summary>
    public static string FolderOf(IReadOnlyList<string> names)
    {
        var common = names.Count == 0 ? "" : Folder(names[0]);
        foreach (var name in names)
        {
            while (!name.StartsWith(common, StringComparison.Ordinal))
            {
                common = Folder(common.TrimEnd('/'));
            }
        }

        return common;
    }

    private static string Folder(string name) => name[..(name.LastIndexOf('/') + 1)];
}
