using System.Collections.Immutable;
using CxRules.Language;
using CxRules.Language.Diagnostics;

namespace CxRules.Testing.RuleSets;

/// <summary>A rule set's texts, read and decoded, not yet compiled.</summary>
/// <param name="Path">The file or folder that was loaded, as messages show it.</param>
/// <param name="Folder">Where the project file is, or would be; its patterns are relative to it.</param>
/// <param name="Diagnostics">What the bytes of the files did wrong: a file with an error is not among <paramref name="Texts"/>.</param>
public sealed record LoadedRuleSet(string Path, string Folder, RuleTexts Texts, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Files that were read: rules, project and sources.</summary>
    public required int Files { get; init; }

    /// <summary>The compilation; its diagnostics and those of decoding, by file, line, column and code.</summary>
    /// <param name="today">The local day that `expires` is held against.</param>
    public CompiledRuleSet Compile(DateOnly today)
    {
        var compilation = RuleCompilation.Create(Texts, today);
        return new(this, compilation, Diagnostics.IsEmpty ? compilation.Diagnostics : Merge(compilation.Diagnostics));
    }

    private ImmutableArray<Diagnostic> Merge(ImmutableArray<Diagnostic> compiled) => [.. Diagnostics.AddRange(compiled).Order(DiagnosticOrder.Instance)];
}

/// <summary>A rule set with everything that is wrong with it.</summary>
public sealed record CompiledRuleSet(LoadedRuleSet Loaded, RuleCompilation Compilation, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
