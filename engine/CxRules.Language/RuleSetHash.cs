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
        var root = CommonFolder(names);
        var text = new StringBuilder();
        foreach (var (name, file) in names.Zip(files).OrderBy(pair => pair.First, StringComparer.Ordinal))
        {
            Append(text, name[root.Length..]);
            Append(text, file.Content);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}");

    private static string CommonFolder(List<string> names)
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
