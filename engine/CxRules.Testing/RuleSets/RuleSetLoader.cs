using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Diagnostics;
using CxRules.Language.Projects;
using CxRules.Language.Text;
using CxRules.Model.Projects;

namespace CxRules.Testing.RuleSets;

/// <summary>Reads rule sets from disk: a folder that holds a `cxrules.yaml`, several such folders below another, a folder without any, or one file.</summary>
public static class RuleSetLoader
{
    /// <param name="path">A file or a folder. Messages show paths as they follow from it.</param>
    /// <exception cref="IOException">A file that is there cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file that is there may not be read.</exception>
    public static RuleSetLoad Load(string path)
    {
        if (File.Exists(path))
        {
            return LoadFile(path);
        }

        return Directory.Exists(path)
            ? LoadFolder(path)
            : RuleSetLoad.Failed($"There is no file or folder `{path}`.{NearbyFiles.Hint(path)}");
    }

    /// <summary>The same rule set with the sources beside its history, where it has none beside its project file.</summary>
    public static LoadedRuleSet WithSourcesBeside(LoadedRuleSet ruleSet, IEnumerable<string> historyFiles)
    {
        if (!ruleSet.Texts.Sources.IsEmpty)
        {
            return ruleSet;
        }

        var sources = historyFiles
            .Select(file => Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && Path.GetDirectoryName(file) is { } shown ? (Folder: folder, Shown: shown) : default)
            .Where(place => place.Folder is not null && Directory.Exists(place.Folder))
            .DistinctBy(place => place.Folder, StringComparer.Ordinal)
            .SelectMany(place => new RuleFiles(place.Folder).Sources(place.Shown.Length == 0 ? "." : place.Shown))
            .ToArray();
        var diagnostics = new DiagnosticBag();
        var texts = Read(sources, diagnostics);
        return ruleSet with
        {
            Texts = ruleSet.Texts with { Sources = texts },
            Diagnostics = ruleSet.Diagnostics.AddRange(diagnostics.ToImmutable()),
            Files = ruleSet.Files + sources.Length,
        };
    }

    private static RuleSetLoad LoadFile(string path)
    {
        if (Path.GetFileName(path) == RuleFiles.ProjectName)
        {
            return LoadFolder(Folder(path));
        }

        if (!RuleFiles.IsRuleFile(path))
        {
            return RuleSetLoad.Failed($"`{path}` is no file of rules: those end in `.cxr` or `.yaml` (and not in `.source.yaml`, `.test.yaml` or `.transitions.yaml`).");
        }

        var folder = Folder(path);
        return new([Read(path, folder, [path], new RuleFiles(folder))], null);
    }

    private static RuleSetLoad LoadFolder(string path)
    {
        var files = new RuleFiles(path);
        var projects = files.Projects(path).ToArray();
        var roots = projects.Length > 0 ? projects : [path];
        var ruleSets = ImmutableArray.CreateBuilder<LoadedRuleSet>();
        foreach (var root in roots)
        {
            var rules = files.Rules(root);
            if (rules.IsEmpty && files.Refused.Count == 0)
            {
                return RuleSetLoad.Failed($"There are no rules in `{root}`: no `.cxr` or `.yaml` file beside or below {(projects.Length > 0 ? "its `cxrules.yaml`" : "it")}.");
            }

            ruleSets.Add(Read(root, root, rules, files));
        }

        return files.Refused is [var link, ..]
            ? RuleSetLoad.Failed($"`{link}` is a link that leads out of `{path}` or nowhere: rule sets hold their files themselves.")
            : new(ruleSets.ToImmutable(), null);
    }

    private static LoadedRuleSet Read(string path, string folder, ImmutableArray<string> rules, RuleFiles files)
    {
        var diagnostics = new DiagnosticBag();
        var projectFile = Path.Combine(folder, RuleFiles.ProjectName);
        string[] projects = File.Exists(projectFile) ? [projectFile] : [];
        var sources = files.Sources(folder);
        var ruleTexts = Read(rules, diagnostics);
        var tables = files.Tables(folder, ruleTexts.SelectMany(text => TableReferences.Of(text, TextFile.Shown(folder))));
        var project = Read(projects, diagnostics).FirstOrDefault();
        var declared = project is null ? Project.Default : ProjectReader.Read(project, new()).Project;
        var exposures = files.Tables(folder, declared.Exposures.Select(exposure => exposure.File));
        var samples = files.Tables(folder, declared.Samples.Select(sample => sample.File));
        var texts = new RuleTexts(ruleTexts, project, Read(sources, diagnostics)) { Tables = Read(tables, diagnostics), Exposures = Read(exposures, diagnostics), Samples = Read(samples, diagnostics) };
        return new(path, folder, texts, diagnostics.ToImmutable()) { Files = rules.Length + projects.Length + sources.Length + tables.Length + exposures.Length + samples.Length };
    }

    private static ImmutableArray<SourceText> Read(IReadOnlyCollection<string> files, DiagnosticBag diagnostics)
    {
        var texts = ImmutableArray.CreateBuilder<SourceText>(files.Count);
        foreach (var file in files)
        {
            if (TextFile.Read(file, diagnostics) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>The folder of a file, as the path names it.</summary>
    private static string Folder(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
