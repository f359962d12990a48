using System.Collections.Immutable;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>What follows `then`, but `suppress`, which looks at other rules.</summary>
internal sealed class ActionBinder(BindingScope scope, RuleSyntax rule, RuleKind kind)
{
    private static readonly Dictionary<string, CaseAudience> Audiences =
        Enum.GetValues<CaseAudience>().ToDictionary(audience => audience.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly RouteBinder _routes = new(scope);
    private readonly LengthBinder _lengths = new(scope);
    private RouteSyntax? _route;

    /// <summary>The rule with the action added.</summary>
    public BoundRule Bind(ActionSyntax syntax, BoundRule bound)
    {
        if (syntax is RouteSyntax { Verb: RouteVerb.Route } route)
        {
            var to = Route(route);
            return bound with { Route = bound.Route ?? to };
        }

        return Other(syntax) is { } action ? bound with { Actions = bound.Actions.Add(action) } : bound;
    }

    private BoundAction? Other(ActionSyntax syntax) => syntax switch
    {
        RouteSyntax escalate => _routes.Bind(escalate) is { } to ? new BoundEscalate(to) : null,
        TagContactSyntax tag => Tag(tag),
        CallBackSyntax call => _lengths.Ticks(call.Within, "within 4 hours") is { } ticks ? new BoundCallBack(ticks) : null,
        NotifySyntax notify => Notify(notify),
        EmitSignalSyntax emit => Emit(emit),
        _ => null,
    };

    private BoundRoute? Route(RouteSyntax syntax)
    {
        var bound = _routes.Bind(syntax);
        if (_route is not null && !rule.IsBroken)
        {
            scope.Report(BindingErrors.SeveralRoutes, syntax, Owners(_route), Owners(syntax));
        }

        _route ??= syntax;
        return bound;
    }

    private string Owners(RouteSyntax route) =>
        route.OwnerOf is { } of ? $"owner of {of.Value}" : string.Join(" and ", route.Owners.Select(scope.Written));

    private BoundTagContact? Tag(TagContactSyntax syntax)
    {
        if (kind == RuleKind.Cases)
        {
            scope.Report(BindingErrors.ActionRefused, syntax, "tag contact", "it is about cases and signals, and none of them is a contact", "Put the action into a rule about contacts.");
            return null;
        }

        switch (syntax.Tag)
        {
            case WordsSyntax { IsField: false } words when words.Value.Contains(' ', StringComparison.Ordinal):
                scope.ReportWithFix(BindingErrors.SeveralWords, words.Span, Code.ToBareWord(words.Value), words.Value, $"`{Code.ToBareWord(words.Value)}` or `\"{words.Value}\"`");
                return null;
            case WordsSyntax { IsField: false } words:
                return new(Code.ToBareWord(words.Value));
            case TextSyntax { Value.Length: > 0 } text:
                return new(text.Value);
            case BadOperandSyntax:
                return null;
            default:
                scope.Report(BindingErrors.NotACode, syntax.Tag, scope.Written(syntax.Tag), "tag", "Write one word, for example `tag contact with recover`.");
                return null;
        }
    }

    private BoundNotify? Notify(NotifySyntax syntax)
    {
        var within = syntax.Within is null ? null : _lengths.Ticks(syntax.Within, "within 5 days");
        ImmutableArray<CaseAudience> audiences = [.. syntax.Audiences.Select(words => Audiences[words.Value]).Distinct()];
        return syntax.Within is not null && within is null ? null : new(audiences, within);
    }

    private BoundEmitSignal? Emit(EmitSignalSyntax syntax)
    {
        var name = syntax.Signal.Value;
        if (name.Contains(' ', StringComparison.Ordinal))
        {
            scope.ReportWithFix(BindingErrors.SeveralWords, syntax.Signal.Span, Code.ToBareWord(name), name, $"`{Code.ToBareWord(name)}`");
            return null;
        }

        scope.Refer(syntax.Signal.Span, SymbolKind.Signal, name);
        if (kind != RuleKind.Contacts)
        {
            return new(name);
        }

        scope.Report(BindingErrors.ActionRefused, syntax, "emit signal", "it is about single contacts, and nothing stays active after one", "Give the rule a measure, for example `and weekly volume > 50 contacts`.");
        return null;
    }
}
