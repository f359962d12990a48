using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Language.Transitions;
using CxRules.Model.Projects;

namespace CxRules.Testing.RuleSets;

/// <summary>A file that says what people did with cases.</summary>
/// <param name="Tellings">Who was told what became of them.</param>
/// <param name="Diagnostics">What is wrong with it, by place.</param>
/// <param name="Problem">Why there is none; null: there is one.</param>
public sealed record TransitionFile(ImmutableArray<WrittenTransition> Steps, ImmutableArray<WrittenTelling> Tellings, ImmutableArray<Diagnostic> Diagnostics, string? Problem)
{
    /// <summary>Nothing was done.</summary>
    public static TransitionFile None { get; } = new([], [], [], null);

    /// <summary>Null where there is no file.</summary>
    public SourceText? Text { get; init; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static TransitionFile Load(string path, Project project)
    {
        if (!File.Exists(path))
        {
            return new([], [], [], Directory.Exists(path) ? $"`{path}` is a folder: name the file of transitions." : $"There is no file `{path}`.{NearbyFiles.Hint(path)}");
        }

        var diagnostics = new DiagnosticBag();
        return TextFile.Read(path, diagnostics) is { } text ? Of(text, project, diagnostics) : new([], [], diagnostics.ToImmutable(), null);
    }

    /// <summary>Reads the text of such a file.</summary>
    public static TransitionFile Of(SourceText text, Project project) => Of(text, project, new DiagnosticBag());

    private static TransitionFile Of(SourceText text, Project project, DiagnosticBag diagnostics)
    {
        var lives = TransitionFileReader.ReadFile(text, project, diagnostics);
        return new(lives.Steps, lives.Tellings, [.. diagnostics.ToImmutable().Order(DiagnosticOrder.Instance)], null) { Text = text };
    }
}
