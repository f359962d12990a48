using System.Runtime.CompilerServices;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Language.Yaml;

namespace CxRules.Language.Tests.Baselines;

/// <summary>One input of the folder Cases: a `.cxr` or `.yaml` file, beside which its artifacts lie.</summary>
internal sealed record BaselineCase(string Name)
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile()) ?? "", "Cases");

    /// <summary>As `journeys/valid.cxr`, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml")
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All of them, read.</summary>
    public static IReadOnlyList<RuleFileSyntax> Files { get; } = [.. Names.Select(name => new BaselineCase(name).Parse())];

    public RuleFileSyntax Parse() => Parse(new SourceText(Path.GetFileName(Name), File.ReadAllText(Path.Combine(Folder, Name))));

    public static RuleFileSyntax Parse(SourceText text) => text.File.EndsWith(".yaml", StringComparison.Ordinal) ? YamlRuleParser.Parse(text) : RuleParser.Parse(text);

    /// <summary>The other spelling of the same rules, where there is one.</summary>
    public BaselineCase? Twin => Name.EndsWith(".cxr", StringComparison.Ordinal) && Path.ChangeExtension(Name, ".yaml") is var twin && Names.Contains(twin) ? new(twin) : null;

    public string PathOf(BaselineArtifact artifact) => Path.Combine(Folder, $"{Name}.{artifact.Name}.txt");

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
