using System.Collections.Immutable;

namespace CxRules.Testing.RuleSets;

/// <summary>Finds the files of rule sets. Links that leave the root, and links to folders, are not followed.</summary>
internal sealed class RuleFiles
{
    public const string ProjectName = "cxrules.yaml";

    private static readonly string[] s_otherYaml = [".source.yaml", ".test.yaml", ".transitions.yaml"];
    private readonly string _root;

    /// <param name="root">The folder that everything must stay in.</param>
    public RuleFiles(string root) => _root = Resolve(new DirectoryInfo(root));

    /// <summary>Links that lead out of the root, as messages show them.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Folders at or below <paramref name="folder"/> with a project file of their own, by path; those inside others are not among them.</summary>
    public IEnumerable<string> Projects(string folder)
    {
        if (File.Exists(Path.Combine(folder, ProjectName)))
        {
            return [folder];
        }

        return Folders(folder).SelectMany(Projects);
    }

    /// <summary>Rule files below a rule set's folder, nested rule sets left out, by ordinal relative path.</summary>
    public ImmutableArray<string> Rules(string folder) =>
    [
        .. Below(folder, isRoot: true)
            .OrderBy(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), StringComparer.Ordinal),
    ];

    /// <summary>The `*.source.yaml` files of a folder itself, by name.</summary>
    public ImmutableArray<string> Sources(string folder) =>
        [.. Files(folder).Where(file => file.EndsWith(".source.yaml", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];

    /// <summary>Those of the named files that are there, each once, by name. A link that leads out of the root is not followed.</summary>
    /// <param name="folder">That of the rule set.</param>
    /// <param name="names">Relative to it, without `..`.</param>
    public ImmutableArray<string> Tables(string folder, IEnumerable<string> names) =>
    [
        .. names.Distinct(StringComparer.Ordinal)
            .Select(name => Path.Combine(folder, name))
            .Where(file => File.Exists(file) && StaysInside(file) && IsBelowRoot(file))
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsRuleFile(string file)
    {
        var name = Path.GetFileName(file);
        return name.EndsWith(".cxr", StringComparison.OrdinalIgnoreCase)
            || (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
                && name != ProjectName
                && !Array.Exists(s_otherYaml, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }

    private IEnumerable<string> Below(string folder, bool isRoot)
    {
        if (!isRoot && File.Exists(Path.Combine(folder, ProjectName)))
        {
            return [];
        }

        return Files(folder).Where(IsRuleFile).Concat(Folders(folder).SelectMany(child => Below(child, isRoot: false)));
    }

    private IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Where(StaysInside);

    /// <summary>Folders to look into: not hidden ones (`.git`), and no links, which could lead in circles.</summary>
    private IEnumerable<string> Folders(string folder) => Directory.EnumerateDirectories(folder)
        .Where(child => Path.GetFileName(child)[0] != '.' && StaysInside(child) && new DirectoryInfo(child).LinkTarget is null)
        .Order(StringComparer.Ordinal);

    private bool StaysInside(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (entry.LinkTarget is null)
        {
            return true;
        }

        var target = entry.ResolveLinkTarget(returnFinalTarget: true) is { Exists: true } final ? final.FullName : null;
        if (target is not null && (target == _root || target.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            return true;
        }

        if (entry is DirectoryInfo || IsRuleFile(path) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
        {
            Refused.Add(path);
        }

        return false;
    }

    /// <summary>No folder on the way to a file is a link that leads out.</summary>
    private bool IsBelowRoot(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
        {
            var path = Path.TrimEndingDirectorySeparator(folder.FullName);
            if (path == _root || Resolve(folder) == _root)
            {
                return true;
            }

            if (folder.LinkTarget is not null)
            {
                return false;
            }
        }

        return false;
    }

    private static string Resolve(DirectoryInfo folder)
    {
        var resolved = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        return Path.TrimEndingDirectorySeparator(resolved);
    }
}
