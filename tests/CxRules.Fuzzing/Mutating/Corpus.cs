using System.Collections.Immutable;
using CxRules.Fuzzing.Generation;
using CxRules.Language.Text;

namespace CxRules.Fuzzing.Mutating;

/// <summary>What the mutations begin with: every file of rules, projects and sources below some folders, and generated rules.</summary>
internal static class Corpus
{
    private const int Generated = 300;
    private const int Longest = 20_000;

    public static ImmutableArray<SourceText> Read(IEnumerable<string> folders) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cxr" or ".yaml" && new FileInfo(file).Length < Longest)
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceText(Path.GetFileName(file), File.ReadAllText(file))),
        .. Enumerable.Range(0, Generated).Select(RuleFileWriter.Write).Select(file => new SourceText(file.Name, file.Text)),
    ];
}
