using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Cases;

namespace CxRules.Language.Binding;

/// <summary>A rule on its way through binding and lints.</summary>
/// <param name="Syntax">With the cells of its row in the place of columns.</param>
/// <param name="Id">Null where it has none that can be used.</param>
/// <param name="Kind">By its `if`, bound or not.</param>
/// <param name="IsUndecided">Its `if` cannot be read: <paramref name="Kind"/> is a guess, and nothing may be concluded from it.</param>
/// <param name="Rule">Null where it has an error.</param>
internal sealed record RuleBinding(RuleFileSyntax File, RuleSyntax Syntax, string? Id, RuleKind Kind, bool IsUndecided, BoundRule? Rule, BindingScope Scope)
{
    /// <summary>The id that other rules call it by: that of the whole table, for a row.</summary>
    public string? Name { get; init; }

    public RowCells? Row { get; init; }

    /// <summary>What names the rule: its id, else its first word.</summary>
    public TextSpan NameSpan => Syntax.Id?.Span ?? (Syntax.Clauses.IsEmpty ? new(Syntax.Span.Start, 0) : Syntax.Clauses[0].KeywordSpan);

    public bool HasErrors => Syntax.IsBroken || Scope.HasErrors;

    public ImmutableArray<ActionSyntax> Actions { get; } = [.. Syntax.Clauses.OfType<ThenClauseSyntax>().Select(clause => clause.Action)];

    public ImmutableArray<Diagnostic> Diagnostics => Scope.Diagnostics.ToImmutable();
}
