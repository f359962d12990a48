using CxRules.Language.Binding;
using CxRules.Model.Cases;

namespace CxRules.Language.Linting;

/// <summary>A case without an owner; a rule that suppresses or emits a signal is there for other rules.</summary>
internal static class OwnerlessLint
{
    public static void Check(RuleBinding rule, BoundRule bound)
    {
        var isOwned = bound.Route is not null || rule.Scope.Project.FallbackOwner is not null || bound.Actions.Any(action => action is BoundEscalate or BoundEmitSignal);
        if (bound.Kind == RuleKind.Measures && !isOwned && bound.Suppresses.IsEmpty)
        {
            rule.Scope.Report(Lints.NoOwner, rule.NameSpan);
        }
    }
}
