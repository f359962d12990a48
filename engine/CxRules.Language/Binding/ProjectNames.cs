using System.Collections.Immutable;
using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Model.Contacts;

namespace CxRules.Language.Binding;

/// <summary>Names that the project file declares: exposures, samples, calendars, webhooks. An absent list accepts any name, but of webhooks.</summary>
internal static class ProjectNames
{
    private static readonly ImmutableArray<string> Built = ["holidays", "incidents"];

    /// <summary>As declared; null after a report.</summary>
    public static string? Exposure(BindingScope scope, WordsSyntax words) =>
        Find(scope, words, words.Value, SymbolKind.Exposure, "exposure", [.. scope.Project.Exposures.Select(exposure => exposure.Name)]);

    /// <summary>As declared; null after a report.</summary>
    public static string? Sample(BindingScope scope, WordsSyntax words) =>
        Find(scope, words, words.Value, SymbolKind.Sample, "samples", [.. scope.Project.Samples.Select(sample => sample.Name)]);

    /// <summary>`holidays` and `incidents` are known to every project. As declared; null after a report.</summary>
    public static string? Calendar(BindingScope scope, WordsSyntax words) =>
        Find(scope, words, words.Value, SymbolKind.Calendar, "calendars", scope.Project.Calendars.IsEmpty ? [] : [.. scope.Project.Calendars.Select(calendar => calendar.Name).Union(Built)]);

    /// <summary>As declared; null after a report.</summary>
    public static string? Webhook(BindingScope scope, OperandSyntax operand, string name)
    {
        ImmutableArray<string> declared = [.. scope.Project.Webhooks.Select(webhook => webhook.Name)];
        if (!declared.IsEmpty)
        {
            return Find(scope, operand, name, SymbolKind.Webhook, "webhooks", declared);
        }

        scope.Report(BindingErrors.UnknownName, operand, "webhook", name, "Declare it under `webhooks:` in cxrules.yaml.");
        return null;
    }

    private static string? Find(BindingScope scope, SyntaxNode node, string name, SymbolKind kind, string key, ImmutableArray<string> declared)
    {
        var word = Code.ToBareWord(name);
        var found = declared.IsEmpty ? name : declared.FirstOrDefault(other => Code.ToBareWord(other) == word);
        if (found is not null)
        {
            scope.Refer(node.Span, kind, found);
            return found;
        }

        var nearest = DidYouMean.Nearest(name, declared);
        var help = nearest is not null ? $"Did you mean '{nearest}'?" : $"Declare it under `{key}:` in cxrules.yaml, or write one of: {string.Join(", ", declared.Take(8))}{(declared.Length > 8 ? " …" : "")}.";
        scope.ReportWithFix(BindingErrors.UnknownName, node.Span, nearest is null ? null : Code.ToBareWord(nearest), kind.ToString().ToLowerInvariant(), name, help);
        return null;
    }
}
