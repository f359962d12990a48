using System.Collections.Immutable;
using System.IO.Enumeration;

namespace CxRules.Testing.RuleSets;

/// <summary>The files that a list of paths and patterns names: `*` and `?` stand for characters of a name, `**` for folders at any depth.</summary>
public static class HistoryFiles
{
    /// <summary>Files in the order of the patterns, those of one pattern by path (ordinal), each once.</summary>
    /// <param name="folder">What relative patterns are relative to; empty: the current folder.</param>
    /// <param name="missing">The first pattern that names no file; null where each names one.</param>
    public static ImmutableArray<string> Find(IEnumerable<string> patterns, string folder, out string? missing)
    {
        missing = null;
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var pattern in patterns)
        {
            var files = Find(Path.Combine(folder, pattern)).Where(file => !found.Contains(file)).Order(StringComparer.Ordinal).ToArray();
            if (files.Length == 0 && !found.Any(file => file == Path.Combine(folder, pattern)))
            {
                missing ??= pattern;
            }

            found.AddRange(files);
        }

        return found.ToImmutable();
    }

    private static IEnumerable<string> Find(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        var steps = path.Split('/');
        var first = Array.FindIndex(steps, IsPattern);
        if (first < 0)
        {
            return [];
        }

        var start = string.Join('/', steps[..first]);
        return Match(first == 0 ? "" : start.Length == 0 ? "/" : start, steps.AsMemory(first));
    }

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> steps)
    {
        var shown = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(shown))
        {
            return [];
        }

        var step = steps.Span[0];
        if (step == "**")
        {
            var here = steps.Length == 1 ? Names(Directory.EnumerateFiles(shown), "*", folder) : Match(folder, steps[1..]);
            return here.Concat(Names(Directory.EnumerateDirectories(shown), "*", folder)
                .Where(child => new DirectoryInfo(child).LinkTarget is null)
                .SelectMany(child => Match(child, steps)));
        }

        if (steps.Length == 1)
        {
            return Names(Directory.EnumerateFiles(shown), step, folder);
        }

        return IsPattern(step)
            ? Names(Directory.EnumerateDirectories(shown), step, folder).SelectMany(child => Match(child, steps[1..]))
            : Match(Path.Combine(folder, step), steps[1..]);
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths, string pattern, string folder) => paths
        .Select(path => Path.GetFileName(path))
        .Where(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
        .Select(name => Path.Combine(folder, name));

    private static bool IsPattern(string step) => step.AsSpan().ContainsAny('*', '?');
}
