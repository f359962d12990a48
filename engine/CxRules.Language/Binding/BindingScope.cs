using CxRules.Language.Diagnostics;
using CxRules.Language.Symbols;
using CxRules.Language.Syntax;
using CxRules.Language.Text;
using CxRules.Model.Contacts;
using CxRules.Model.Projects;
using Symbol = CxRules.Language.Symbols.Symbol;

namespace CxRules.Language.Binding;

/// <summary>What the binders of one rule, or of one definition, share: its text, the names it may use, and what was found wrong with it.</summary>
/// <param name="row">The row of a table that the rule is made for; null for any other.</param>
internal sealed class BindingScope(RuleFileSyntax file, RuleSetNames names, RowCells? row = null)
{
    private const int UsualNames = 16;

    private readonly Dictionary<BoundCondition, TextSpan> _spans = new(ReferenceEqualityComparer.Instance);
    private readonly SentencePrinter _printer = new(file, row);
    private readonly List<SymbolReference> _references = new(UsualNames);
    private List<MoneyAmount>? _amounts;
    private bool _hasFailed;
    private bool _isTornReported;

    public DiagnosticBag Diagnostics { get; } = new();

    public RuleSetNames Names => names;

    public ProjectSymbols Symbols => names.Project;

    public Project Project => names.Project.Project;

    public SourceText Text => file.Text;

    /// <summary>A syntax error was reported in it: what seems to be missing may be what could not be read.</summary>
    public bool IsBroken { get; init; }

    /// <summary>A stretch that is worth one error: one mistake may have torn it.</summary>
    public TextSpan? Torn { get; init; }

    /// <summary>Something in it, or in a definition that it uses, is wrong: it cannot be run.</summary>
    public bool HasErrors => IsBroken || _hasFailed || Diagnostics.HasErrors;

    /// <summary>Where each leaf condition stands.</summary>
    public IReadOnlyDictionary<BoundCondition, TextSpan> Spans => _spans;

    /// <summary>Every name that was resolved, in the order it was met.</summary>
    public IReadOnlyList<SymbolReference> References => _references;

    /// <summary>Each amount of money with its currency, in the order it was met; those of a definition are in the definition's own scope.</summary>
    public IEnumerable<MoneyAmount> Amounts => _amounts ?? [];

    /// <summary>A node as its author wrote it, on one line; a column as its row says it.</summary>
    public string Written(SyntaxNode node) => _printer.Print(node);

    public T At<T>(SyntaxNode node, T condition)
        where T : BoundCondition
    {
        _spans.TryAdd(condition, node.Span);
        return condition;
    }

    /// <summary>A name was resolved, or declared.</summary>
    public void Refer(TextSpan span, Symbol symbol) =>
        _references.Add(new(file.Text, span, symbol) { IsDeclaration = symbol.Declared is { } place && place.Span == span && place.Text == file.Text });

    public void Refer(TextSpan span, SymbolKind kind, string name, string? container = null) => Refer(span, names.Symbols.Get(kind, name, container));

    /// <summary>An amount of money was read.</summary>
    public void Meet(MoneyAmount amount) => (_amounts ??= []).Add(amount);

    /// <summary>What makes it wrong is reported somewhere else.</summary>
    public void Fail() => _hasFailed = true;

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode node, params object?[] arguments) =>
        Add(descriptor.At(file.Text, node.Span, arguments));

    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object?[] arguments) =>
        Add(descriptor.At(file.Text, span, arguments));

    /// <summary>Reports with a fix that puts <paramref name="replacement"/> in the place of the node; null: without a fix.</summary>
    public void ReportWithFix(DiagnosticDescriptor descriptor, TextSpan span, string? replacement, params object?[] arguments)
    {
        var fix = replacement is null ? null : new Fix($"Write {replacement}", [new(span, replacement)]);
        Add(descriptor.At(file.Text, span, arguments) with { Fix = fix });
    }

    /// <summary>Reports with a fix that puts words behind the node.</summary>
    public void ReportWithAddition(DiagnosticDescriptor descriptor, SyntaxNode node, string addition, params object?[] arguments) =>
        Add(descriptor.At(file.Text, node.Span, arguments) with { Fix = new($"Add {addition}", [new(new(node.Span.End, 0), " " + addition)]) });

    public void Add(Diagnostic diagnostic)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Error && Torn is { } torn && torn.Contains(diagnostic.Span))
        {
            if (IsBroken || _isTornReported)
            {
                Fail();
                return;
            }

            _isTornReported = true;
        }

        if (names.LintSettings.Apply(diagnostic) is { } wanted)
        {
            Diagnostics.Add(wanted);
        }
    }

    /// <summary>
    /// Binds what a definition stands for, with the definition's own text. Its own mistakes are reported there; what is wrong with it only
    /// here, for example that no window is named beside it, is reported where it is used.
    /// </summary>
    public T? Expand<T>(ExpandedSyntax use, Func<BindingScope, T?> bind)
        where T : class
    {
        if (!_references.Exists(reference => reference.Span == use.Span))
        {
            Refer(use.Span, SymbolKind.Definition, use.Definition.Name);
        }

        Refer(use.Span, SymbolKind.Definition, use.Definition.Name);
        if (use.Definition.HasErrors)
        {
            Fail();
            return null;
        }

        var inner = new BindingScope(use.Definition.File, names);
        var bound = bind(inner);
        foreach (var diagnostic in inner.Diagnostics.ToImmutable().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            Add(diagnostic with { Text = file.Text, Span = use.Span, Fix = null });
        }

        foreach (var leaf in inner.Spans.Keys)
        {
            _spans.TryAdd(leaf, use.Span);
        }

        _hasFailed |= inner.HasErrors;
        return bound;
    }

    /// <summary>The words neither name a field nor look like one.</summary>
    public bool IsNoField(WordsSyntax words) => Symbols.Field(words.Value) is null && DidYouMean.Nearest(words.Value, Symbols.FieldNames) is null;

    /// <summary>The field that words name; reports where there is none.</summary>
    public ContactField? Field(WordsSyntax words) => Field(words, Symbols.FieldNames);

    /// <summary>The field that words name, where a definition could stand too; reports where there is none.</summary>
    public ContactField? FieldOfFlag(WordsSyntax words) => Field(words, words.IsField ? Symbols.FieldNames : Symbols.FieldNames.Concat(names.Definitions.Names));

    private ContactField? Field(WordsSyntax words, IEnumerable<string> known)
    {
        if (Symbols.Field(words.Value) is { } field)
        {
            Refer(words.Span, SymbolKind.Field, field.Name);
            return field;
        }

        var nearest = DidYouMean.Nearest(words.Value, known);
        var help = nearest is not null ? $"Did you mean '{nearest}'?" : FieldHints.For(words.Value);
        ReportWithFix(BindingErrors.UnknownField, words.Span, nearest, words.Value, help);
        return null;
    }
}
