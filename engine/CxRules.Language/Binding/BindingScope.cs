using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;

namespace CxRules.Language.Binding;

/// <summary>What the binders of one rule share: its text, the names it may use, and what was found wrong with it.</summary>
internal sealed class BindingScope(RuleFileSyntax file, ProjectSymbols symbols)
{
    private readonly Dictionary<BoundCondition, TextSpan> _spans = new(ReferenceEqualityComparer.Instance);
    private readonly SentencePrinter _printer = new(file);

    public DiagnosticBag Diagnostics { get; } = new();

    public ProjectSymbols Symbols => symbols;

    public Project Project => symbols.Project;

    public SourceText Text => file.Text;

    /// <summary>Where each leaf condition stands.</summary>
    public IReadOnlyDictionary<BoundCondition, TextSpan> Spans => _spans;

    /// <summary>A node as its author wrote it, on one line.</summary>
    public string Written(SyntaxNode node) => _printer.Print(node);

    public T At<T>(SyntaxNode node, T condition)
        where T : BoundCondition
    {
        _spans.TryAdd(condition, node.Span);
        return condition;
    }

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode node, params object?[] arguments) =>
        Diagnostics.Report(descriptor, file.Text, node.Span, arguments);

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object?[] arguments) =>
        Diagnostics.Report(descriptor, file.Text, span, arguments);

    /// <summary>Reports with a fix that puts <paramref name="replacement"/> in the place of the node; null: without a fix.</summary>
    public void ReportWithFix(DiagnosticDescriptor descriptor, TextSpan span, string? replacement, params object?[] arguments)
    {
        var fix = replacement is null ? null : new Fix($"Write {replacement}", [new(span, replacement)]);
        Diagnostics.Add(descriptor.At(file.Text, span, arguments) with { Fix = fix });
    }

    /// <summary>The words neither name a field nor look like one.</summary>
    public bool IsNoField(WordsSyntax words) => symbols.Field(words.Value) is null && DidYouMean.Nearest(words.Value, symbols.FieldNames) is null;

    /// <summary>The field that words name; reports where there is none.</summary>
    public ContactField? Field(WordsSyntax words)
    {
        if (symbols.Field(words.Value) is { } field)
        {
            return field;
        }

        var nearest = DidYouMean.Nearest(words.Value, symbols.FieldNames);
        var help = nearest is not null ? $"Did you mean '{nearest}'?" : FieldHints.For(words.Value);
        ReportWithFix(BindingErrors.UnknownField, words.Span, nearest, words.Value, help);
        return null;
    }
}
