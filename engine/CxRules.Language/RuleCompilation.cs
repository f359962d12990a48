using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Sources;

namespace CxRules.Language;

/// <summary>The texts of a rule set, before anyone has read them.</summary>
/// <param name="Rules">`.cxr` and `.yaml` rule files, by path (ordinal).</param>
/// <param name="Project">`cxrules.yaml`; null: the default project.</param>
/// <param name="Sources">`*.source.yaml` files.</param>
public sealed record RuleTexts(ImmutableArray<SourceText> Rules, SourceText? Project, ImmutableArray<SourceText> Sources);

/// <summary>Rule texts made into bound rules, with everything that is wrong with them. No I/O.</summary>
public sealed class RuleCompilation
{
    private RuleCompilation(ImmutableArray<RuleFileSyntax> files, BoundRuleSet ruleSet, ImmutableArray<ContactSource> sources, ImmutableArray<Diagnostic> diagnostics)
    {
        Files = files;
        RuleSet = ruleSet;
        Sources = sources;
        Diagnostics = diagnostics;
    }

    public ImmutableArray<RuleFileSyntax> Files { get; }

    /// <summary>The rules without errors.</summary>
    public BoundRuleSet RuleSet { get; }

    public ImmutableArray<ContactSource> Sources { get; }

    /// <summary>By file, line, column and code; nothing twice.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <param name="today">The local day that `expires` is held against.</param>
    public static RuleCompilation Create(RuleTexts texts, DateOnly today)
    {
        _ = texts;
        _ = today;
        throw new InvalidOperationException("under construction");
    }
}
