using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Transitions;
using CxRules.Model.Projects;

namespace CxRules.Testing.RuleSets;

/// <summary>A file that says what people did with cases.</summary>
/// <param name="Diagnostics">What is wrong with it, by place.</param>
/// <param name="Problem">Why there is none; null: there is one.</param>
public sealed record TransitionFile(ImmutableArray<WrittenTransition> Steps, ImmutableArray<Diagnostic> Diagnostics, string? Problem)
{
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static TransitionFile Load(string path, Project project)
    {
        if (!File.Exists(path))
        {
            return new([], [], Directory.Exists(path) ? $"`{path}` is a folder: name the file of transitions." : $"There is no file `{path}`.{NearbyFiles.Hint(path)}");
        }

        var diagnostics = new DiagnosticBag();
        var steps = TextFile.Read(path, diagnostics) is { } text ? TransitionFileReader.Read(text, project, diagnostics) : [];
        return new(steps, [.. diagnostics.ToImmutable().Order(DiagnosticOrder.Instance)], null);
    }
}
