using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;

namespace CxRules.Language.Binding;

/// <summary>A rule on its way through binding and lints.</summary>
/// <param name="Id">Null where it has none that can be used.</param>
/// <param name="HasMeasure">By its `if`, bound or not.</param>
/// <param name="Rule">Null where it has an error.</param>
internal sealed record RuleBinding(RuleFileSyntax File, RuleSyntax Syntax, string? Id, bool HasMeasure, BoundRule? Rule, BindingScope Scope)
{
    /// <summary>What names the rule: its id, else its first word.</summary>
    public TextSpan NameSpan => Syntax.Id?.Span ?? (Syntax.Clauses.IsEmpty ? new(Syntax.Span.Start, 0) : Syntax.Clauses[0].KeywordSpan);

    public bool HasErrors => Syntax.IsBroken || Scope.Diagnostics.HasErrors;

    public IEnumerable<SuppressSyntax> Suppressions => Syntax.Clauses.OfType<ThenClauseSyntax>().Select(clause => clause.Action).OfType<SuppressSyntax>();

    public ImmutableArray<Diagnostic> Diagnostics => Scope.Diagnostics.ToImmutable();
}
