using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Cases;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>`route to Marketing and Product with … because …`.</summary>
internal sealed class RouteBinder(BindingScope scope)
{
    private const int DefaultEvidence = 5;
    private const int MostEvidence = 1_000;

    private static readonly Dictionary<string, Func<RouteBinder, RouteOptionSyntax, BoundRoute, BoundRoute?>> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cost estimate"] = static (_, _, route) => route with { CostEstimate = true },
        ["priority"] = static (binder, option, route) => binder.BindPriority(option, route),
        ["evidence"] = static (binder, option, route) => binder.BindEvidence(option, route),
        ["via"] = static (binder, option, route) => binder.BindVia(option, route),
    };

    public BoundRoute? Bind(RouteSyntax syntax)
    {
        var owners = BindOwners(syntax.Owners);
        var ownerOf = syntax.OwnerOf is null ? null : BindOwnerOf(syntax.OwnerOf);
        var route = BindOptions(syntax, new(owners ?? [], ownerOf, false, null, DefaultEvidence, syntax.Because?.Value));
        return owners is null || (syntax.OwnerOf is not null && ownerOf is null) ? null : route;
    }

    private ImmutableArray<string>? BindOwners(ImmutableArray<OperandSyntax> syntaxes)
    {
        var owners = ImmutableArray.CreateBuilder<string>(syntaxes.Length);
        var complete = true;
        foreach (var syntax in syntaxes)
        {
            if (BindOwner(syntax) is not { } owner)
            {
                complete = false;
            }
            else if (owners.Contains(owner, StringComparer.OrdinalIgnoreCase))
            {
                scope.Report(BindingErrors.OwnerRepeated, syntax, owner);
                complete = false;
            }
            else
            {
                owners.Add(owner);
            }
        }

        return complete ? owners.ToImmutable() : null;
    }

    private string? BindOwner(OperandSyntax syntax)
    {
        switch (syntax)
        {
            case BadOperandSyntax:
                return null;
            case WordsSyntax words when words.Value.Contains(' ', StringComparison.Ordinal):
                // Reported with the syntax: SyntaxErrors.NameNotQuoted.
                return null;
            case TextSyntax { Value.Length: > 0 } text:
                return Declared(syntax, new(text.Value, true));
            case WordsSyntax words:
                return Declared(syntax, new(words.Value, false));
            default:
                scope.Report(BindingErrors.UnknownOwner, syntax, scope.Written(syntax), "Write the owner's name, in quotes if it is more than one word.");
                return null;
        }
    }

    private string? Declared(OperandSyntax syntax, CodePattern name)
    {
        var owner = scope.Project.Owners.IsEmpty ? name.Text : scope.Symbols.Owner(name)?.Name;
        if (owner is not null)
        {
            scope.Refer(syntax.Span, SymbolKind.Owner, owner);
            return owner;
        }

        var names = scope.Project.Owners.Select(declared => declared.Name).ToList();
        var nearest = DidYouMean.Nearest(name.Text, names);
        var help = nearest is not null ? $"Did you mean '{nearest}'?" : $"Declare it under `owners:` in cxrules.yaml, or write one of: {string.Join(", ", names.Take(8))}{(names.Count > 8 ? " …" : "")}.";
        scope.ReportWithFix(BindingErrors.UnknownOwner, syntax.Span, nearest is null ? null : AsWritten(nearest), name.Text, help);
        return null;
    }

    private static string AsWritten(string name) => name.All(letter => char.IsLetterOrDigit(letter) || letter == '_') ? name : $"\"{name}\"";

    private ContactField? BindOwnerOf(WordsSyntax words)
    {
        var schema = scope.Project.Schema;
        var field = scope.Symbols.Field(words.Value);
        if (field is null || (field != schema.Disposition && field != schema.Touchpoint))
        {
            var nearest = DidYouMean.Nearest(words.Value, [schema.Disposition.Name, schema.Touchpoint.Name]);
            scope.ReportWithFix(BindingErrors.OwnerOf, words.Span, nearest, words.Value, "", "Write `owner of disposition` or `owner of touchpoint`.");
            return null;
        }

        if (scope.Project.FallbackOwner is not null || scope.Project.Touchpoints.Any(touchpoint => touchpoint.Owner is not null))
        {
            return field;
        }

        scope.Report(
            BindingErrors.OwnerOf,
            words,
            words.Value,
            ": the project maps no touchpoint to an owner",
            "Give `touchpoints:` their owners in cxrules.yaml, or name a `fallback owner:`.");
        return null;
    }

    private BoundRoute? BindOptions(RouteSyntax syntax, BoundRoute route)
    {
        BoundRoute? bound = route;
        foreach (var option in syntax.Options)
        {
            // A wrong option must not hide the mistakes of the next one.
            var next = Options.TryGetValue(option.Name, out var bind) ? bind(this, option, bound ?? route) : null;
            bound = bound is null ? null : next;
        }

        return bound;
    }

    private BoundRoute? BindPriority(RouteOptionSyntax option, BoundRoute route)
    {
        if (option.Value is null or BadOperandSyntax)
        {
            return null;
        }

        return SeverityTable.TryFind(option.Value, out var severity)
            ? route with { Priority = severity }
            : Refuse(option, $"'{scope.Written(option.Value)}' is no priority", $"Write {SeverityTable.Listed}.");
    }

    private BoundRoute? BindEvidence(RouteOptionSyntax option, BoundRoute route)
    {
        if (option.Value is null or BadOperandSyntax)
        {
            return null;
        }

        var isCount = option.Value is NumberSyntax { Unit: null or "contact" or "contacts", Value: >= 1 and <= MostEvidence } number && number.Value == decimal.Truncate(number.Value);
        return isCount
            ? route with { Evidence = (int)((NumberSyntax)option.Value).Value }
            : Refuse(option, $"'{scope.Written(option.Value)}' is no number of contacts between 1 and 1000", "Write for example `with evidence 20 contacts`.");
    }

    private BoundRoute? BindVia(RouteOptionSyntax option, BoundRoute route)
    {
        var name = option.Value switch
        {
            WordsSyntax words => words.Value,
            TextSyntax text => text.Value,
            _ => null,
        };
        if (name is not null && option.Value is { } value)
        {
            return ProjectNames.Webhook(scope, value, name) is { } webhook ? route with { Via = webhook } : null;
        }

        return option.Value is null or BadOperandSyntax ? null : Refuse(option, $"'{scope.Written(option.Value)}' is no name", "Write the name of a webhook, for example `via billing-jira`.");
    }

    private BoundRoute? Refuse(RouteOptionSyntax option, string reason, string help)
    {
        scope.Report(BindingErrors.RouteOption, option, option.Name, reason, help);
        return null;
    }
}
