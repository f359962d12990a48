using System.Collections.Immutable;
using CxRules.Language.Binding;
using CxRules.Language.Diagnostics;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Tests.Binding;

/// <summary>Rule texts compiled under a project that the tests share.</summary>
internal static class Compiled
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public static readonly Project Project = Project.Default with
    {
        Currency = "GBP",
        Schema = ContactSchema.Create([("plan", FieldKind.Category), ("first billed at", FieldKind.Instant), ("refund", FieldKind.Money)]),
        Dispositions =
        [
            new("billing", null, null, Demand.Unclassified, null, []),
            new("billing-confusion", null, "billing", Demand.Failure, "first-bill", ["bill-query", "Bill Question"]),
            new("Late Fee", null, "billing", Demand.Failure, "first-bill", []),
            new("late-fee-waiver", null, "late-fee", Demand.Value, null, []),
            new("refund", null, null, Demand.Unclassified, null, []),
            new("outage", null, null, Demand.Failure, null, []),
        ],
        Exposures = [new("bills", "exposure/bills.csv"), new("Orders Sent", "exposure/orders.csv")],
        Samples = [new("meter-confusion", "samples/meter.csv", null), new("spring-tally", "samples/spring.csv", new(2026, 5, 31)), new("june-tally", "samples/june.csv", new(2026, 6, 1))],
        Calendars = [new("bill-runs", [new(new(2026, 5, 6), new(2026, 5, 8), null)]), new("holidays", [])],
        Webhooks = [new("billing-jira", "https://jira.example.test/hook", null)],
        Touchpoints = [new("first-bill", "join", "Billing")],
        Owners = [new("Billing", "billing@example.test"), new("Marketing", "marketing@example.test"), new("Chief Operating Officer", "coo@example.test"), new("Silent", null)],
    };

    public static readonly Project Guarded = Project with { Baseline = new(ChanceGuard: 0.001) };

    public static RuleCompilation File(string text, Project? project = null, string name = "rules/some-rule.cxr") => Files([(name, text)], project);

    public static RuleCompilation Files(IEnumerable<(string Name, string Text)> files, Project? project = null)
    {
        var texts = files.Select(file => new SourceText(file.Name, file.Text)).ToLookup(text => text.File.EndsWith(".csv", StringComparison.Ordinal));
        return RuleCompilation.Create(new([.. texts[false]], null, []) { Tables = [.. texts[true]] }, project ?? Project, [], [], Today);
    }

    /// <summary>The one rule of a text that has no mistake.</summary>
    public static BoundRule Rule(string text, Project? project = null, string name = "rules/some-rule.cxr")
    {
        var compilation = File(text, project, name);
        Assert.Empty(compilation.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.RuleSet.Rules);
    }

    /// <summary>A rule of one condition; it may have warnings.</summary>
    public static BoundRule If(string condition, Project? project = null)
    {
        var compilation = File($"if {condition} then route to Billing", project);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return Assert.Single(compilation.RuleSet.Rules);
    }

    /// <summary>A text whose only mistake stands between ‹ and ›.</summary>
    public static Diagnostic OnlyMistake(string marked, Project? project = null, string name = "rules/some-rule.cxr")
    {
        var start = marked.IndexOf('‹', StringComparison.Ordinal);
        var length = marked.IndexOf('›', StringComparison.Ordinal) - start - 1;
        var text = marked.Replace("‹", "", StringComparison.Ordinal).Replace("›", "", StringComparison.Ordinal);
        var diagnostics = File(text, project, name).Diagnostics;
        Assert.True(diagnostics.Length == 1, string.Join('\n', diagnostics.Select(found => $"{found} | {found.Text[found.Span]} | {found.Help}").DefaultIfEmpty("nothing was reported")));
        Assert.Equal(text[start..(start + length)], diagnostics[0].Text[diagnostics[0].Span]);
        Assert.Equal(start, diagnostics[0].Span.Start);
        return diagnostics[0];
    }

    /// <summary>The text after its fix.</summary>
    public static string Fixed(Diagnostic diagnostic)
    {
        Assert.NotNull(diagnostic.Fix);
        return diagnostic.Fix.Edits.OrderByDescending(edit => edit.Span.Start).Aggregate(
            diagnostic.Text.Content,
            (text, edit) => text[..edit.Span.Start] + edit.NewText + text[edit.Span.End..]);
    }
}
