using System.Collections.Immutable;
using System.Globalization;
using CxRules.Language.Text;

namespace CxRules.Language.Diagnostics;

public enum DiagnosticSeverity
{
    Warning,
    Error,
}

/// <summary>A kind of mistake. Descriptors stand with their phase; a code is never used again for another.</summary>
/// <param name="Code">CXR1xxx syntax, 2xxx binding and types, 3xxx lints, 4xxx data, 5xxx tests. docs/diagnostics has a page for each.</param>
/// <param name="Message">What is wrong, as a composite format.</param>
/// <param name="Help">What to write instead, as a composite format over the same arguments.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity Severity, string Message, string Help)
{
    public Diagnostic At(SourceText text, TextSpan span, params object?[] arguments) => new(
        this,
        text,
        span,
        string.Format(CultureInfo.InvariantCulture, Message, arguments),
        string.Format(CultureInfo.InvariantCulture, Help, arguments),
        null);
}

/// <summary>A user's mistake: where it is, what is wrong, what to write instead.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, SourceText Text, TextSpan Span, string Message, string Help, Fix? Fix)
{
    public string Code => Descriptor.Code;

    public DiagnosticSeverity Severity => Descriptor.Severity;

    public LinePosition Start => Text.PositionOf(Span.Start);

    public LinePosition End => Text.PositionOf(Span.End);

    public override string ToString() => $"{Text.File}({Start.Line},{Start.Column}): {(Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Code}: {Message}";
}

/// <summary>A change of text that removes a diagnostic.</summary>
public sealed record Fix(string Title, ImmutableArray<TextEdit> Edits);

public sealed record TextEdit(TextSpan Span, string NewText);
